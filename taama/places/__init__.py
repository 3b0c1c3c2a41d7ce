"""Countries, areas by boundary edition, crosswalks between editions, sites; the country's profile."""
