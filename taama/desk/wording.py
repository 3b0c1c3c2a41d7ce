"""What several pages of the desk say alike: who stands behind a value."""

from taama.monitoring.models import Observation
from taama.web.languages import in_language


def publisher_of(value: Observation, language: str) -> str:
    """Who says so: the publisher of the document behind a value, or the organisation that reported it."""
    document = value.finding.document if value.finding else value.document
    if document:
        return str(document.publisher)
    return in_language(value.organisation.name, language) if value.organisation else ""
