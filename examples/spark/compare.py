"""Whether two Parquet folders hold the same rows, in whatever order: compare.py ONE OTHER"""

import sys

import pyarrow.parquet


def rows(folder):
    return sorted((str(row) for row in pyarrow.parquet.read_table(folder).to_pylist()))


one, other = map(rows, sys.argv[1:3])
print(len(one), "rows and", len(other), "rows:", "the same" if one == other else "DIFFERENT")
sys.exit(one != other)
