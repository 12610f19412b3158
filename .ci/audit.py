"""Known vulnerabilities of what is installed: ``python .ci/audit.py``. Needs pip-audit.

The exit code is 1 where one is found. Where the network, or the index behind it, has no answer, that is said; it is no
failure, for a build must not hang on somebody else's server.
"""

from __future__ import annotations

import json
import subprocess
import sys

COMMAND = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off", "--skip-editable"]


def main() -> int:
    """Ask, and tell."""
    asked = subprocess.run(COMMAND, capture_output=True, encoding="utf-8", check=False)
    try:
        found = json.loads(asked.stdout)["dependencies"]
    except (ValueError, KeyError):
        last = (asked.stderr.strip().splitlines() or ["no answer"])[-1]
        print(f"nothing was audited: {last}")
        return 0
    bad = [(item["name"], item["version"], flaw) for item in found for flaw in item.get("vulns", ())]
    for name, version, flaw in bad:
        print(f"{name} {version}: {flaw['id']}, mended in {', '.join(flaw['fix_versions']) or 'no version yet'}")
    audited = sum("skip_reason" not in item for item in found)
    if not audited:
        print(f"nothing was audited: {found[0]['skip_reason'] if found else 'nothing is installed'}")
        return 0
    print(f"{audited} of {len(found)} packages audited, {len(bad)} known vulnerabilities")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
