"""From live data to the document model: gathered once, cited by number, frozen."""
