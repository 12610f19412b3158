"""Hand the checks of ``targets.py`` to a fuzzer: ``python fuzz/run.py [TARGET ...] [--seconds N]``.

Needs atheris (``nox -s fuzz`` brings it). Each target runs in a process of its own, which starts from seeds and from
what earlier runs kept under ``build/fuzz``. An input that breaks a property, takes longer than ``SLOW`` seconds or more
than ``MEMORY`` megabytes is written there, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "fuzz"
SLOW = 10
MEMORY = 3_000
LONGEST = 4_096
"""Bytes of an input. Long ones are the business of the tests, which count what a longer text costs."""

sys.path[:0] = [str(ROOT / "fuzz"), str(ROOT / "tests")]


def main() -> int:
    """Run the targets that the command line names, or all, one after the other."""
    if sys.argv[1:2] == ["--inside"]:
        fuzz(sys.argv[2], int(sys.argv[3]))
    from targets import TARGETS

    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"Default: all of {', '.join(TARGETS)}.")
    parser.add_argument("--seconds", type=int, default=60, help="Time for each target. Default: 60.")
    given = parser.parse_args()
    unknown = [name for name in given.targets if name not in TARGETS]
    if unknown:
        parser.error(f"no target {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    failed = []
    for name in given.targets or TARGETS:
        print(f"== {name}", flush=True)
        command = [sys.executable, __file__, "--inside", name, str(given.seconds)]
        if subprocess.run(command, check=False).returncode:
            failed.append(name)
    print(f"broken: {', '.join(failed)}; see {FOLDER}" if failed else "nothing broke")
    return bool(failed)


def fuzz(name: str, seconds: int) -> NoReturn:
    """Run one target in this process, which ends with it. What it calls is counted from its first import on."""
    try:
        import atheris
    except ImportError:
        sys.exit("this needs atheris: nox -s fuzz, or pip install atheris")
    with atheris.instrument_imports(include=["factcheck"]):
        from targets import TARGETS
    from seeds import seeds_of

    corpus = FOLDER / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds_of(name)):
        (corpus / f"seed-{number}").write_bytes(seed)
    limits = [f"-max_total_time={seconds}", f"-timeout={SLOW}", f"-rss_limit_mb={MEMORY}", f"-max_len={LONGEST}"]
    atheris.Setup(
        [sys.argv[0], *limits, f"-artifact_prefix={FOLDER}/{name}-", "-verbosity=0", str(corpus)], TARGETS[name]
    )
    atheris.Fuzz()
    raise SystemExit


if __name__ == "__main__":
    sys.exit(main())
