"""Everything that changes evidence: one function a verb."""

from taama.evidence.cards import DocumentCard, FindingCard, QuestionCard

from .citations import cite_passage, load_citations, withdraw_citation
from .conflicts import Choice, load_rulings, rule_on_conflict
from .documents import load_documents, receive_document
from .findings import ask_question, judge_finding, load_findings, load_questions, mark_finding
from .many import Outcome, receive_documents
from .tags import tag_passage, withdraw_tag

__all__ = [
    "Choice",
    "DocumentCard",
    "FindingCard",
    "Outcome",
    "QuestionCard",
    "ask_question",
    "cite_passage",
    "judge_finding",
    "load_citations",
    "load_documents",
    "load_findings",
    "load_questions",
    "load_rulings",
    "mark_finding",
    "receive_document",
    "receive_documents",
    "rule_on_conflict",
    "tag_passage",
    "withdraw_citation",
    "withdraw_tag",
]
