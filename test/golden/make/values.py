"""Computes what tests expect of the data sets in test/golden/data, by pandas and plain arithmetic.

    python values.py            (needs pandas; see requirements.txt)

A second opinion: it reads the files itself and shares no code with Tierbook. Sums of amounts are exact, as decimals.
"""

import gzip
import hashlib
import json
import pathlib
import re
import zipfile
from bisect import bisect_left, bisect_right
from decimal import Decimal
from fractions import Fraction

import numpy
import pandas

DATA = pathlib.Path(__file__).parent.parent / "data"
EXPECTED = DATA / "expected"
SHARES = [0.2, 0.4, 0.6, 0.8]

# The R package rfm, 0.3.0 (man/rfm_segment.Rd) and 0.2: names, then lower and upper scores of R, F and M.
VIGNETTE_BOUNDS = [
    ("Champions", (5, 5), (5, 5), (5, 5)),
    ("Potential Loyalist", (3, 5), (3, 5), (2, 5)),
    ("Loyal Customers", (2, 4), (2, 4), (2, 4)),
    ("Promising", (3, 4), (1, 3), (3, 5)),
    ("New Customers", (4, 5), (1, 3), (1, 5)),
    ("Can't Lose Them", (1, 2), (3, 4), (4, 5)),
    ("At Risk", (1, 2), (2, 5), (4, 5)),
    ("Need Attention", (1, 3), (3, 5), (3, 5)),
    ("About To Sleep", (2, 3), (1, 3), (1, 4)),
    ("Lost", (1, 1), (1, 5), (1, 5)),
]
TESTED_BOUNDS = [
    ("Champions", (4, 5), (4, 5), (4, 5)),
    ("Loyal Customers", (2, 5), (3, 5), (3, 5)),
    ("Potential Loyalist", (3, 5), (1, 3), (1, 3)),
    ("New Customers", (4, 5), (1, 1), (1, 1)),
    ("Promising", (3, 4), (1, 1), (1, 1)),
    ("Need Attention", (2, 3), (2, 3), (2, 3)),
    ("About To Sleep", (2, 3), (1, 2), (1, 2)),
    ("At Risk", (1, 2), (2, 5), (2, 5)),
    ("Can't Lose Them", (1, 1), (4, 5), (4, 5)),
    ("Lost", (1, 2), (1, 2), (1, 2)),
]
# Of the eleven names of loyalty programmes (Squeezely, Spotler): the scores that are "cannot lose them".
CANNOT_LOSE = "155 154 144 214 215 115 114 113".split()


def read(name, **more):
    return pandas.read_csv(DATA / name, dtype=str, keep_default_na=False, encoding="utf-8-sig", **more)


def put(name, values):
    text = json.dumps(values, ensure_ascii=False, indent=1)
    # Lists stand on one line each.
    text = re.sub(r"\[[^\[\]{}]*\]", lambda found: re.sub(r"\s+", " ", found[0]), text)
    (EXPECTED / name).write_text(text + "\n", encoding="utf-8")


def put_scores(name, table):
    text = table.to_csv(lineterminator="\n").encode()
    (EXPECTED / name).write_bytes(gzip.compress(text, 9, mtime=0))


def counts(values):
    return {str(name): int(number) for name, number in values.value_counts(sort=True).items()}


def measures(lines, customer, day, order, amount, data_date, day_format):
    """Days since the last order, orders and exact amount of every customer, in order of first appearance."""
    days = pandas.to_datetime(lines[day], format=day_format)
    grouped = lines.assign(day=days, amount=lines[amount].map(Decimal)).groupby(customer, sort=False)
    last = grouped["day"].max()
    orders = grouped.size() if order is None else grouped[order].nunique()
    return pandas.DataFrame(
        {
            "last": last.dt.strftime("%Y-%m-%d"),
            "F": orders,
            "M": grouped["amount"].sum(),
            "R": (pandas.Timestamp(data_date) - last).dt.days,
        }
    )


def quintiles(values):
    """Quantiles of type 7 at 20, 40, 60 and 80 %, as exact fractions: whether a value is on a cut is no matter of rounding."""
    ranked = sorted(map(Fraction, values))
    cuts = []
    for fifth in range(1, 5):
        whole, rest = divmod((len(ranked) - 1) * fifth, 5)
        above = ranked[min(whole + 1, len(ranked) - 1)]
        cuts.append(ranked[whole] + (above - ranked[whole]) * Fraction(rest, 5))
    assert numpy.allclose([float(cut) for cut in cuts], numpy.quantile([float(value) for value in ranked], SHARES), rtol=1e-14)
    return cuts


