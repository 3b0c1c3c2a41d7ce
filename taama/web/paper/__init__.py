"""A report on paper, as a file and as a page, from one document model."""
