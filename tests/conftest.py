"""What all tests share."""

import os

import pytest
from hypothesis import HealthCheck, settings

from browser import chromium, keep, show

__all__ = ["chromium", "keep", "show"]

# A slow machine breaks no property. What gates a change says the same twice; `nox -s explore` looks further.
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("any machine", settings.get_profile("explore"), derandomize=True)
settings.load_profile("any machine")

REQUIRE_BROWSER = "REQUIRE_BROWSER_TESTS"
"""Environment variable under which a test that skips for want of a browser fails instead."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    report = yield
    if report.skipped and item.get_closest_marker("browser") and os.environ.get(REQUIRE_BROWSER):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and {REQUIRE_BROWSER} is set"
    return report
