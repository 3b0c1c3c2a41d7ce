"""Settings: `shared` holds for all; `demo`, `production` and `test` each say what differs."""
