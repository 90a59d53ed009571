#!/usr/bin/env bash
# Runs the program on a WARC and an NDJSON file made of this repository's fixtures: once as it is, once with a worker killed in the
# middle. Both must write the same rows. Needs python3 and Java 17; pyspark comes by pip, into a folder of its own.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
work=${1:-$(mktemp -d)}

[[ -n ${ZHENGWEN:-} ]] || cargo build --quiet --release --features cli --bin zhengwen --manifest-path "$root/Cargo.toml"
export ZHENGWEN=${ZHENGWEN:-$root/target/release/zhengwen}

[[ -x $work/venv/bin/python ]] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet pyspark==4.3.0 pyarrow
export PYSPARK_PYTHON=$work/venv/bin/python

"$PYSPARK_PYTHON" inputs.py "$root/fixtures" "$work/in" 10
ls -l "$work/in" | awk 'NR > 1 { print $5, $9 }'

articles() {
    # local[2,4]: two cores, a task may fail three times. Plain local[2] gives a job up at the first failure.
    "$work/venv/bin/spark-submit" --master 'local[2,4]' --conf spark.ui.enabled=false articles.py \
        --schema "$root/docs/schema/flat.json" --out "$1" "$work/in/crawl.warc.gz" "$work/in/dump.ndjson" 2>"$1.log"
}

mkdir -p "$work/out"
echo "== a plain run"
articles "$work/out/plain"
echo "== a run in which one worker is killed (kill -9) after 50 lines"
rm -f "$work/died"
ZHENGWEN_DIE_ONCE=$work/died articles "$work/out/killed"
test -e "$work/died"
grep -m1 -o 'Lost task.*(crashed)' "$work/out/killed.log"
echo "failed tasks: $(grep -c 'Lost task' "$work/out/killed.log"), in the plain run: $(grep -c 'Lost task' "$work/out/plain.log" || true)"
echo "== both"
"$PYSPARK_PYTHON" compare.py "$work/out/plain" "$work/out/killed"
