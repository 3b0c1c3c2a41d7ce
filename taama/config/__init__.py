"""The one room that knows all others: settings, addresses, the command line."""
