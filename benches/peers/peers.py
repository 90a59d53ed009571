"""Runs each peer on the pages with gold, has `evaluate` score what it read, prints the table. Started by `run`, which installs the peers.

All peers get the same text of a page (decoded here) and its address. Each is called as its own README says, for Chinese where it has
such a setting. Where a peer gives HTML and no lines of text, its lines are made here, one for each block.
"""

import glob
import importlib.metadata
import json
import logging
import os
import re
import signal
import subprocess
import sys
import tomllib
import warnings

from lxml import html as lxml_html

root, corpus, work = sys.argv[1:]
logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")

SECONDS = 60  # a page that takes longer counts as not read
BLOCKS = set(
    "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li "
    "main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)


def decode(data):
    """The page as text: by its own declaration where that holds, else the first charset that fits."""
    declared = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096], re.I)
    names = [declared[1].decode().lower()] if declared else []
    names = ["gb18030" if n in ("gb2312", "gbk") else "big5hkscs" if n == "big5" else n for n in names]
    for name in [*names, "utf-8-sig", "gb18030", "big5hkscs"]:
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            pass
    return data.decode(names[0] if names and names[0] in ("utf-8", "gb18030", "big5hkscs") else "utf-8", "replace")


def lines(source):
    """HTML as text with a line for each block."""
    if not source or not source.strip():
        return ""
    out = []

    def walk(node):
        if not isinstance(node.tag, str) or node.tag in ("script", "style"):
            return
        block = node.tag in BLOCKS
        out.append("\n" if block or node.tag == "br" else "")
        out.append(" ".join((node.text or "").split("\n")))
        for child in node:
            walk(child)
            out.append(" ".join((child.tail or "").split("\n")))
        out.append("\n" if block else "")

    walk(lxml_html.fromstring(source))
    return "\n".join(line.strip() for line in "".join(out).split("\n") if line.strip())


def as_list(value):
    return value if isinstance(value, list) else [value] if value else []


def trafilatura(text, url):
    from trafilatura import bare_extraction

    found = bare_extraction(text, url=url or None, with_metadata=True)
    if found is None:
        return {}
    return {"title": found.title, "authors": re.split(r"\s*;\s*", found.author) if found.author else [],
            "published": found.date, "text": found.text}


def newspaper4k(text, url):
    import newspaper

    # Nothing is fetched: pages are those saved, and pictures are not asked for their size.
    article = newspaper.Article(url or "https://example.com/", language="zh", fetch_images=False)
    article.download(input_html=text)
    article.parse()
    return {"title": article.title, "authors": article.authors, "text": article.text,
            "published": article.publish_date and article.publish_date.isoformat()}


def gne(text, url):
    from gne import GeneralNewsExtractor

    host = re.match(r"https?://[^/]+", url or "")
    found = GeneralNewsExtractor().extract(text, host=host[0] if host else "")
    return {"title": found["title"], "authors": as_list(found["author"]), "published": found["publish_time"],
            "text": found["content"], "images": found["images"]}


def readability_lxml(text, url):
    from readability import Document

    page = Document(text, url=url or None)
    return {"title": page.short_title(), "text": lines(page.summary())}


def magic_html(text, url):
    from magic_html import GeneralExtractor

    global extractor
    extractor = globals().get("extractor") or GeneralExtractor()
    found = extractor.extract(text, base_url=url or "")
    return {"title": found.get("title"), "text": lines(found.get("html"))}


PYTHON = {
    "trafilatura": trafilatura,
    "newspaper4k": newspaper4k,
    "gne": gne,
    "readability-lxml": readability_lxml,
    "magic-html": magic_html,
}
RUST = ["dom_smoothie", "legible"]


def pages():
    """Key, decoded file and address of each page with gold."""
    with open(f"{corpus}/manifest.tsv", encoding="utf-8") as file:
        urls = {row[0]: row[1] for row in (line.rstrip("\n").split("\t") for line in file) if len(row) > 1}
    found = []
    for path in sorted(glob.glob(f"{corpus}/gold/**/*.json", recursive=True)):
        with open(path, encoding="utf-8") as file:
            gold = json.load(file)
        if "page" not in gold or "body" not in gold:
            continue
        key = gold["page"]
        name = f"{work}/pages/{key.replace('/', '__')}"
        with open(f"{corpus}/pages/{key}", "rb") as file:
            text = decode(file.read())
        with open(name, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        found.append((key, name, urls.get(key, "")))
    return found


def too_long(*_):
    raise TimeoutError(f"more than {SECONDS} s")


def by_python(name, found, out):
    signal.signal(signal.SIGALRM, too_long)
    for key, path, url in found:
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        signal.alarm(SECONDS)
        try:
            record = PYTHON[name](text, url)
        except Exception as error:  # a peer that fails on a page has read nothing of it
            record = {"error": f"{type(error).__name__}: {error}"}
        finally:
            signal.alarm(0)
        print(json.dumps({"page": key, **record}, ensure_ascii=False), file=out)


def by_rust(name, found, out):
    listed = "".join("\t".join(row) + "\n" for row in found)
    done = subprocess.run([f"{work}/rust/release/peers", name], input=listed, capture_output=True, encoding="utf-8", check=True)
    for line in done.stdout.splitlines():
        record = json.loads(line)
        if "html" in record:
            record["text"] = lines(record.pop("html"))
        print(json.dumps(record, ensure_ascii=False), file=out)


def figures(*options):
    """What `evaluate` measures, by name."""
    done = subprocess.run([f"{root}/target/release/examples/evaluate", corpus, *options], capture_output=True, encoding="utf-8")
    rows = (line.split() for line in done.stdout.splitlines())
    found = {row[0]: row[1] for row in rows if len(row) in (2, 3)}
    return found or sys.exit(done.stderr)


def version(name):
    if name in PYTHON:
        return importlib.metadata.version(name)
    with open(f"{root}/benches/peers/rust/Cargo.lock", "rb") as file:
        locked = tomllib.load(file)["package"]
    return next(package["version"] for package in locked if package["name"] == name)


COLUMNS = ["body_f1", "perfect", "short_body_f1", "title", "published", "authors", "source", "editors", "images", "related"]


def main():
    os.makedirs(f"{work}/pages", exist_ok=True)
    found = pages()
    rows = []
    for name in [*RUST, *PYTHON]:
        print(f"{name} …", file=sys.stderr)
        path = f"{work}/{name}.jsonl"
        with open(path, "w", encoding="utf-8") as out:
            (by_python if name in PYTHON else by_rust)(name, found, out)
        rows.append((f"{name} {version(name)}", figures("--score", path)))
    rows.sort(key=lambda row: row[1].get("body_f1", ""), reverse=True)
    rows[:0] = [("zhengwen", figures()), ("zhengwen, without site rules", figures("--no-rules"))]
    print(f"{len(found)} pages\n")
    print("| " + " | ".join(["", *(c.replace("_", " ") for c in COLUMNS)]) + " |")
    print("|---" * (len(COLUMNS) + 1) + "|")
    for name, row in rows:
        cells = [row.get(column, "-") for column in COLUMNS]
        # What a peer has no field for is not measured: a plain nought says nothing.
        cells = [c if i == 0 or c not in ("0.0000", "-") else "–" for i, c in enumerate(cells)]
        cells = [c if c == "–" else f"{float(c):.3f}".removeprefix("0") for c in cells]
        print("| " + " | ".join([name, *cells]) + " |")


main()
