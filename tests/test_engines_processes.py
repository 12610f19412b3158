"""Worker processes: the same bytes, clean ends, and a plain word where one is lost."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import factcheck
from factcheck import Article, Settings
from factcheck.engines import EngineError, Serial, engine_of
from factcheck.engines import processes as module
from factcheck.engines.processes import Processes, workers
from factcheck.models import LeftOut

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
LINES = "Mayor Ines Okafor said on Monday, “We will close pier {} until the divers have looked at cable {} twice.”\n"


@pytest.fixture
def eager(monkeypatch):
    """Workers start for any work, and batches are small."""
    monkeypatch.setattr(module, "ENOUGH", 1)
    monkeypatch.setattr(module, "ENOUGH_SAID", 1)
    monkeypatch.setattr(module, "PAIRS", 3)
    monkeypatch.setattr(module, "BATCH", 2)


def articles(count):
    days = ({"start": f"2024-03-{1 + n % 28:02}", "end": f"2024-03-{1 + n % 28:02}"} for n in range(count))
    return [
        Article(source=f"Post {n % 3}", text=LINES.format(n // 2, n % 5) * (1 + n % 4), published=day)
        for n, day in enumerate(days)
    ]


@pytest.mark.usefixtures("eager")
def test_the_same_bytes_as_one_process():
    made = articles(11)
    one, two = (factcheck.check(SEEDS, made, settings=Settings(processes=n)) for n in (1, 2))
    assert sum(group.topic == "utterance" for group in two.groups) > 2
    assert two.to_json() == one.to_json()


def test_little_work_starts_no_worker(monkeypatch):
    monkeypatch.setattr(module, "_pool", None)
    assert factcheck.check(SEEDS, settings=Settings(processes=2)).conflicts


def test_settings_choose_the_engine():
    with engine_of(Settings()) as engine:
        assert isinstance(engine, Serial)
    with engine_of(Settings(processes=3)) as engine:
        assert isinstance(engine, Processes)
        assert engine.processes == 3
    given = Serial()
    with engine_of(Settings(processes=3), given) as engine:
        assert engine is given


@pytest.mark.usefixtures("eager")
def test_the_facts_of_a_story_come_from_a_worker(monkeypatch):
    monkeypatch.setattr("factcheck.alignment.story_groups.groups_of", None)
    two = factcheck.check(SEEDS, settings=Settings(processes=2))
    monkeypatch.undo()
    assert two.to_json() == factcheck.check(SEEDS).to_json()
    assert any(group.topic == "event" for group in two.groups)


@pytest.mark.usefixtures("eager")
def test_few_articles_are_taken_ahead():
    taken = []

    def stream():
        for article in articles(60):
            taken.append(article.id)
            yield article

    with workers(2) as engine:
        found = engine.extract(stream(), Settings())
        next(found)
        ahead = len(taken)
        assert ahead <= 2 * module.UNDER_WAY * 2 + 2
        assert len(list(found)) == 59


@pytest.mark.parametrize(
    ("sizes", "batches"),
    [((), []), ((1, 1), [2]), ((1, module.CHARACTERS, 1, 1), [2, 2]), ((1,) * (module.BATCH + 1), [module.BATCH, 1])],
)
def test_a_batch_ends_by_count_or_by_length(sizes, batches):
    assert [len(batch) for batch in module._batches(["x" * size for size in sizes], len)] == batches


class Failing(Settings):
    """Settings whose tables of offices can't be asked for."""

    def __getattribute__(self, name):
        if name == "offices":
            raise ValueError("no table")
        return super().__getattribute__(name)


@pytest.mark.usefixtures("eager")
def test_a_failing_article_is_a_line_from_a_worker_too():
    with workers(2) as engine:
        found = list(engine.extract(articles(3), Failing()))
    assert [type(item) for item in found] == [LeftOut] * 3
    assert found[0].reason == "no claims could be taken from it: ValueError: no table"


class Killing(Settings):
    """Settings that kill the worker which asks for the tables of offices."""

    def __getattribute__(self, name):
        if name == "offices":
            os.kill(os.getpid(), signal.SIGKILL)
        return super().__getattribute__(name)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
@pytest.mark.usefixtures("eager")
def test_a_killed_worker_is_named_in_one_line():
    with (
        pytest.raises(EngineError, match="a worker process ended before its work was done") as raised,
        workers(2) as engine,
    ):
        list(engine.extract(articles(3), Killing()))
    assert "\n" not in str(raised.value)


RUN = """
import sys
from factcheck import cli
from factcheck.engines import processes
processes.ENOUGH = 1
if __name__ == "__main__":
    cli.main()
"""


HELD = """
import signal
from factcheck.engines.processes import workers

def held(_):
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())

if __name__ == "__main__":
    with workers(1) as engine:
        print(*engine._spread(held, iter([None])))
"""


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals can't be held back here")
def test_no_worker_is_stopped_while_it_starts(tmp_path):
    script = tmp_path / "held.py"
    script.write_text(HELD, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script], env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, capture_output=True, check=False
    )
    assert (done.stdout, done.stderr) == (b"True\n", b"")


def alive(marker):
    """The processes, other than this one, that were started with ``marker`` in their environment."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if marker.encode() in (path / "environ").read_bytes() and "Z" not in (path / "stat").read_text().split()[2]:
                found.append(int(path.name))
        except OSError:
            continue
    return found


def until(condition, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc to see processes")
@pytest.mark.parametrize(
    ("signals", "code", "said"),
    [
        (signal.SIGINT, 130, "\nfactcheck: stopped\n"),
        (None, 2, f"factcheck: {module.LOST}\n"),
        (signal.SIGTERM, -signal.SIGTERM, None),
        (signal.SIGKILL, -signal.SIGKILL, None),
    ],
)
def test_no_worker_outlives_the_command(tmp_path, signals, code, said):
    """The signal goes to the command and its workers, as Ctrl-C does, to the command alone, or kills a worker."""
    script = tmp_path / "run.py"
    script.write_text(RUN, encoding="utf-8")
    text = tmp_path / "long.jsonl"
    text.write_text("".join(a.model_dump_json(include={"text", "source"}) + "\n" for a in articles(3000)))
    marker = f"FACTCHECKTEST={tmp_path}"
    done = subprocess.Popen(
        [sys.executable, script, "claims", text, "--processes", "2"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "FACTCHECKTEST": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    with done:
        assert done.stdout.readline().startswith(b'{"id"')
        assert len(alive(marker)) > 2
        if signals == signal.SIGINT:
            os.killpg(done.pid, signals)
        elif signals is None:
            os.kill(max(alive(marker)), signal.SIGKILL)
        else:
            os.kill(done.pid, signals)
        err = done.communicate(timeout=60)[1].decode()
        assert done.returncode == code
        # Whoever is killed can't speak; the multiprocessing library may still say that it cleaned up.
        assert err == said or (said is None and "Traceback" not in err)
    assert until(lambda: not alive(marker)), alive(marker)
