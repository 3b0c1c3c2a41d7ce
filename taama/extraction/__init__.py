"""What a text tells: figures, dated claims, objectives, names. Plain Python: no records, no requests, no clock."""
