"""Fields of forms that two rooms share."""

from typing import Any

from django import forms
from django.core.validators import DecimalValidator
from django.utils.translation import gettext_lazy as _

from .written_numbers import NoSuchNumber, TwoNumbers, number_written


class NumberField(forms.CharField):
    """A number as people write it in French or English."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("Such as 1 234,5 or 1234.5. Zero is a value: write 0."))
        super().__init__(max_length=40, **options)

    def clean(self, value: Any) -> Any:
        """The number, None where none is given, or a sentence that says what is wrong with it."""
        text = super().clean(value)
        if not text:
            return None
        try:
            number = number_written(text)
        except TwoNumbers:
            sentence = _(
                "“%(text)s” can be read in two ways. Write the thousands without a mark (1234), "
                "or the decimals with a fourth figure (1.2340)."
            )
            raise forms.ValidationError(sentence % {"text": text}) from None
        except NoSuchNumber:
            raise forms.ValidationError(_("“%(text)s” is not a number.") % {"text": text}) from None
        DecimalValidator(max_digits=24, decimal_places=4)(number)
        return number
