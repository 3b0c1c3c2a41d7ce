"""The index of passages, filled from what is held; the engine's part is put in place after every migration."""

import django.db.models.deletion
from django.db import migrations, models

from taama.evidence.stems import stems_of


def index_what_is_held(apps, schema_editor):
    """Every passage of a current reading."""
    Reading, IndexedPassage = (apps.get_model("evidence", name) for name in ("Reading", "IndexedPassage"))
    for reading in Reading.objects.filter(is_current=True).prefetch_related("passages").iterator(chunk_size=50):
        IndexedPassage.objects.bulk_create(
            IndexedPassage(
                passage=passage,
                document_id=reading.document_id,
                stems=stems_of(reading.text[passage.start : passage.end]),
            )
            for passage in reading.passages.all()
        )


class Migration(migrations.Migration):

    dependencies = [
        ("evidence", "0003_tags"),
    ]

    operations = [
        migrations.CreateModel(
            name="IndexedPassage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stems", models.TextField(help_text="Words that carry sense, without case, accents and endings.")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="evidence.document"
                    ),
                ),
                (
                    "passage",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indexed",
                        to="evidence.passage",
                    ),
                ),
            ],
        ),
        migrations.RunPython(index_what_is_held, migrations.RunPython.noop),
    ]
