"""What a user would pick instead: charts by matplotlib, PDF by WeasyPrint, DOCX by python-docx, from memory."""

import html
import io
import sys
from importlib.metadata import version
from pathlib import Path

import docx
import matplotlib

matplotlib.use("agg")
from docx.shared import Inches
from matplotlib import pyplot
from weasyprint import HTML

from taama.web.paper import model
from taama.web.paper.model import Block, Report, Runs

VERSIONS = ", ".join(f"{name} {version(name)}" for name in ("matplotlib", "weasyprint", "python-docx"))


def main(model_file: Path, folder: Path) -> None:
    """Write review.pdf, review.docx and review.html from the same document model."""
    report = model.from_json(model_file.read_text(encoding="utf-8"))
    charts = {block.number: chart(block) for block in report.blocks if isinstance(block, model.Picture)}
    for number, png in charts.items():
        (folder / f"chart-{number}.png").write_bytes(png)
    page = as_html(report)
    (folder / "review.html").write_text(page, encoding="utf-8")
    HTML(string=page, base_url=str(folder)).write_pdf(folder / "review.pdf", pdf_variant="pdf/ua-1")
    as_docx(report, charts).save(str(folder / "review.docx"))


def chart(picture: model.Picture) -> bytes:
    """A bar chart of the picture's data table, as PNG."""
    rows = picture.data[1:]
    figure, axes = pyplot.subplots(figsize=(6.4, 0.6 + 0.3 * max(len(rows), 6)))
    axes.barh([row[0] for row in rows], [size_of(row) for row in rows])
    axes.set_title(picture.caption)
    figure.tight_layout()
    target = io.BytesIO()
    figure.savefig(target, format="png", dpi=150)
    pyplot.close(figure)
    return target.getvalue()


def size_of(row: tuple[str, ...]) -> float:
    """The first number in a row of the data table; 0 where it tells of none."""
    for cell in row[1:]:
        digits = "".join(character for character in cell if character.isdigit())
        if digits:
            return float(digits)
    return 0.0


def words(runs: Runs) -> str:
    """A line of runs as plain text, source notes in brackets."""
    parts = []
    for run in runs:
        number = model.note_number(run)
        parts.append(
            ("" if isinstance(run, model.NoteRef) else run.text) + (f" [{number}]" if number else "")
        )
    return "".join(parts)


def as_html(report: Report) -> str:
    """The report as one page, pictures beside it as files."""
    body = "\n".join(block_html(block) for block in report.blocks)
    notes = "".join(f"<li>{html.escape(words(note.runs))}</li>" for note in report.notes)
    style = (
        "@page{size:A4;margin:2cm}body{font:11pt serif}table{border-collapse:collapse}td,th{border:1px solid}"
    )
    title = html.escape(report.title)
    return (
        f'<!doctype html><html lang="{report.language}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{style}</style></head><body><h1>{title}</h1>{body}<ol>{notes}</ol></body></html>"
    )


def block_html(block: Block) -> str:
    """One block as HTML."""
    match block:
        case model.Heading(level, text):
            return f"<h{level}>{html.escape(text)}</h{level}>"
        case model.Table(caption=caption, columns=columns, rows=rows):
            head = "".join(f"<th>{html.escape(name)}</th>" for name in columns)
            lines = "".join(row_html(row) for row in rows)
            return f"<table><caption>{html.escape(caption)}</caption><tr>{head}</tr>{lines}</table>"
        case model.Picture(number=number, caption=caption, alt=alt):
            picture = f'<img src="chart-{number}.png" alt="{html.escape(alt)}" width="600">'
            return f"<figure>{picture}<figcaption>{html.escape(caption)}</figcaption></figure>"
        case model.Status(label, _tone, explanation):
            return f"<p><b>{html.escape(label)}</b> {html.escape(explanation)}</p>"
        case _:
            return "".join(f"<p>{html.escape(words(runs))}</p>" for runs in model.runs_of(block))


def row_html(row: tuple[Runs, ...]) -> str:
    """One table row as HTML."""
    return "<tr>" + "".join(f"<td>{html.escape(words(cell))}</td>" for cell in row) + "</tr>"


def as_docx(report: Report, charts: dict[int, bytes]) -> "docx.document.Document":
    """The report as a Word document, notes as a list at its end."""
    made = docx.Document()
    made.add_heading(report.title, 0)
    for block in report.blocks:
        add_block(made, block, charts)
    for note in report.notes:
        made.add_paragraph(f"[{note.number}] {words(note.runs)}")
    return made


def add_block(made: "docx.document.Document", block: Block, charts: dict[int, bytes]) -> None:
    """One block into the Word document."""
    match block:
        case model.Heading(level, text):
            made.add_heading(text, level)
        case model.Table(columns=columns, rows=rows):
            table = made.add_table(rows=1, cols=len(columns))
            for cell, name in zip(table.rows[0].cells, columns, strict=True):
                cell.text = name
            for row in rows:
                for cell, runs in zip(table.add_row().cells, row, strict=True):
                    cell.text = words(runs)
        case model.Picture(number=number, caption=caption):
            made.add_picture(io.BytesIO(charts[number]), width=Inches(6))
            made.add_paragraph(caption)
        case model.Status(label, _tone, explanation):
            made.add_paragraph(f"{label} {explanation}")
        case _:
            for runs in model.runs_of(block):
                made.add_paragraph(words(runs))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
