import { rfmMap } from "../../src/segmentations/rfm/rfmMaps";
import { scoreCells } from "../../src/segmentations/rfm/scoreCells";

const { segments, ...map } = rfmMap("eleven", "en");
/** The segment of each combination of scores from 1 1 1, the last running fastest. */
const segmentAt = [...scoreCells(map)].reverse().map(({ segment }) => segments.findIndex(({ id }) => id === segment));

/**
 * The same task in pandas, as one would write it there: lines of the window, sums net of returns, orders without them,
 * every customer of the table; fifths by type 7, a value on a cut below it; and customers, sum and median per segment.
 * Its arguments: folder, kind of ids, rounds.
 */
export const rfmInPandas = `
import json, resource, sys
try:
    import numpy as np, pandas as pd
except ImportError:
    sys.exit(3)
folder, kind, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
ids = np.fromfile(folder + "/ids", np.int32).astype(np.int64)
days = np.fromfile(folder + "/days", np.int32)
amounts = np.fromfile(folder + "/amounts", np.float64)
known = np.arange(1000000, 1100000)
if kind == "text":
    ids = np.array(["CUST-%d" % i for i in ids], dtype=object)
    known = np.array(["CUST-%d" % i for i in known], dtype=object)
segment_at = np.array(${JSON.stringify(segmentAt)})
shares = [0.2, 0.4, 0.6, 0.8]

def rfm():
    lines = pd.DataFrame({"id": ids, "day": days, "amount": amounts})
    lines = lines[(lines.day <= 45291) & (lines.day > 44561)]
    spent = lines.groupby("id", sort=False)["amount"].sum()
    bought = lines[lines.amount >= 0].groupby("id", sort=False).agg(last=("day", "max"), orders=("amount", "size"))
    customers = bought.join(spent).reindex(known)
    scored = customers[(customers.amount > 0) & customers.orders.notna()]
    r, f, m = 45291 - scored["last"].values, scored.orders.values, scored.amount.values
    score = lambda v: np.searchsorted(np.quantile(v, shares), v, side="left")
    cell = (4 - score(r)) * 25 + score(f) * 5 + score(m)
    found = pd.DataFrame({"segment": segment_at[cell], "amount": m}).groupby("segment")["amount"]
    return found.agg(["size", "sum", "median"])

def seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime

fastest = None
for _ in range(rounds):
    before = seconds()
    found = rfm()
    took = seconds() - before
    fastest = took if fastest is None else min(fastest, took)
counts = [int(found["size"].get(i, 0)) for i in range(${segments.length})]
print(json.dumps({"milliseconds": 1000 * fastest, "counts": counts, "version": pd.__version__}))
`;
