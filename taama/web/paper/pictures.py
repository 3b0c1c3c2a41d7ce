"""Charts as PNG, for the one reader that wants pixels: all of a report in one go."""

import json

import typst

from .pdf import fonts

WIDTH_MM = 152
TEMPLATE = f"""
#set page(width: {WIDTH_MM}mm, height: auto, margin: 0pt, fill: white)
#for (place, svg) in json(bytes(sys.inputs.svgs)).enumerate() {{
  if place > 0 {{ pagebreak() }}
  image(bytes(svg), format: "svg", width: 100%)
}}
""".encode()


def pngs(svgs: tuple[str, ...], *, dots_per_inch: int = 200) -> list[bytes]:
    """The drawings as PNG files, as wide as the text of a page."""
    if not svgs:
        return []
    inputs = {"svgs": json.dumps(svgs, ensure_ascii=False)}
    made = typst.compile(TEMPLATE, font_paths=fonts(), sys_inputs=inputs, format="png", ppi=dots_per_inch)
    return list(made) if isinstance(made, list) else [made]
