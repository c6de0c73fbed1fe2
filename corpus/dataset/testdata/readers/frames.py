"""frames.py DATASET opens every CSV file with pandas as it is, and writes the
number of rows and of columns of each, and what a few columns look like."""
import json
import pathlib
import sys

import pandas

out = {}
for path in sorted(pathlib.Path(sys.argv[1], "csv").glob("*.csv")):
    frame = pandas.read_csv(path)
    out[path.stem] = [len(frame), len(frame.columns)]
    for column in frame.columns:
        if column.startswith("valid_") and not column.endswith(("_missing", "_basis", "_text")):
            pandas.to_datetime(frame[column])
print(json.dumps(out))
