"""When two names, titles or organizations are the same."""
