"""A step of a datatrove pipeline: documents whose text is a page's HTML become documents whose text is the article's.

    from zhengwen_step import Zhengwen
    pipeline = [WarcReader("crawl/"), Zhengwen(), ..., JsonlWriter("articles/")]

What is no article is dropped and counted. The article's fields go into the metadata under the names of docs/schema/flat.json.
"""

import collections
import json
import os
import subprocess
import threading

from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep


class Zhengwen(PipelineStep):
    type = "🛢 - EXTRAC"
    name = "正文 zhengwen"

    def __init__(self, command=os.environ.get("ZHENGWEN", "zhengwen"), kinds=("article",), arguments=()):
        super().__init__()
        self.command = command
        self.kinds = kinds
        self.arguments = list(arguments)

    def run(self, data, rank=0, world_size=1):
        process = subprocess.Popen(
            [self.command, "batch", "--flat", "--quiet", "--jobs", "1", "--input-format", "ndjson", *self.arguments, "-"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        # The command writes one line a record, in the records' order: the documents wait here for theirs.
        waiting = collections.deque()
        failed = []

        def feed():
            # On a thread of its own. Who writes all before reading anything, or waits for an answer that stands in a buffer,
            # waits for ever; the command holds back no line, and takes no more in than it has room for.
            try:
                for document in data:
                    metadata = document.metadata
                    line = {
                        "id": document.id,
                        "html": document.text,
                        "url": metadata.get("url"),
                        "saved": metadata.get("date"),
                    }
                    waiting.append(document)
                    process.stdin.write(json.dumps(line, default=str).encode() + b"\n")
                process.stdin.close()
            except BrokenPipeError:
                pass
            except BaseException as error:  # the steps before this one
                failed.append(error)
                process.kill()

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        for line in process.stdout:
            document, article = waiting.popleft(), json.loads(line)
            self.stat_update("records")
            if article["error_kind"] or article["kind"] not in self.kinds:
                self.stat_update("dropped", article["error_kind"] or article["kind"])
                continue
            text = article.pop("text")
            fields = {k: v for k, v in article.items() if v not in (None, []) and k not in ("id", "markdown")}
            yield Document(text=text, id=document.id, metadata={**document.metadata, **fields})
        feeder.join()
        if failed:
            raise failed[0]
        # 1: all was gone through, some records are error lines.
        if process.wait() not in (0, 1):
            raise RuntimeError(f"{self.command} ended with {process.returncode}")
