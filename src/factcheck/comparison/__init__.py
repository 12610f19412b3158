"""Comparison: groups in, conflicts and agreements out. One module a kind of conflict."""
