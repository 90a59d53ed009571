"""Articles of a crawl as Parquet: Spark shares the work out, `zhengwen batch --flat` does it.

    spark-submit --master 'local[2,4]' articles.py --schema ../../docs/schema/flat.json --out articles.parquet FILE...

A WARC file is one task: the command is given its name. Lines of NDJSON are shared out by Spark and piped in.
"""

import argparse
import collections
import json
import os
import signal
import subprocess
import threading

from pyspark.sql import SparkSession
from pyspark.sql import types

COMMAND = os.environ.get("ZHENGWEN", "zhengwen")


def struct(path):
    """The published schema as Spark's: text, numbers, and lists of text."""
    with open(path, encoding="utf-8") as file:
        properties = json.load(file)["properties"]

    def kind(property):
        names = property["type"]
        name = next(n for n in ([names] if isinstance(names, str) else names) if n != "null")
        if name == "array":
            return types.ArrayType(kind(property["items"]))
        return {"string": types.StringType(), "integer": types.LongType(), "number": types.DoubleType()}[name]

    return types.StructType([types.StructField(name, kind(p)) for name, p in properties.items()])


def piped(lines, arguments):
    """What the command makes of lines on its standard input.

    They are written on a thread of their own: a pipe holds 64 KB, so who writes all before reading anything waits for ever.
    """
    process = subprocess.Popen(
        [COMMAND, "batch", "--flat", "--quiet", "--jobs", "1", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )

    def feed():
        try:
            for line in lines:
                process.stdin.write(line.encode() + b"\n")
            process.stdin.close()
        except BrokenPipeError:
            pass

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    for n, line in enumerate(process.stdout):
        if n == 50:
            die_once()
        yield line.decode()
    feeder.join()
    # 1: all was gone through, some records are error lines.
    if process.wait() not in (0, 1):
        raise RuntimeError(f"{COMMAND} ended with {process.returncode}")


def die_once():
    """For the test: the first worker that gets here is killed, as the kernel does it when memory is short."""
    marker = os.environ.get("ZHENGWEN_DIE_ONCE")
    if marker is None:
        return
    try:
        os.close(os.open(marker, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return
    os.kill(os.getpid(), signal.SIGKILL)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--schema", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--partitions", type=int, default=8)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()

    spark = SparkSession.builder.appName("zhengwen").getOrCreate()
    context = spark.sparkContext
    is_lines = lambda name: ".ndjson" in name or ".jsonl" in name
    crawls = [os.path.abspath(f) for f in options.files if not is_lines(f)]
    dumps = [os.path.abspath(f) for f in options.files if is_lines(f)]

    parts = []
    if crawls:
        names = context.parallelize(crawls, len(crawls))
        parts.append(names.mapPartitions(lambda names: piped(names, ["--files-from", "-"])))
    if dumps:
        lines = context.textFile(",".join(dumps), options.partitions)
        parts.append(lines.mapPartitions(lambda lines: piped(lines, ["--input-format", "ndjson", "--base64-key", "raw", "-"])))

    articles = spark.read.schema(struct(options.schema)).json(context.union(parts))
    articles.write.mode("overwrite").parquet(options.out)

    written = spark.read.parquet(options.out)
    kinds = collections.Counter(row["kind"] or "error " + row["error_kind"] for row in written.select("kind", "error_kind").collect())
    print("rows", written.count(), dict(sorted(kinds.items())))
    spark.stop()


if __name__ == "__main__":
    main()
