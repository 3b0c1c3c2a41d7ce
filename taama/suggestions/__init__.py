"""What the machine believes documents say, and what people made of it."""