def edges(table):
    return {letter: quintiles(table[letter]) for letter in "RFM"}


def floats(cuts):
    return {letter: [float(cut) for cut in cuts[letter]] for letter in "RFM"}


def scored(table, cuts, low):
    """Scores 1 to 5; a value on a cut is in the lower bin where `low`, and few days are the best."""
    bin_of = bisect_left if low else bisect_right
    found = {letter: [bin_of(cuts[letter], Fraction(value)) for value in table[letter]] for letter in "RFM"}
    return pandas.DataFrame(
        {"R": [5 - above for above in found["R"]], "F": [1 + above for above in found["F"]], "M": [1 + above for above in found["M"]]},
        index=table.index,
    )


def segments(scores, rules):
    """The first rule that holds all three scores; who is in none is "Others"."""
    name = lambda row: next(
        (name for name, *bounds in rules if all(low <= score <= high for score, (low, high) in zip(row, bounds))), "Others"
    )
    return pandas.Series([name(row) for row in scores[list("RFM")].itertuples(index=False)], index=scores.index)


def by_rules(scores):
    return {
        "segments_vignette_rules": counts(segments(scores, VIGNETTE_BOUNDS)),
        "segments_pkgtest_rules": counts(segments(scores, TESTED_BOUNDS)),
    }


def plus_one(cuts):
    """The cuts as the R package rfm takes them."""
    return {letter: [cut + 1 for cut in cuts[letter]] for letter in "RFM"}


def conventions(table, name, packaged=False):
    """Scores by Tierbook's convention, and by that of the R package where wanted: cuts plus one, a value on them above."""
    cuts = edges(table)
    found = {"quantile_edges_ties_low": scored(table, cuts, low=True)}
    if packaged:
        found["rfm_pkg_0.3.0"] = scored(table, plus_one(cuts), low=False)
    columns = [table] + [scores.add_prefix(f"{convention}_") for convention, scores in found.items()]
    put_scores(f"{name}_scores.csv.gz", pandas.concat(columns, axis=1))
    return {
        "edges_type7": floats(cuts),
        **{convention: by_rules(scores) for convention, scores in found.items()},
    }


def quadrants(table):
    """High and low against the means; recent, that is few days, is high."""
    values = table[["R", "F", "M"]].astype(float)
    high = values.gt(values.mean())
    high["R"] = values["R"] <= values["R"].mean()
    return counts(high.replace({True: "H", False: "L"}).agg("".join, axis=1))


def rfm():
    orders = read("orders.csv.gz")
    table = measures(orders, "customer", "day", None, "paid", "2025-12-31", "%Y-%m-%d")
    told = conventions(table, "orders", packaged=True)
    champions = segments(scored(table, plus_one(edges(table)), low=False), TESTED_BOUNDS) == "Champions"
    told["champions_rfm_pkg_0.3.0"] = {
        "customers": int(champions.sum()),
        "orders": int(table["F"][champions].sum()),
        "amount": int(table["M"][champions].sum()),
    }
    put("orders.json", {**told, "total": float(table["M"].sum())})

    rows = read("customers.csv.gz").set_index("customer")
    days = pandas.Timestamp("2026-01-01") - pandas.to_datetime(rows["last_visit"], format="%Y-%m-%d")
    table = pandas.DataFrame({"R": days.dt.days, "F": rows["visits"].astype(int), "M": rows["revenue"].astype(int)})
    put("customers.json", conventions(table, "customers"))

    lines = read("store_lines.csv.gz")
    table = measures(lines, "Customer ID", "Order Date", "Order ID", "Sales", "2022-12-31", "%d/%m/%y")
    put("store_lines.json", {"lines": len(lines), **conventions(table, "store_lines")})

    invoices = read("invoices.csv")
    table = measures(invoices, "customer", "day", "invoice", "total", "2025-12-31", "%Y-%m-%d %H:%M:%S")
    # Invoices are of midnight: days are whole.
    told = conventions(table, "invoices")
    alike = table["M"].value_counts()
    put(
        "invoices.json",
        {
            **told,
            "total": float(table["M"].sum()),
            "alike": {"amount": float(alike.index[0]), "customers": int(alike.iloc[0])},
            "eight_quadrants_vs_mean": quadrants(table),
        },
    )


