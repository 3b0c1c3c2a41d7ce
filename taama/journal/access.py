"""Who reads the journal: its entries are official. Roles stand above this room, so they are named plainly here."""

READERS = ("auditor", "administrator", "coordinator")
