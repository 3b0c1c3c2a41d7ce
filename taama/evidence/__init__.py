"""Source documents, held copies, passages, findings, verdicts, conflicts, rulings, citations."""
