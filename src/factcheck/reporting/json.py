"""The report as JSON, in the shape that ``docs/report.schema.json`` describes."""

from __future__ import annotations

from typing import Any

from ..settings import Settings
from .record import ReportRecord


def render_json(report: ReportRecord) -> str:
    """The whole report as JSON. ``Report.model_validate_json`` reads it back.

    Fields stand in the order of the records, so the same report always gives the same bytes.
    """
    unused = None if report.decisions else {"decisions"}
    return report.model_dump_json(indent=2, exclude=unused) + "\n"


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what :func:`render_json` writes."""
    schema = ReportRecord.model_json_schema()
    for name in (name for name, field in Settings.model_fields.items() if field.exclude):
        del schema["$defs"]["Settings"]["properties"][name]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Report of factcheck",
        **{key: value for key, value in schema.items() if key != "title"},
    }
