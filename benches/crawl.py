#!/usr/bin/env python3
"""Makes a crawl of the pages at hand, for measuring: crawl.py OUT[.warc|.warc.gz] MEGABYTES FOLDER...

Pages are written as response records, over and over until the unpacked size is reached, each with an address of its own: that of
`page.url` beside it, or of a `manifest.tsv` above it (name, tab, address), else an invented one. One gzip member a record, as crawls
have it. The order is shuffled, always in the same way.
"""

import gzip
import pathlib
import random
import sys

SKIPPED = {".url", ".json", ".tsv", ".md", ".toml", ".txt"}


def addresses(folder):
    found = {}
    for manifest in [*folder.rglob("manifest.tsv"), *folder.parent.glob("manifest.tsv")]:
        for line in manifest.read_text(encoding="utf-8").splitlines():
            name, _, rest = line.partition("\t")
            url = rest.partition("\t")[0].strip()
            if url.startswith("http"):
                found[name] = url
    return found


def pages(folders):
    for folder in map(pathlib.Path, folders):
        known = addresses(folder)
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix not in SKIPPED):
            name = str(path.relative_to(folder))
            beside = path.with_suffix(".url")
            url = beside.read_text(encoding="utf-8").strip() if beside.exists() else known.get(name)
            yield url or f"https://pages.example/{len(name)}/{path.name}", path.read_bytes()


def record(number, url, body):
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2024-05-20T00:00:00Z\r\nWARC-Record-ID: <urn:page:{number}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def main(out, megabytes, *folders):
    found = list(pages(folders))
    packed = out.endswith(".gz")
    shuffle = random.Random(1)
    left, number = int(float(megabytes) * 1e6), 0
    with open(out, "wb") as file:
        while left > 0:
            shuffle.shuffle(found)
            for url, body in found:
                if left <= 0:
                    break
                bytes = record(number, url, body)
                left -= len(bytes)
                number += 1
                file.write(gzip.compress(bytes, 6, mtime=0) if packed else bytes)
    print(f"{number} records of {len(found)} pages")


if __name__ == "__main__":
    main(*sys.argv[1:])
