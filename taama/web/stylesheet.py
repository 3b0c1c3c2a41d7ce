"""The one stylesheet, sent inside the page: a first view is one answer, also on the worst line."""

import re
from functools import cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe

FILE = Path(__file__).parent / "stylesheet.css"


@cache
def stylesheet() -> SafeString:
    """The stylesheet without comments and needless white space."""
    text = re.sub(r"/\*.*?\*/", "", FILE.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    return mark_safe(re.sub(r"\s*([{};,>])\s*", r"\1", text).strip())
