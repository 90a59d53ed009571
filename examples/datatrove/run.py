"""Runs the step over a WARC file and, to show that no pipe fills up, over pages larger than any pipe's buffer: run.py CRAWL.warc.gz OUT"""

import pathlib
import sys
import time

from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.readers import WarcReader
from datatrove.pipeline.writers import JsonlWriter

from zhengwen_step import Zhengwen


class Large(PipelineStep):
    """Pages of a megabyte each: sixteen times what a pipe holds."""

    name = "large pages"

    def run(self, data, rank=0, world_size=1):
        paragraph = "<p>城东公园今天上午正式向市民开放，园内步道、湖区和儿童乐园同时启用，全天免费。</p>"
        for n in range(50):
            yield Document(id=str(n), text=f"<h1>城东公园第{n}期开放</h1>" + paragraph * 9000, metadata={"url": f"https://pages.example/{n}"})


def run(steps, out):
    started = time.time()
    LocalPipelineExecutor(pipeline=[*steps, Zhengwen(), JsonlWriter(str(out), compression=None)], logging_dir=str(out) + ".log").run()
    lines = sum(len(file.read_text(encoding="utf-8").splitlines()) for file in pathlib.Path(out).glob("*.jsonl"))
    print(out.name, lines, "articles,", f"{time.time() - started:.1f} s")


crawl, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
run([WarcReader(str(crawl.parent), glob_pattern=crawl.name)], out / "crawl")
run([Large()], out / "large")
