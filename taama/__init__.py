"""Taama: one road from source to sentence. Here SQLite is replaced by a sound build, before anything opens it."""

import sys

try:
    import pysqlite3
except ImportError:  # other systems than Linux bring their own SQLite; the start-up check judges it
    pass
else:
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
