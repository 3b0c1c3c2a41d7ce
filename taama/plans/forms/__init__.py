"""Words from outside become words of the plan."""

from .plan import ActivityForm, MilestoneForm, ReachedForm
from .small import (
    CloseRiskForm,
    DayForm,
    DutyForm,
    EditionForm,
    MendMoneyForm,
    MoneyForm,
    RateForm,
    ResultForm,
    RiskForm,
    SureForm,
    UpdateForm,
    UploadForm,
)
from .wanted import WantedForm, wanted_from

__all__ = [
    "ActivityForm",
    "CloseRiskForm",
    "DayForm",
    "DutyForm",
    "EditionForm",
    "MendMoneyForm",
    "MilestoneForm",
    "MoneyForm",
    "RateForm",
    "ReachedForm",
    "ResultForm",
    "RiskForm",
    "SureForm",
    "UpdateForm",
    "UploadForm",
    "WantedForm",
    "wanted_from",
]
