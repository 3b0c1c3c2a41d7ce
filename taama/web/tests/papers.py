"""A small report with one of everything, for the tests of the writers."""

from dataclasses import replace
from decimal import Decimal

from taama.web.charts import Cell, Chart, Point, Series, data_table, draw
from taama.web.paper.model import (
    Callout,
    FigureRun,
    Heading,
    ItemList,
    Link,
    Note,
    NoteRef,
    PageBreak,
    Paragraph,
    Picture,
    Report,
    Status,
    Table,
    Text,
)

NASTY = '<script>alert(1)</script> #strong[x] *a* _b_ {{ c }} {% d %} \\n $x$ & "q" `code` // @me ]]>'

COLUMNS = Chart(
    "columns",
    "Retours par année",
    "Les retours sont passés de 5 209 en 2017 à 12 166 en 2019.",
    "persons",
    (
        Series(
            "Retours",
            (
                Point("2017", Decimal(5209)),
                Point("2018", Decimal(8420), illustrative=True),
                Point("2019", Decimal(12166)),
            ),
        ),
    ),
)
TILES = Chart(
    "map",
    "Retours par région",
    "Kayes reçoit le plus de retours.",
    "persons",
    cells=(Cell(0, 1, "Kayes", Decimal(4000)), Cell(1, 1, "Ségou", Decimal(900)), Cell(2, 0, "Kidal")),
)


def picture(chart=COLUMNS, number=1, language="fr"):
    """A chart as a block of a report."""
    return Picture(
        number=number,
        caption=chart.title,
        alt=chart.alt,
        svg=draw(chart, language),
        note=(Text("Source : registre"), NoteRef(1)),
        data=data_table(chart, language),
        kind="map" if chart.kind == "map" else "chart",
    )


def notes():
    """Two source notes."""
    link = Link("iom.int", "https://mali.iom.int/")
    return (
        Note(1, (Text("OIM, "), Text("Profil migratoire", emphasis=True), Text(", 2020, p. 12. "), link)),
        Note(2, (Text("Ministère, lettre de championne, décembre 2021."),)),
    )


def blocks():
    """One of everything."""
    returns = FigureRun(
        "12\u202f166 personnes", "F1", "12166", "persons", 1, url="https://taama.example/fr/chiffres/1"
    )
    planned = FigureRun("8\u202f420", "F2", "8420", "persons", 2, illustrative=True, url="/fr/chiffres/2")
    return (
        Heading(1, "Introduction", "introduction", "1"),
        Paragraph(
            (
                Text("En 2019, "),
                returns,
                Text(" sont rentrées ; "),
                planned,
                Text(" étaient prévues."),
                NoteRef(1),
            )
        ),
        ItemList(((Text("un"),), (Text("deux", strong=True),))),
        ItemList(((Text("premier"),), (Text("second"),)), numbered=True),
        Heading(2, "Objectif 1 : Données", "objectif-1", "1.1"),
        Status("En cours", "under_way", "Trois activités sur cinq sont en cours."),
        picture(),
        picture(TILES, 2),
        Table(
            1,
            "Activités",
            ("Activité", "Montant"),
            (
                (
                    (Text("Former les agents consulaires à l’accueil"),),
                    (FigureRun("1\u202f200", note_number=2),),
                ),
                ((Text("Ouvrir un guichet"),), (Text("350"),)),
            ),
            (Text("En millions de FCFA."),),
            (1,),
        ),
        PageBreak(),
        Heading(1, "Annexe"),
        Callout(
            "Les sources divergent",
            ((Text("Juin 2020"), NoteRef(2), Text(" ou juin 2021"), NoteRef(1)),),
            "conflict",
        ),
        Callout("Lecture", ((Text("Les valeurs marquées † sont illustratives."),),)),
    )


def report(**changes):
    """The report; any field may be changed."""
    whole = Report(
        language="fr",
        title="Examen volontaire du Mali",
        issuer="République du Mali",
        ministry="Ministère des Maliens établis à l’Extérieur",
        blocks=blocks(),
        notes=notes(),
        subtitle="Deuxième rapport",
        dateline="Bamako, mars 2026",
        notice="Des valeurs sont illustratives.",
        labels={
            "contents": "Sommaire",
            "chart": "Graphique",
            "map": "Carte",
            "table": "Tableau",
            "sources": "Sources",
        },
        digest="3f7a9c0e",
        dated="2026-03-15",
    )
    return replace(whole, **changes)


def nasty():
    """A report in which every place for words tries to be markup."""
    run = (
        Text(NASTY),
        Text(NASTY, strong=True),
        FigureRun(NASTY, NASTY, NASTY, NASTY, 1, True, NASTY),
        Link(NASTY, NASTY),
    )
    chart = Chart("bars", NASTY, NASTY, NASTY, (Series(NASTY, (Point(NASTY, Decimal(1), note=NASTY),)),))
    return report(
        title=NASTY,
        subtitle=NASTY,
        issuer=NASTY,
        ministry=NASTY,
        dateline=NASTY,
        notice=NASTY,
        digest=NASTY,
        labels=dict.fromkeys(("contents", "chart", "table", "sources", "illustrative", "data"), NASTY),
        notes=(Note(1, (Text(NASTY),)),),
        blocks=(
            Heading(1, NASTY, "a", NASTY),
            Paragraph(run),
            ItemList((run,)),
            Status(NASTY, "done", NASTY),
            Table(1, NASTY, (NASTY, NASTY), ((run, run),), run),
            Picture(1, NASTY, NASTY, draw(chart, "fr"), run, data_table(chart, "fr")),
            Callout(NASTY, (run,)),
        ),
    )
