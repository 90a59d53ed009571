#!/usr/bin/env python3
"""Measures `zhengwen batch` on a crawl: batch.py COMMAND CRAWL [RUNS]

Runs on one core and on two in turn, so that whatever else the machine does meets both alike, and prints the best of each: pages and
megabytes a second, user and system time, and the most memory. Ratios are of the best.
"""

import os
import re
import subprocess
import sys
import time


def run(command, crawl, cores):
    started = time.monotonic()
    process = subprocess.Popen(
        [command, "batch", crawl, "-o", crawl + ".ndjson", "--overwrite", "--jobs", str(len(cores))],
        stderr=subprocess.PIPE,
        preexec_fn=lambda: os.sched_setaffinity(0, cores),
    )
    told = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 1), told
    wall = time.monotonic() - started
    records = int(re.match(r"\d+", told).group())
    return {"wall": wall, "user": usage.ru_utime, "sys": usage.ru_stime, "rss": usage.ru_maxrss / 1024, "records": records}


def main(command, crawl, runs=3):
    every = sorted(os.sched_getaffinity(0))[:2]
    best = {}
    for _ in range(int(runs)):
        for cores in (every[:1], every):
            got = run(command, crawl, cores)
            n = len(cores)
            if n not in best or got["wall"] < best[n]["wall"]:
                best[n] = got
    for n, b in best.items():
        rate = b["records"] / b["wall"]
        print(f"{n} cores: {b['wall']:.1f} s, {rate:.0f} pages/s, user {b['user']:.1f} s, system {b['sys']:.1f} s, {b['rss']:.0f} MB resident")
    if len(best) == 2:
        print(f"two cores: {best[1]['wall'] / best[2]['wall']:.2f} x one")


if __name__ == "__main__":
    main(*sys.argv[1:])
