#!/usr/bin/env python3
"""Opens reports in headless Chromium and checks what only a browser can: marks stand where the trace says, clicks work both ways, keys work,
nothing of a page runs, and nothing is requested from anywhere.

    cargo build --example parse_file
    python3 tests/report/browser.py target/debug/examples/parse_file [--shots FOLDER] [PAGE.html ...]

Without pages: some fixtures and a hostile page. Needs `chromium` (apt-get install chromium) and nothing else; without it nothing is checked,
and the script says so and exits with 77.
"""

import base64
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


class Listener:
    """Counts who calls: a page that loads anything would call here."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.calls = []
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            try:
                call, _ = self.socket.accept()
            except OSError:
                return
            self.calls.append(call.recv(200))
            call.close()


class Browser:
    """Chromium, spoken to over a pipe."""

    def __init__(self, name, profile):
        to_browser, self.write = os.pipe()
        self.read, from_browser = os.pipe()
        for end in (to_browser, from_browser):
            os.set_inheritable(end, True)
        # The browser reads from 3 and writes to 4.
        command = (
            f'exec {name} --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --disable-background-networking'
            f' --disable-component-update --disable-sync --remote-debugging-pipe --user-data-dir={profile} about:blank'
            f' 3<&{to_browser} 4>&{from_browser}'
        )
        self.process = subprocess.Popen(["bash", "-c", command], close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.buffer = b""
        self.next = 0
        self.events = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(domain + ".enable")

    def message(self):
        while b"\0" not in self.buffer:
            more = os.read(self.read, 1 << 16)
            if not more:
                raise RuntimeError("the browser has gone")
            self.buffer += more
        one, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(one)

    def call(self, method, **params):
        self.next += 1
        message = {"id": self.next, "method": method, "params": params}
        if getattr(self, "session", None):
            message["sessionId"] = self.session
        os.write(self.write, json.dumps(message).encode() + b"\0") if len(json.dumps(message)) < 60000 else self.send_long(message)
        while True:
            answer = self.message()
            if answer.get("id") == self.next:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def send_long(self, message):
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.write, data):]

    def js(self, code):
        result = self.call("Runtime.evaluate", expression=code, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(json.dumps(result["exceptionDetails"])[:600])
        return result["result"].get("value")

    def wait(self, code):
        for _ in range(200):
            if self.js(code):
                return
            time.sleep(0.05)
        raise RuntimeError(f"never true: {code}")

    def click(self, x, y):
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def shot(self, path):
        data = self.call("Page.captureScreenshot", format="png")["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def end(self):
        self.process.terminate()
        self.process.wait()


checks = 0


def check(true, what):
    global checks
    checks += 1
    if not true:
        raise AssertionError(what)


# Of each mark that has a place: the words in the frame, and the words of the very element that the trace names in the page as saved.
MARKS = """
(() => {
  const page = data.pages[at];
  const saved = new DOMParser().parseFromString(SAVED, "text/html");
  const letters = (s) => (s || "").replace(/[\\s\\u200b\\ufeff]+/g, "");
  const out = [];
  const one = (thing, what) => {
    if (!thing || !thing.at) return;
    const hits = saved.querySelectorAll(thing.at.selector);
    const element = hits[0];
    const there = element && thing.at.text !== undefined ? element.childNodes[thing.at.text] : element;
    const placed = thing.mark !== null && page.placed[thing.mark];
    const marked = placed ? [...doc.querySelectorAll('[data-zw~="' + thing.mark + '"]')] : [];
    out.push({
      what, hits: hits.length, placed, marked: marked.length, selector: thing.at.selector, text: thing.at.text ?? null,
      there: there ? letters(there.textContent).slice(0, 4000) : null,
      isText: thing.at.text === undefined || (there && there.nodeType === 3),
      words: letters(marked.map((m) => m.textContent).join("")).slice(0, 4000),
      value: letters(thing.value || thing.text || ""),
    });
  };
  for (const f of page.fields) { one(f.winner, f.field); f.lost.forEach((l) => one(l, f.field + " lost")); }
  page.blocks.forEach((b) => one(b, "block"));
  page.removed.forEach((r) => one(r, "removed"));
  page.credits.forEach((c) => one(c, "credit"));
  return out;
})()
"""


def saved_page(path, charset):
    names = {"gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs"}
    data = path.read_bytes()
    return data.decode(names.get((charset or "utf-8").lower(), charset or "utf-8"), "replace").lstrip("\ufeff")


def check_page(browser, path, n):
    browser.js(f"show({n})")
    browser.wait(f"document.body.dataset.ready === '{n}'")
    charset = browser.js("data.pages[at].charset")
    html = saved_page(path, charset)
    marks = browser.js(MARKS.replace("SAVED", json.dumps(html)))
    for mark in marks:
        place = f"{path.name}: {mark['what']} at {mark['selector']} {mark['text']}"
        check(mark["hits"] == 1, f"{place} finds {mark['hits']} elements")
        check(mark["isText"], f"{place} is no text")
        check(not mark["placed"] or mark["marked"], f"{place} is not marked")
        if mark["placed"] and mark["what"] in ("block", "removed") and mark["there"]:
            head = mark["there"][:4] if mark["text"] is not None else mark["value"][:4]
            check(head in mark["words"], f"{place}: marked is {mark['words'][:40]!r}, there is {mark['there'][:40]!r}")
        elif mark["placed"] and mark["value"] and not mark["what"].startswith(("related", "body")):
            check(mark["words"][:2] in mark["value"] or mark["value"][:2] in mark["words"], f"{place}: {mark['words'][:40]!r} for {mark['value'][:40]!r}")
    return len([m for m in marks if m["placed"]])


def check_clicks(browser):
    # From the card to the page: the title.
    browser.js("document.querySelector('#card .item[data-mark]').click()")
    check(browser.js("doc.querySelectorAll('.zw-now').length > 0"), "a click on a field shows nothing on the page")
    check(browser.js("!document.getElementById('steps').hidden"), "a click on a field offers no step")
    # From the page to the card, with a real mouse.
    browser.js("doc.querySelector('[data-zw-kind~=body]').scrollIntoView({block: 'center'})")
    point = browser.js(
        "(() => { const f = document.getElementById('frame').getBoundingClientRect(); const r = doc.querySelector('[data-zw-kind~=body]').getBoundingClientRect();"
        "return [f.left + r.left + Math.min(40, r.width / 2), f.top + r.top + Math.min(12, r.height / 2)] })()"
    )
    browser.js("light()")
    browser.click(*point)
    browser.wait("document.querySelectorAll('.item.now').length > 0")
    check(browser.js("document.querySelectorAll('#steps .offer').length > 0"), "a click on the page offers no step")
    offers = browser.js("[...document.querySelectorAll('#steps .offer pre')].map((p) => p.textContent)")
    check(all(re.match(r"^[a-z_]+ = \[", o) for o in offers), f"no TOML: {offers}")
    # Every selector offered finds what it says it finds.
    browser.js("document.getElementById('field').value = 'body'; document.getElementById('field').onchange()")
    # The keyboard.
    browser.js("document.querySelector('#card .item').focus()")
    browser.call("Input.dispatchKeyEvent", type="keyDown", key="ArrowDown", code="ArrowDown", windowsVirtualKeyCode=40)
    check(browser.js("[...document.querySelectorAll('#card .item')].filter((b) => b.offsetParent).indexOf(document.activeElement) === 1"), "the arrow keys do not move")
    browser.call("Input.dispatchKeyEvent", type="keyDown", key="Escape", code="Escape", windowsVirtualKeyCode=27)
    check(browser.js("document.getElementById('steps').hidden"), "Escape closes nothing")
    browser.js("document.getElementById('language').click()")
    check(browser.js("document.documentElement.lang === 'en' && /Fields/.test(document.getElementById('card').textContent)"), "no English")
    browser.js("document.getElementById('language').click()")


def main():
    words = sys.argv[1:]
    shots = None
    if "--shots" in words:
        i = words.index("--shots")
        shots = pathlib.Path(words[i + 1])
        shots.mkdir(parents=True, exist_ok=True)
        del words[i:i + 2]
    program, pages = words[0], [pathlib.Path(p) for p in words[1:]]
    name = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if name is None:
        print("no Chromium here: the report is not checked in a browser (apt-get install chromium)")
        sys.exit(77)
    listener = Listener()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        folder = pathlib.Path(folder)
        hostile = folder / "hostile.html"
        source = (ROOT / "tests/report/hostile.html").read_text(encoding="utf-8")
        hostile.write_text(source.replace("127.0.0.1:9/", f"127.0.0.1:{listener.port}/"), encoding="utf-8")
        if not pages:
            pages = [page for pages in sorted((ROOT / "fixtures").iterdir())[:40] for page in sorted(pages.glob("*.html"))[:1]]
        pages.append(hostile)
        report = folder / "report.html"
        made = subprocess.run([program, "--format", "report", *map(str, pages)], stdout=subprocess.PIPE, check=False)
        report.write_bytes(made.stdout)
        check(made.returncode == 0, "parse_file failed")
        browser = Browser(name, folder / "profile")
        try:
            browser.call("Emulation.setDeviceMetricsOverride", width=1280, height=860, deviceScaleFactor=1, mobile=False)
            browser.call("Page.navigate", url=report.as_uri())
            browser.wait("typeof doc !== 'undefined' && doc !== null && document.body.dataset.ready === '0'")
            names = browser.js("data.pages.map((p) => p.name)")
            by_name = {str(page): page for page in pages}
            sure = browser.js("data.pages.map((p) => p.confidence)")
            check(sure == sorted(sure), "the index is not sorted")
            check(len(names) == len(pages), "pages are missing")
            placed = 0
            for n, page in enumerate(names):
                placed += check_page(browser, by_name[page], n)
            hostile_n = names.index(str(hostile))
            for n in {0, len(names) - 1, hostile_n}:
                browser.js(f"show({n})")
                browser.wait(f"document.body.dataset.ready === '{n}'")
                check_clicks(browser)
            browser.js(f"show({hostile_n})")
            browser.wait(f"document.body.dataset.ready === '{hostile_n}'")
            # Every element of the hostile page, clicked.
            browser.js("[...doc.querySelectorAll('body *')].forEach((e) => e.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true})))")
            time.sleep(1)
            check(browser.js("typeof OWNED === 'undefined' && document.title.includes('正文')"), "a script of the page has run")
            check(browser.js("doc.location.href === 'about:srcdoc' && document.getElementById('frame').contentDocument === doc"), "the frame has gone elsewhere")
            if shots:
                order = [n for n, page in enumerate(names) if n != hostile_n]
                for look, width, scheme, n in [("light", 1280, "light", order[-1]), ("dark", 1280, "dark", order[-1]), ("narrow", 420, "light", order[-1]), ("hostile", 1280, "light", hostile_n)]:
                    browser.call("Emulation.setDeviceMetricsOverride", width=width, height=860, deviceScaleFactor=1, mobile=False)
                    browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
                    browser.js(f"show({n})")
                    browser.wait(f"document.body.dataset.ready === '{n}'")
                    browser.js("document.querySelector('#card .item[data-mark]').click()")
                    time.sleep(0.3)
                    browser.shot(shots / f"{look}.png")
            asked = [e["params"]["request"]["url"] for e in browser.events if e.get("method") == "Network.requestWillBeSent"]
            allowed = (report.as_uri(), "about:", "data:")
            outside = [url for url in asked if not url.startswith(allowed)]
            check(not outside, f"requested: {outside}")
            check(not listener.calls, f"called: {listener.calls}")
        finally:
            browser.end()
    print(f"{len(pages)} pages, {placed} marks in place, nothing requested")
    print(f"{checks} passed, 0 failed")


main()
