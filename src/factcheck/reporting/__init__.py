"""Reporting: what was found, as a report and in the formats that people and programs read."""
