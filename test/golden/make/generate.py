"""Makes the generated data sets of test/golden/data from fixed seeds.

    python generate.py          (needs numpy and openpyxl; see requirements.txt)

They have the columns, the sizes and the peculiarities that files of real shops, banks and offices have; nobody and
nothing in them exists. The values that tests expect of them come from values.py.
"""

import csv
import gzip
import io
import pathlib
from datetime import date, timedelta

import numpy
import openpyxl

from workbooks import Parts, make_workbooks

DATA = pathlib.Path(__file__).parent.parent / "data"
SYLLABLES = "ba be bo da de do ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te to va ve vo".split()


def write(name, header, rows, bom=False):
    """Writes lines as CSV; packed without a time, so that equal data are equal bytes."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(header)
    lines.writerows(rows)
    data = (("\ufeff" if bom else "") + text.getvalue()).encode()
    (DATA / name).write_bytes(gzip.compress(data, 9, mtime=0) if name.endswith(".gz") else data)


def word(random, syllables):
    return "".join(random.choice(SYLLABLES, syllables)).capitalize()


def person(random):
    return f"{word(random, 2)} {word(random, 3)}"


def spread(random, counts, total, least, most):
    """Changes counts one by one, at random places, until they come to the total."""
    while counts.sum() != total:
        at = random.integers(len(counts))
        counts[at] = min(most, max(least, counts[at] + (1 if counts.sum() < total else -1)))
    return counts


def orders():
    """4,906 orders of 995 customers in whole amounts; cuts come to lie between amounts, and on them."""
    random = numpy.random.default_rng(4_906)
    first, span = date(2022, 1, 3), (date(2025, 12, 30) - date(2022, 1, 3)).days
    names = set()
    while len(names) < 995:
        names.add(person(random))
    counts = spread(random, 1 + random.poisson(4, 995), 4_906, 1, 15)
    rows = []
    for name, count in zip(sorted(names), counts):
        # The day of the last order grows rarer the longer it is past.
        last = span - min(span, int(random.exponential(280)))
        days = [last, *random.integers(0, last + 1, count - 1)]
        rows += [[name, str(first + timedelta(int(day))), int(random.integers(12, 187))] for day in days]
    order = random.permutation(len(rows))
    write("orders.csv.gz", ["customer", "day", "paid"], [rows[i] for i in order])


def customers():
    """39,999 customers by their last visit, their visits and their revenue, of whom many have equal values."""
    random = numpy.random.default_rng(39_999)
    last = date(2025, 12, 30)
    visits = 1 + numpy.minimum(random.poisson(random.gamma(9, 0.9, 39_999)), 23)
    rows = [
        [number + 1, str(last - timedelta(min(700, int(random.exponential(160))))), int(count), 5 * int(1 + count * random.uniform(8, 32))]
        for number, count in enumerate(visits)
    ]
    write("customers.csv.gz", ["customer", "last_visit", "visits", "revenue"], rows)


def invoices():
    """412 invoices of 59 customers who all bought seven times but one; 30 for the same amounts, in another order each."""
    random = numpy.random.default_rng(412)
    same = [0.7, 1.1, 2.3, 4.9, 6.6, 9.1, 13.85]
    days = random.permutation(412)
    rows = []
    for customer in range(59):
        paid = list(random.permutation(same)) if customer < 30 else [*same[:-1], round(13.85 + 0.5 * (customer - 29), 2)]
        for amount in paid[: 6 if customer == 58 else 7]:
            rows.append([str(date(2022, 1, 1) + timedelta(3 * int(days[len(rows)]))), round(float(amount), 2), customer])
    names, keys = [person(random) for _ in range(59)], random.permutation(59)
    lines = [[i + 1, f"{day} 00:00:00", amount, int(keys[at]) + 1, names[at]] for i, (day, amount, at) in enumerate(sorted(rows))]
    write("invoices.csv", ["invoice", "day", "total", "customer", "name"], lines)


def store_lines():
    """Lines of orders: days as text, the day first and the year of two digits; an order has one to seven lines."""
    random = numpy.random.default_rng(10_194)
    first, days = date(2019, 1, 2), (date(2022, 12, 30) - date(2019, 1, 2)).days
    customers = []
    for number in range(804):
        name = person(random)
        initials = "".join(part[0] for part in name.split())
        segment = str(random.choice(["Consumer", "Corporate", "Home Office"]))
        customers.append((f"{initials}-{10_000 + 5 * number}", name, segment))
    orders = []
    for at, customer in enumerate(customers):
        # Some stopped buying long ago; all others are about as active all the time.
        until = days if random.random() < 0.75 else int(random.integers(60, days))
        for _ in range(1 + random.negative_binomial(3, 3 / 8.4)):
            orders.append((first + timedelta(int(until - random.integers(0, until) * random.random())), at))
    orders.sort()
    numbered = [[f"{random.choice(['US', 'CA'])}-{day.year}-{100_000 + i}", day, at] for i, (day, at) in enumerate(orders)]
    # An order number stands for two customers: it counts for each of them.
    for i in (700, 2_100, 3_500):
        j = next(k for k in range(i + 1, len(numbered)) if numbered[k][2] != numbered[i][2])
        numbered[j][0] = numbered[i][0]
    lines = []
    of_lines = 1 + numpy.minimum(random.poisson(1.0, len(numbered)), 6)
    while of_lines.sum() != 10_194:
        of_lines[random.integers(len(numbered))] += 1 if of_lines.sum() < 10_194 else 0
        if of_lines.sum() > 10_194:
            at = random.integers(len(numbered))
            of_lines[at] = max(1, of_lines[at] - 1)
    for (order, day, at), count in zip(numbered, of_lines):
        customer, name, segment = customers[at]
        for _ in range(count):
            sales = round(float(random.lognormal(4, 1.5)), int(random.choice([2, 3, 4], p=[0.5, 0.4, 0.1])))
            lines.append([order, day.strftime("%d/%m/%y"), customer, name, segment, sales])
    header = ["Order ID", "Order Date", "Customer ID", "Customer Name", "Segment", "Sales"]
    write("store_lines.csv.gz", header, lines, bom=True)


def one_time_buyers():
    """Orders of customers half of whom bought once; some bought twice on a day, and eight paid nothing at all."""
    random = numpy.random.default_rng(2_357)
    first, last = date(1997, 1, 1), date(1998, 6, 30)
    orders = []
    for customer in range(1, 2_358):
        start = first + timedelta(int(random.integers(0, 84)))
        # Drawn so that half buy once and few buy often: none of one, so the second of five scores stays empty.
        count = 1 if random.random() < 0.5 else 2 + int(random.gamma(0.7, 4.4))
        days = [start]
        for _ in range(count - 1):
            twice = random.random() < 0.05
            days.append(days[-1] if twice else start + timedelta(int(random.integers(1, (last - start).days))))
        for day in days:
            paid = 0 if customer % 300 == 7 else round(float(random.lognormal(3.3, 0.6)), 2)
            orders.append([f"{customer:04d}", f"{day:%Y%m%d}", paid])
    orders[-1][1] = f"{last:%Y%m%d}"
    while len(orders) > 6_919:
        orders.pop(int(random.choice([i for i in range(1, len(orders) - 1) if orders[i - 1][0] == orders[i][0]])))
    while len(orders) < 6_919:
        at = int(random.integers(1, len(orders) - 1))
        if orders[at - 1][0] == orders[at][0]:
            orders.insert(at, [orders[at][0], f"{first + timedelta(int(random.integers(90, 540))):%Y%m%d}", orders[at][2]])
    write("one_time_buyers.csv.gz", ["customer", "day", "paid"], orders)


def loans():
    """Loans without an id: 24 say nothing of debt to income, 455 are paid back, and some jobs hold commas and quotes."""
    random = numpy.random.default_rng(10_000)
    purposes = (
        "car credit_card debt_consolidation home_improvement house major_purchase medical moving other renewable_energy "
        "small_business vacation"
    ).split()
    shares = numpy.array([131, 2249, 5144, 680, 151, 303, 162, 69, 914, 10, 125, 62]) / 10_000
    states = "AZ CA CO FL GA IL MA MI NC NJ NY OH PA TX VA WA".split()
    rows = []
    for _ in range(10_000):
        amount = 25 * int(min(1_600, max(40, random.lognormal(6.35, 0.65))))
        if random.random() < 0.6:
            amount = max(1_000, round(amount / 1_000) * 1_000)
        job = f"{word(random, 2)} {word(random, 1)}".lower()
        if random.random() < 0.02:
            job += random.choice([", north", ' "night"'])
        rows.append(
            [
                job,
                str(random.choice(states)),
                str(random.choice(["MORTGAGE", "OWN", "RENT"], p=[0.4789, 0.1353, 0.3858])),
                round(float(random.gamma(2.6, 7.4)), 2),
                str(random.choice(purposes, p=shares)),
                amount,
                str(random.choice(list("ABCDEFG"), p=[0.2459, 0.3037, 0.2653, 0.1446, 0.0335, 0.0058, 0.0012])),
                round(amount * float(random.uniform(0.4, 1)), 2),
            ]
        )
    # Limits that people set are met exactly by some: they are on one side, not on both.
    for at, ratio in zip(random.choice(10_000, 120, replace=False), numpy.tile([10, 20, 36], 40)):
        rows[at][3] = int(ratio)
    for at in random.choice(10_000, 24, replace=False):
        rows[at][3] = ""
    for at in random.choice(10_000, 455, replace=False):
        rows[at][7] = 0
    header = ["job", "state", "homeownership", "debt_to_income", "loan_purpose", "loan_amount", "grade", "balance"]
    write("loans.csv.gz", header, rows)


def ratings():
    """Ratings of companies over years, several a company and in no order; names may hold commas."""
    random = numpy.random.default_rng(593)
    scale = ["AAA", "AA", "A", "BBB", "BB", "B", "CCC", "CC", "C", "D"]
    shares = numpy.array([7, 89, 398, 671, 490, 302, 64, 5, 2, 1]) / 2029
    agencies = ["North Ratings", "Bureau of Credit", "Lakeside", "Meridian"]
    sectors = [
        *["Basic Industries", "Capital Goods", "Consumer Durables", "Consumer Non-Durables", "Consumer Services", "Energy"],
        *["Finance", "Health Care", "Miscellaneous", "Public Utilities", "Technology", "Transportation"],
    ]
    counts = random.integers(1, 7, 593)
    while counts.sum() != 2029:
        at = random.integers(593)
        counts[at] = min(7, counts[at] + 1) if counts.sum() < 2029 else max(1, counts[at] - 1)
    rows, symbols = [], set()
    for count in counts:
        symbol = ""
        while symbol == "" or symbol in symbols:
            symbol = "".join(chr(65 + int(c)) for c in random.integers(0, 26, int(random.integers(2, 5))))
        symbols.add(symbol)
        name = word(random, 3) + str(random.choice([" Corporation", ", Inc.", " plc", ", Ltd."]))
        sector, at = str(random.choice(sectors)), int(random.choice(10, p=shares))
        for day in random.choice(1_500, count, replace=False):
            told = date(2012, 3, 1) + timedelta(int(day))
            at = min(9, max(0, at + int(random.choice([-1, 0, 0, 0, 1]))))
            ratio = round(float(max(0, random.normal(0.66, 0.21))), 9)
            rows.append([scale[at], name, symbol, str(random.choice(agencies)), f"{told.month}/{told.day}/{told.year}", sector, ratio])
    order = random.permutation(len(rows))
    header = ["Rating", "Name", "Symbol", "Rating Agency Name", "Date", "Sector", "debtRatio"]
    write("ratings.csv.gz", header, [rows[i] for i in order])


def firms():
    """Firms under Chinese headers whose sums differ by five powers of ten; names of one-person firms end with a space."""
    random = numpy.random.default_rng(302)
    sums = ["进项金额", "销项金额", "进项价税合计", "销项价税合计", "进项税额", "销项税额"]
    counts = ["作废进项发票数", "作废销项发票数", "有效进项发票数", "有效销项发票数", "总发票数"]
    shares = ["购方合作密切指数", "销方合作密切指数", "作废发票/有效发票", "企业资金链稳定程度"]
    means = [f"{side}{kind}" for kind in ("平均金额", "金额中位数", "平均税额", "税额中位数") for side in ("进项", "销项")]
    header = ["企业代号", "企业名称", *shares[:2], *sums, *counts[:2], "月交易频率", *shares[2:], *counts[2:], *means]
    rows = []
    for number in range(302):
        sold, bought = (round(float(random.lognormal(16.2, 2.1)), 2) for _ in range(2))
        taxes = [round(bought * 0.13, 2), round(sold * 0.13, 2)]
        values = {
            "企业代号": f"Q{number + 1:03d}",
            "企业名称": f"个体经营Q{number + 1:03d} " if random.random() < 0.2 else f"测试企业{number + 1:03d}",
            **dict(zip(sums, [bought, sold, round(bought + taxes[0], 2), round(sold + taxes[1], 2), *taxes])),
            **{name: int(random.integers(0, 2_000)) for name in counts},
            **{name: round(float(random.random()), 9) for name in shares},
            **{name: round(float(random.lognormal(9, 1)), 5) for name in means},
            "月交易频率": round(float(random.gamma(2, 30)), 4),
        }
        rows.append([values[name] for name in header])
    assert len(header) == 26
    write("firms.csv", header, rows, bom=True)


def people():
    """A list in which every cell is text: names between spaces, numbers as words, days in five forms, blanks."""
    random = numpy.random.default_rng(1_000)
    choose = lambda values, shares=None: str(random.choice(values, p=shares))
    rows = [
        [
            f" {choose('ada ben cleo dan eva finn gita hugo iris jan'.split())} ",
            choose(["25", "35", "40", "50", "nan", "thirty"]),
            choose(["50000", "55000", "65000", "70000", " NAN ", "SIXTY THOUSAND"]),
            choose(["Male", "Female", "Other"]),
            choose(["HR", "IT", "Sales", "Finance", "Marketing"]),
            choose(["Manager", "Analyst", "Clerk", "Director", "Assistant"]),
            choose(["April 5, 2018", "2020/02/20", "01/15/2020", "2019.12.01", "03-25-2019"]),
            choose(list("ABCDF")),
            choose(["email@example.com", "user@example.com", "name@example.org", "nan", ""]),
            choose(["555-0100", "555-0123", "555-0199", "nan", " "]),
        ]
        for _ in range(1_000)
    ]
    header = "Name,Age,Salary,Gender,Department,Position,Joining Date,Performance Score,Email,Phone Number"
    write("people.csv", header.split(","), rows)


def rates():
    """Churn by loan rate under a header of two rows, merged across and down; two sheets are blank."""
    random = numpy.random.default_rng(29)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    sheet.append(["贷款年利率", "客户流失率", None, None])
    sheet.append([None, "信誉评级A", "信誉评级B", "信誉评级C"])
    for rate in [0.04, *(round(0.0425 + 0.004 * i, 4) for i in range(27)), 0.15]:
        churn = [round((1 - float(numpy.exp(-speed * (rate - 0.04)))) * float(random.uniform(0.97, 1)), 12) for speed in (22, 18, 17)]
        sheet.append([rate, *churn])
    sheet.merge_cells("B1:D1")
    sheet.merge_cells("A1:A2")
    book.create_sheet("Sheet2")
    book.create_sheet("Sheet3")
    Parts(book).write(DATA / "rates.xlsx")


for make in (orders, customers, invoices, store_lines, one_time_buyers, loans, ratings, firms, people, rates):
    make()
make_workbooks(DATA)
