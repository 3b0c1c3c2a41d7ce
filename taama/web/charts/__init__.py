"""Charts as SVG text, one look for page and paper: frozen values in, drawn marks out."""

from .data import data_table
from .drawing import draw
from .shapes import Cell, Chart, Point, Series, UnsoundChart
from .tiny import progress_bar, sparkline

__all__ = [
    "Cell",
    "Chart",
    "Point",
    "Series",
    "UnsoundChart",
    "data_table",
    "draw",
    "progress_bar",
    "sparkline",
]
