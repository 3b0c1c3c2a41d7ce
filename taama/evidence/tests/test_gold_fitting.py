"""What `extraction.substance` is fitted on: never a blind text, and as it was when it was kept."""

from taama.evidence.gold.fitting import known_of, said_by, score_of, seen_documents
from taama.evidence.gold.labels import LAST_SEEN
from taama.evidence.gold.scoring import total
from taama.extraction.substance import shipped_substance


def test_blind_texts_are_never_read():
    documents = seen_documents()
    assert len(documents) == 100
    assert max(document.number for document in documents) == LAST_SEEN


def test_what_is_kept_still_fits_the_texts_it_was_fitted_on():
    """No measure of what it does elsewhere (the command prints that, by folds): only a guard against drift."""
    substance = shipped_substance()
    known = [known_of(document, substance) for document in seen_documents()]
    assert total(score_of(one, said_by(one, substance)) for one in known).f1 >= 0.82
