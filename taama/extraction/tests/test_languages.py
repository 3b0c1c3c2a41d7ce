"""Which language a passage is in."""

import subprocess
import sys

import pytest

from taama.extraction.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le Mali a adopté sa politique nationale de migration.", "fr"),
        ("Total des retours par région", "fr"),
        ("L’atelier s’est tenu à Ségou", "fr"),
        ("The Government of Mali adopted its policy.", "en"),
        ("18,000 migrants were assisted between 2019 and 2022", "en"),
        ("El Gobierno de Malí y la OIM han firmado un acuerdo.", "es"),
        ("O Governo do Mali e a OIM assinaram um acordo sobre as migrações.", "pt"),
        ("Die Regierung hat den Plan für die Migration angenommen.", "de"),
        ("Il governo del Mali ha adottato la politica nazionale con gli altri.", "it"),
        ("Mali jamana ye a ka politiki ta jamana kɔnɔ mɔgɔw ye.", "bm"),
        ("اعتمدت حكومة مالي سياستها الوطنية للهجرة", "ar"),
        ("Kayes 12 166", ""),
        ("", ""),
        ("OIM – IOM – HCR – UNHCR", ""),
    ],
)
def test_the_language_is_told_or_left_open(text, language):
    assert language_of(text) == language


def test_a_few_foreign_words_do_not_turn_a_text():
    text = "Le rapport « Mali: Migration Profile of the Country » a été présenté à Bamako par les services techniques."

    assert language_of(text) == "fr"


def test_it_needs_no_library():
    program = (
        "import sys; before = set(sys.modules); import taama.extraction.languages; "
        "print(sorted({name.partition('.')[0] for name in set(sys.modules) - before}))"
    )

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert "lingua" not in said
    assert "django" not in said
