"""Words for what a passage's document is, beside its stems; the engine's part is made anew after the migration."""

from django.db import migrations, models

from taama.evidence.about_words import about_words

TABLE, WORDS = "evidence_indexedpassage", "evidence_passage_words"


def drop_the_engines_part(apps, schema_editor):
    """An index over the stems alone would stay otherwise."""
    if schema_editor.connection.vendor == "sqlite":
        for event in ("insert", "delete", "update"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {WORDS}_{event}")
        schema_editor.execute(f"DROP TABLE IF EXISTS {WORDS}")
    else:
        schema_editor.execute(f"ALTER TABLE {TABLE} DROP COLUMN IF EXISTS words")


def say_what_documents_are(apps, schema_editor):
    """The words of every document beside the stems of its passages."""
    Document, IndexedPassage = (apps.get_model("evidence", name) for name in ("Document", "IndexedPassage"))
    cards = Document.objects.values("pk", "language", "publisher", "place", "published_on")
    for card in cards.iterator(chunk_size=500):
        document = card.pop("pk")
        IndexedPassage.objects.filter(document=document).update(about=about_words(**card))


class Migration(migrations.Migration):

    dependencies = [
        ("evidence", "0004_indexed_passages"),
    ]

    operations = [
        migrations.RunPython(drop_the_engines_part, migrations.RunPython.noop),
        migrations.AddField(
            model_name="indexedpassage",
            name="about",
            field=models.TextField(
                blank=True,
                default="",
                help_text="Words for what its document is: see `about_words`.",
            ),
            preserve_default=False,
        ),
        migrations.RunPython(say_what_documents_are, migrations.RunPython.noop),
    ]