def one_time_buyers():
    lines = read("one_time_buyers.csv.gz")
    table = measures(lines, "customer", "day", "day", "paid", "1998-06-30", "%Y%m%d")
    buyers = table[table["M"] > 0]
    cuts = edges(buyers)
    scores = scored(buyers, cuts, low=True)
    cannot_lose = scores.astype(str).agg("".join, axis=1).isin(CANNOT_LOSE)
    put(
        "one_time_buyers.json",
        {
            "orders": len(lines),
            "customers": len(table),
            "no_net_spend": int((table["M"] <= 0).sum()),
            "last_order": table["last"].max(),
            "cuts": floats(cuts),
            "customers_of_score": {letter: [int((scores[letter] == score).sum()) for score in range(1, 6)] for letter in "RFM"},
            "one_time": int((buyers["F"] == 1).sum()),
            "cannot_lose": int(cannot_lose.sum()),
            "cannot_lose_who_bought_once": int((buyers["F"][cannot_lose] == 1).sum()),
        },
    )


def policy_class(grade, homeownership, purpose):
    """Points for each of three columns, and the class by their sum."""
    weak = purpose in ("small_business", "renewable_energy", "moving", "vacation")
    points = "ABCDEFG".index(grade) + (homeownership == "RENT") + weak
    return "grow" if points <= 1 else "maintain" if points <= 3 else "reduce" if points <= 5 else "exit"


def moves(loans, before, now):
    """Who is in another of three places than before: tables from and to, and the moved by two columns."""
    pair = loans.assign(before=before, now=now)
    table = lambda of: [[int(of(pair[(pair["before"] == a) & (pair["now"] == b)])) for b in range(3)] for a in range(3)]
    moved = pair[pair["before"] != pair["now"]]
    return {
        "customers": table(len),
        "amounts": table(lambda part: part["loan_amount"].sum()),
        "moved": len(moved),
        "by_home": counts(moved["homeownership"]),
        "by_state": counts(moved["state"]),
        "keys": [f"L{i + 1}" for i in moved.index],
    }


def loans():
    table = read("loans.csv.gz")
    ratio = pandas.to_numeric(table["debt_to_income"])
    table["loan_amount"] = table["loan_amount"].astype(int)
    balance = table["balance"].astype(float)
    amount = table["loan_amount"]
    groups = lambda keys: {name: {"loans": len(part), "amount": int(part["loan_amount"].sum())} for name, part in table.groupby(keys)}

    # From the largest on: the fifth of each is the first of those whose limit it reaches.
    limits = [float(cut) for cut in numpy.quantile(amount, [0.8, 0.6, 0.4, 0.2])]
    fifth = (amount.to_numpy()[:, None] < numpy.array(limits)).sum(axis=1)

    key = table["grade"].isin(["A", "B"]) & (amount >= 20_000)
    local = (table["loan_purpose"] == "credit_card") | (table["homeownership"] != "OWN")
    rule = numpy.select([ratio >= 36, key, local], ["watch", "key", "local"], "-")
    rows = zip(table["grade"], table["homeownership"], table["loan_purpose"])
    policy = pandas.Series([policy_class(*row) for row in rows], index=table.index)

    # The share of all that is larger than an amount; whole numbers, so that nothing is rounded.
    sorted_amounts = amount.sort_values(ascending=False)
    larger = amount.map((sorted_amounts.cumsum() - sorted_amounts).groupby(sorted_amounts).min())
    tier = lambda first, second: (larger * 100 >= first * amount.sum()).astype(int) + (larger * 100 >= second * amount.sum())
    band = lambda first, second: (balance < first).astype(int) + (balance < second)
    put(
        "loans.json",
        {
            "grades": groups("grade"),
            "debt_bands": [int(number) for number in numpy.histogram(ratio.dropna(), [-numpy.inf, 10, 20, 36, numpy.inf])[0]],
            "without_debt": int(ratio.isna().sum()),
            "rank_limits": limits,
            "rank_counts": [int((fifth == each).sum()) for each in range(5)],
            "rules": counts(pandas.Series(rule)),
            "policy": groups(policy),
            "policy_combinations": int(table.groupby(["grade", "homeownership", "loan_purpose"]).ngroups),
            "tenants": int((table["homeownership"] == "RENT").sum()),
            "no_balance": int((balance <= 0).sum()),
            "moves": {
                "balance": moves(table, band(15_000, 5_000), band(12_000, 6_000)),
                "abc": moves(table, tier(80, 95), tier(70, 90)),
            },
        },
    )


