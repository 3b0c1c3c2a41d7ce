"""When a role may be given or ended."""

import datetime as dt

import pytest

from taama.accounts.rules import check_may_end, check_not_own_role
from taama.web.refusals import Refused

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 12, 31)


def test_a_role_given_by_somebody_else_passes():
    check_not_own_role(giver="user:a", receiver="user:b")


def test_a_role_given_to_oneself_does_not():
    with pytest.raises(Refused) as refused:
        check_not_own_role(giver="user:a", receiver="user:a")
    assert refused.value.code == "accounts.role.own"


@pytest.mark.parametrize("on", [FIRST, LAST])
def test_a_role_may_end_from_its_first_day_on(on):
    check_may_end(began_on=FIRST, ended_on=None, on=on)


@pytest.mark.parametrize(
    ("began_on", "ended_on", "on", "code"),
    [
        (FIRST, FIRST, LAST, "accounts.role.ended"),
        (LAST, None, FIRST, "accounts.role.too_early"),
    ],
)
def test_a_role_does_not_end_twice_or_too_early(began_on, ended_on, on, code):
    with pytest.raises(Refused) as refused:
        check_may_end(began_on=began_on, ended_on=ended_on, on=on)
    assert refused.value.code == code
