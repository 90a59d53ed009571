"""Makes a WARC file and an NDJSON file of a folder of saved pages: inputs.py FOLDER OUT_FOLDER [COPIES]"""

import base64
import gzip
import json
import pathlib
import sys


def main(folder, out, copies=1):
    pages = sorted(p for p in pathlib.Path(folder).rglob("*.html") if p.is_file())
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    with open(out / "crawl.warc.gz", "wb") as warc, open(out / "dump.ndjson", "w", encoding="utf-8") as lines:
        for copy in range(copies):
            for n, page in enumerate(pages):
                name = f"{copy}-{n}"
                beside = page.with_suffix(".url")
                url = beside.read_text(encoding="utf-8").strip() if beside.exists() else f"https://pages.example/{name}.html"
                body = page.read_bytes()
                if n % 2:
                    line = {"id": name, "url": url, "raw": base64.b64encode(body).decode(), "saved": "2024-05-20T00:00:00Z"}
                    lines.write(json.dumps(line) + "\n")
                    continue
                http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
                head = (
                    "WARC/1.0\r\nWARC-Type: response\r\n"
                    f"WARC-Target-URI: {url}\r\nWARC-Date: 2024-05-20T00:00:00Z\r\nWARC-Record-ID: <urn:page:{name}>\r\n"
                    f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
                )
                warc.write(gzip.compress(head.encode() + http + b"\r\n\r\n", mtime=0))


if __name__ == "__main__":
    main(*sys.argv[1:3], *map(int, sys.argv[3:4]))