def ratings():
    scale = ["AAA", "AA", "A", "BBB", "BB", "B", "CCC", "CC", "C", "D"]
    table = read("ratings.csv.gz")
    table["day"] = pandas.to_datetime(table["Date"], format="%m/%d/%Y")
    assert not table.duplicated(["Symbol", "day"]).any()
    table["place"] = table["Rating"].map(scale.index)
    worst = lambda key: counts(table.groupby(key)["place"].max().map(lambda place: scale[place]))
    largest = table["debtRatio"].astype(float).groupby(table["Symbol"]).max()
    put(
        "ratings.json",
        {
            "rows": len(table),
            "companies": int(table["Symbol"].nunique()),
            "latest": counts(table.sort_values("day").groupby("Symbol")["Rating"].last()),
            "worst": worst("Symbol"),
            "sectors": int(table["Sector"].nunique()),
            "worst_of_sectors": worst("Sector"),
            "largest_debt_bands": [int(number) for number in numpy.histogram(largest, [-numpy.inf, 0.5, 1, numpy.inf])[0]],
        },
    )


def firms():
    table = read("firms.csv")
    value = table["销项价税合计"].map(Decimal)
    assert value.is_unique
    ranked = value.sort_values(ascending=False)
    before = (ranked.cumsum() - ranked) / ranked.sum()
    tier = before.map(lambda share: "A" if share < Decimal("0.8") else "B" if share < Decimal("0.95") else "C")
    told = {
        name: {"n": len(part), "value": float(part.sum()), "share": float(part.sum() / ranked.sum())}
        for name, part in ranked.groupby(tier)
    }
    put("firms.json", {"sum": str(value.sum()), "tiers_by_销项价税合计": told})


def people():
    table = read("people.csv")
    number = table["Salary"].str.strip().str.fullmatch(r"\d+")
    salary = table.loc[number, "Salary"].astype(int)
    age = table["Age"].str.strip().str.fullmatch(r"\d+")
    put(
        "people.json",
        {
            "rows": len(table),
            "names_with_spaces": int((table["Name"] != table["Name"].str.strip()).sum()),
            "ages": int(age.sum()),
            "salaries": int(number.sum()),
            "salaries_below_60000": int((salary < 60_000).sum()),
            "words_for_salaries": sorted(set(table.loc[~number, "Salary"].str.strip())),
            "days": int(table["Joining Date"].ne("").sum()),
        },
    )


def rates():
    """Read from the file's XML, for openpyxl wrote it."""
    with zipfile.ZipFile(DATA / "rates.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    churn = [Decimal(value) for value in re.findall(r'<c r="B(?:[3-9]|\d\d)"[^>]*><v>([^<]*)</v>', sheet)]
    low = sum(value < Decimal("0.5") for value in churn)
    put("rates.json", {"rows": len(churn), "below_half": int(low), "sum": float(sum(churn))})


def workbooks():
    """What is in the workbooks: the parts' hashes, and how many sheets, tables, charts and pivots."""
    told = {}
    for path in sorted((DATA / "workbooks").glob("*.xlsx")):
        with zipfile.ZipFile(path) as book:
            parts = {name: hashlib.sha256(book.read(name)).hexdigest()[:16] for name in book.namelist()}
            sheets = len(re.findall(rb"<(?:\w+:)?sheet\s", book.read("xl/workbook.xml")))
        number = lambda pattern: sum(re.search(pattern, name) is not None for name in parts)
        told[path.name] = {
            "sheets": sheets,
            "tables": number(r"tables/table\d+\.xml$"),
            "charts": number(r"charts/chart\d+\.xml$"),
            "pivotTables": number(r"pivotTables/pivotTable\d+\.xml$"),
            "part_sha256": parts,
        }
    put("workbooks.json", told)


def files():
    """Which bytes these values belong to."""
    paths = sorted(path for path in DATA.rglob("*") if path.is_file() and path.suffix != ".md" and path.name != "files.json")
    put("files.json", {str(path.relative_to(DATA)): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths})


EXPECTED.mkdir(exist_ok=True)
for compute in (rfm, one_time_buyers, loans, ratings, firms, people, rates, workbooks, files):
    compute()
