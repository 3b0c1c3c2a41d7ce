"""Whether this machine can read pictures: tests that need it are skipped with a sentence, never under CI."""

import os
import shutil

import pytest


def recogniser():
    """The path of Tesseract."""
    path = shutil.which("tesseract")
    if path is None:
        missing = "Tesseract is absent (apt install tesseract-ocr tesseract-ocr-fra)"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    return path
