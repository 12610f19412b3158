"""The same articles here and on Spark, with an executor killed on the way, compared byte for byte.

``python benchmarks/spark_same.py DATA_DIR [--articles N] [--master MASTER] [--kill]``: DATA_DIR holds
``events_dev.jsonl``. It needs Java 17 and ``factcheck-news[spark]``. ``nox -s spark -- DATA_DIR`` runs it with two
executors.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
from pathlib import Path
from threading import Thread
from typing import Any

from retold import seeded

from factcheck import Settings, check
from factcheck.engines.spark import Spark, save

LOCAL_CLUSTER = "local-cluster[2,1,2048]"
EXECUTOR = b"CoarseGrainedExecutorBackend"


def session(master: str) -> Any:
    """A session whose executors run this interpreter and import the package that this one does."""
    import pyspark
    from pyspark.sql import SparkSession

    os.environ.setdefault("SPARK_HOME", str(Path(pyspark.__file__).parent))
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(master).appName("factcheck")
    options = {
        "spark.driver.memory": "3g",
        "spark.executor.memory": "2g",
        "spark.executorEnv.PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "spark.network.timeout": "600s",
        "spark.sql.shuffle.partitions": "8",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "500",
        "spark.ui.enabled": "false",
    }
    for key, value in options.items():
        builder = builder.config(key, value)
    made = builder.getOrCreate()
    made.sparkContext.setLogLevel("OFF")
    return made


def executors(app: str) -> list[int]:
    """The processes of the executors of an application."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes()
        except OSError:
            continue
        if EXECUTOR in words and app.encode() in words:
            found.append(int(path.parent.name))
    return sorted(found)


def kill_one(app: str, killed: list[int], folder: Path) -> None:
    """Kill an executor as soon as the first claims are written."""
    while not any(folder.rglob("*.parquet")):
        time.sleep(0.2)
    victim = executors(app)[0]
    os.kill(victim, signal.SIGKILL)
    killed.append(victim)


def main() -> int:
    """Print times and whether the two reports are the same."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the events")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--master", default=LOCAL_CLUSTER)
    parser.add_argument("--kill", action="store_true", help="kill an executor while articles are extracted")
    arguments = parser.parse_args()
    articles = list(seeded(arguments.data / "events_dev.jsonl", arguments.articles))
    with tempfile.TemporaryDirectory() as folder:
        spark = session(arguments.master)
        killed: list[int] = []
        if arguments.kill:
            app = spark.sparkContext.applicationId
            Thread(target=kill_one, args=(app, killed, Path(folder)), daemon=True).start()
        start = time.monotonic()
        there = check(articles, engine=Spark(spark, folder))
        took = time.monotonic() - start
        save(there, spark, folder)
        rows = {name: spark.read.parquet(f"{folder}/report/{name}").count() for name in ("conflicts", "claims")}
        spark.stop()
    print(f"Spark, {arguments.master}: {len(articles):,} articles in {took:.0f} s, executors killed: {len(killed)}")
    print(f"Parquet: {rows['claims']:,} claims, {rows['conflicts']:,} conflicts")
    start = time.monotonic()
    here = check(articles, settings=Settings())
    print(f"here: {time.monotonic() - start:.0f} s, {len(here.groups):,} groups")
    same = here.to_json() == there.to_json()
    print("the same, byte for byte" if same else "DIFFERENT")
    return 0 if same and len(killed) == arguments.kill and rows["claims"] == len(here.claims) else 1


if __name__ == "__main__":
    sys.exit(main())
