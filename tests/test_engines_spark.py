"""Spark finds the same, byte for byte; on a tiny input, with two threads of one machine."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"
SCRIPT = """
import sys
from pyspark.sql import SparkSession
from factcheck import Article, check
from factcheck.engines.spark import Spark, save

seeds, folder = sys.argv[1:]
session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
session.conf.set("spark.sql.shuffle.partitions", "2")
inputs = [seeds, Article(source="Nobody", text="Nothing to be found here.")]
here = check(*inputs)
there = check(*inputs, engine=Spark(session, folder))
assert here.conflicts
assert any(group.topic == "utterance" for group in here.groups)
assert there.to_json() == here.to_json()
save(there, session, folder)
assert session.read.parquet(f"{folder}/report/conflicts").count() == len(here.conflicts)
assert check("missing.txt", engine=Spark(session)).articles == ()
print("the same")
"""


@pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="pyspark is not installed")
@pytest.mark.skipif(shutil.which("java") is None, reason="no Java to run Spark with")
def test_spark_finds_the_same(tmp_path):
    environment = {
        **os.environ,
        "PYTHONPATH": str(SEEDS.parent / "src"),
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, SEEDS, tmp_path],
        check=False,
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.stdout.endswith("the same\n"), done.stderr[-2000:]
