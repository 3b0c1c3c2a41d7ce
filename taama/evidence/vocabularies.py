"""The closed lists of the room: what a document is, how a value is qualified, how a verdict falls."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DocumentKind(TextChoices):
    """What a document is."""

    LETTER = "letter", _("letter")
    RELEASE = "release", _("press release")
    REPORT = "report", _("report")
    ARTICLE = "article", _("press article")
    LAW = "law", _("law")
    DATASET = "dataset", _("dataset")
    MINUTES = "minutes", _("minutes")
    WEB_PAGE = "web_page", _("web page")


class Qualifier(TextChoices):
    """How a source hedges its value."""

    EXACTLY = "exactly", _("exactly")
    MORE_THAN = "more_than", _("more than")
    LESS_THAN = "less_than", _("less than")
    NEARLY = "nearly", _("nearly")
    AT_LEAST = "at_least", _("at least")
    AT_MOST = "at_most", _("at most")
    BETWEEN = "between", _("between")
    ABOUT = "about", _("about")


class FigureKind(TextChoices):
    """What a number counts; stocks and flows are never added or compared."""

    STOCK = "stock", _("stock")
    FLOW = "flow", _("flow")
    CUMULATIVE = "cumulative", _("cumulative")
    EVENT = "event", _("event")


class Deduplicated(TextChoices):
    """Whether the source says each person is counted once."""

    YES = "yes", _("each counted once")
    NO = "no", _("may count the same twice")
    UNKNOWN = "unknown", _("not said")


class AnswerKind(TextChoices):
    """What a question is answered with."""

    NUMBER = "number", _("a number")
    DATE = "date", _("a date")


class DocumentLanguage(TextChoices):
    """Languages documents come in, each by its own name."""

    FR = "fr", "français"
    EN = "en", "English"
    ES = "es", "español"
    AR = "ar", "العربية"
    PT = "pt", "português"
    DE = "de", "Deutsch"
    IT = "it", "italiano"
    BM = "bm", "bamanankan"


UNITS = [
    ("persons", _("persons")),
    ("households", _("households")),
    ("movements", _("movements")),
    ("xof", _("CFA francs")),
    ("usd", _("US dollars")),
    ("eur", _("euros")),
    ("percent", _("per cent")),
    ("areas", _("areas")),
    ("count", _("count")),
    ("date", _("none: a date")),
]


class Judgement(TextChoices):
    """A person's verdict on a finding."""

    ACCEPTED = "accepted", _("accepted")
    REJECTED = "rejected", _("rejected")
    UNSURE = "unsure", _("unsure")


class Outcome(TextChoices):
    """A person's ruling on a conflict."""

    ONE_STANDS = "one_stands", _("one stands")
    BOTH_STAND = "both_stand", _("both stand")
    UNSURE = "unsure", _("not settled")


class PassageStatus(TextChoices):
    """What people have done with a passage."""

    ACCEPTED = "accepted", _("has accepted findings")
    WAITING = "waiting", _("has findings nobody has judged")
    CITED = "cited", _("is cited")
