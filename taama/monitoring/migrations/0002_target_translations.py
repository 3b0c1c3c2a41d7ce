import taama.web.fields
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('monitoring', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='target',
            name='translations',
            field=taama.web.fields.TextsField(blank=True, default=dict, help_text='The source in other languages.'),
        ),
    ]
