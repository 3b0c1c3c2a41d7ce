"""The product's clothes: page frame, audiences, refusals, words and dates in the reader's language."""
