"""`manage.py close_account`: somebody leaves."""

import io

import pytest
from django.core.management import CommandError, call_command

from taama.accounts.models import User

pytestmark = pytest.mark.django_db


def test_somebody_leaves(cast):
    call_command("close_account", "--email=Partner@example.org", stdout=io.StringIO())
    assert not User.objects.get(pk=cast.partner.pk).is_active


@pytest.mark.parametrize("times", [0, 1])
def test_an_unknown_or_closed_address_is_refused(cast, times):
    for _ in range(times):
        call_command("close_account", "--email=partner@example.org", stdout=io.StringIO())

    with pytest.raises(CommandError):
        call_command("close_account", "--email=" + ("partner@example.org" if times else "nobody@example.org"))

    assert User.objects.filter(is_active=False).count() == times
