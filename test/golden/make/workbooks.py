"""Makes the workbooks of test/golden/data: by openpyxl, and by parts of our own where openpyxl has no word for them.

Each carries what a workbook of Excel may carry and Tierbook never writes: pivot tables, charts, data tables, XML maps,
conditional formats of 2010, filters, names that need escapes, prefixed elements.
"""

import io
import posixpath
import re
import zipfile
from datetime import date, datetime, time

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, LineChart, PieChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, DataBarRule, FormulaRule, IconSetRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import FilterColumn, Filters, SortCondition, SortState
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula
from openpyxl.worksheet.table import Table, TableColumn, TableFormula, TableStyleInfo

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Parts:
    """The parts of a workbook that openpyxl made, to which others can be added."""

    def __init__(self, book):
        made = io.BytesIO()
        book.save(made)
        with zipfile.ZipFile(made) as parts:
            self.of = {name: parts.read(name) for name in parts.namelist()}

    def change(self, name, change):
        text = self.of[name].decode()
        changed = change(text)
        assert changed != text, name
        self.of[name] = changed.encode()

    def before(self, name, end, more):
        self.change(name, lambda text: more.join([*text.rsplit(end, 1)[:1], ""]) + end + text.rsplit(end, 1)[1])

    def add(self, name, content, source, relation, kind=None):
        """Adds a part that another refers to; returns the id of the reference."""
        self.of[name] = content if isinstance(content, bytes) else (HEAD + content).encode()
        if kind is not None:
            self.before("[Content_Types].xml", "</Types>", f'<Override PartName="/{name}" ContentType="{kind}"/>')
        return self.refer(source, name, relation)

    def refer(self, source, name, relation):
        folder, file = posixpath.split(source)
        links = f"{folder}/_rels/{file}.rels"
        if links not in self.of:
            empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
            self.of[links] = (HEAD + empty).encode()
        key = f"rIdOwn{self.of[links].count(b'<Relationship ') + 1}"
        target = posixpath.relpath(name, folder)
        self.before(links, "</Relationships>", f'<Relationship Id="{key}" Type="{OFFICE}/{relation}" Target="{target}"/>')
        return key

    def results(self, sheet, values):
        """What formulas come to, as Excel keeps it beside them; and the chain of calculation."""
        for cell, value in values.items():
            kind = "" if not isinstance(value, str) else ' t="e"' if value.startswith("#") else ' t="str"'
            found = rf'(<c r="{cell}"(?: s="\d+")?)(?: t="\w+")?>(<f[^>]*(?:/>|>[^<]*</f>))<v\s*(?:/>|></v>)'
            self.change(f"xl/worksheets/sheet{sheet}.xml", lambda text: re.sub(found, rf"\1{kind}>\2<v>{value}</v>", text))
        self.chain = [*getattr(self, "chain", []), *(f'<c r="{cell}" i="{sheet}"/>' for cell in values)]

    def keep_chain(self):
        chain = f'<calcChain xmlns="{MAIN}">{"".join(self.chain)}</calcChain>'
        self.add("xl/calcChain.xml", chain, "xl/workbook.xml", "calcChain", f"{KIND}.calcChain+xml")

    def pivot(self, source, area, rows, on, at):
        """A pivot table that sums the last column by the first, over the given rows under their header."""
        header, *records = rows
        names = sorted({str(record[0]) for record in records})
        texts = "".join(f'<s v="{name}"/>' for name in names)
        amounts = [record[-1] for record in records]
        fields = [f'<cacheField name="{header[0]}" numFmtId="0"><sharedItems count="{len(names)}">{texts}</sharedItems></cacheField>']
        fields += [f'<cacheField name="{name}" numFmtId="0"><sharedItems/></cacheField>' for name in header[1:-1]]
        numbers = f'containsSemiMixedTypes="0" containsString="0" containsNumber="1" minValue="{min(amounts)}" maxValue="{max(amounts)}"'
        fields.append(f'<cacheField name="{header[-1]}" numFmtId="0"><sharedItems {numbers}/></cacheField>')
        middle = lambda record: "".join(f'<s v="{value}"/>' for value in record[1:-1])
        kept = "".join(f'<r><x v="{names.index(str(record[0]))}"/>{middle(record)}<n v="{record[-1]}"/></r>' for record in records)
        first, last = at, re.sub(r"\d+", lambda row: str(int(row[0]) + len(names) + 1), at)
        last = chr(ord(last[0]) + 1) + last[1:]
        items = "".join(f'<item x="{i}"/>' for i in range(len(names)))
        plain = '<pivotField showAll="0"/>' * (len(header) - 2)
        each = "".join(f'<i><x v="{i}"/></i>' if i else "<i><x/></i>" for i in range(len(names)))
        cache, table = "xl/pivotCache/pivotCacheDefinition1.xml", "xl/pivotTables/pivotTable1.xml"
        definition = (
            f'<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{OFFICE}" r:id="rIdOwn1" createdVersion="6" refreshedVersion="6" '
            f'minRefreshableVersion="3" recordCount="{len(records)}"><cacheSource type="worksheet"><worksheetSource ref="{area}" '
            f'sheet="{source}"/></cacheSource><cacheFields count="{len(fields)}">{"".join(fields)}</cacheFields></pivotCacheDefinition>'
        )
        key = self.add(cache, definition, "xl/workbook.xml", "pivotCacheDefinition", f"{KIND}.pivotCacheDefinition+xml")
        self.before("xl/workbook.xml", "</workbook>", f'<pivotCaches><pivotCache xmlns:r="{OFFICE}" cacheId="7" r:id="{key}"/></pivotCaches>')
        told = f'<pivotCacheRecords xmlns="{MAIN}" count="{len(records)}">{kept}</pivotCacheRecords>'
        self.add("xl/pivotCache/pivotCacheRecords1.xml", told, cache, "pivotCacheRecords", f"{KIND}.pivotCacheRecords+xml")
        shown = (
            f'<pivotTableDefinition xmlns="{MAIN}" name="PivotTable1" cacheId="7" applyNumberFormats="0" applyBorderFormats="0" '
            f'applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" applyWidthHeightFormats="1" dataCaption="Values" '
            f'updatedVersion="6" minRefreshableVersion="3" useAutoFormatting="1" itemPrintTitles="1" createdVersion="6" indent="0" '
            f'outline="1" outlineData="1"><location ref="{first}:{last}" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/>'
            f'<pivotFields count="{len(header)}"><pivotField axis="axisRow" showAll="0"><items count="{len(names) + 1}">{items}'
            f'<item t="default"/></items></pivotField>{plain}<pivotField dataField="1" showAll="0"/></pivotFields>'
            f'<rowFields count="1"><field x="0"/></rowFields><rowItems count="{len(names) + 1}">{each}<i t="grand"><x/></i></rowItems>'
            f'<colItems count="1"><i/></colItems><dataFields count="1"><dataField name="Sum of {header[-1]}" fld="{len(header) - 1}" '
            f'baseField="0" baseItem="0"/></dataFields><pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" '
            f'showColHeaders="1" showRowStripes="0" showColStripes="0" showLastColumn="1"/></pivotTableDefinition>'
        )
        self.add(table, shown, f"xl/worksheets/sheet{on}.xml", "pivotTable", f"{KIND}.pivotTable+xml")
        self.refer(table, cache, "pivotCacheDefinition")

    def printer(self, sheet, settings):
        name = f"xl/worksheets/sheet{sheet}.xml"
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"
        key = self.add(f"xl/printerSettings/printerSettings{sheet}.bin", settings, name, "printerSettings", kind)
        setup = f'<pageSetup xmlns:r="{OFFICE}" orientation="landscape" r:id="{key}"/>'
        self.change(name, lambda text: re.sub(r"(<pageMargins[^>]*/>)", rf"\1{setup}", text))

    def as_excel(self):
        """Texts shared, and rows with what Excel adds, for openpyxl writes each text into its cell."""
        texts = []

        def share(found):
            texts.append(found[2]) if found[2] not in texts else None
            return f'<c{found[1]} t="s"><v>{texts.index(found[2])}</v></c>'

        ignored = (
            ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" '
            'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"'
        )
        for name in [name for name in self.of if name.startswith("xl/worksheets/sheet")]:
            text = re.sub(r'<c((?: [rs]="\w+")+) t="inlineStr"><is>(.*?)</is></c>', share, self.of[name].decode())
            text = re.sub(r'<row r="(\d+)"', r'<row r="\1" spans="1:9" x14ac:dyDescent="0.25"', text)
            self.of[name] = text.replace("<worksheet", f"<worksheet{ignored}", 1).encode()
        each = "".join(f"<si>{text}</si>" for text in texts)
        shared = f'<sst xmlns="{MAIN}" uniqueCount="{len(texts)}">{each}</sst>'
        self.add("xl/sharedStrings.xml", shared, "xl/workbook.xml", "sharedStrings", f"{KIND}.sharedStrings+xml")

    def prefixed(self):
        """Gives every element of the main namespace a prefix, as some programs write them."""
        for name, part in self.of.items():
            if name.endswith(".xml") and f'xmlns="{MAIN}"'.encode() in part:
                self.change(name, lambda text: re.sub(r"<(/?)(?=[A-Za-z])(?![a-z]+\d*:)", r"<\1x:", text).replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"'))

    def write(self, path):
        path.parent.mkdir(exist_ok=True)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
            for name, part in self.of.items():
                # A file that is made again is the same file, whenever that is.
                part = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-01-01T00:00:00Z", part)
                out.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)


def sheet_of(book, name, rows):
    """A sheet of rows; the first takes the place of the sheet that a new workbook has."""
    sheet = book.active if book.sheetnames == ["Sheet"] else book.create_sheet()
    sheet.title = name
    for row in rows:
        sheet.append(row)
    return sheet


def table_on(sheet, name, area):
    table = Table(displayName=name, ref=area, tableStyleInfo=TableStyleInfo("TableStyleMedium2", showRowStripes=True))
    sheet.add_table(table)
    return table


def filter_on(of, column, values):
    of.filterColumn.append(FilterColumn(colId=column, filters=Filters(filter=[str(value) for value in values])))


def filtered_table():
    """Four filtered ranges, and a filtered table of one column with a total; every element has a prefix."""
    book = openpyxl.Workbook()
    numbers = sheet_of(book, "Numbers", [["Stock", "Keeper"], [9, "Ane"], [8, "Bo"], [8, "Cai"], [6, "Dov"], [2, "Eli"]])
    texts = sheet_of(book, "Texts", [["Shelf"], ["p"], ["q"], ["q"], ["r"]])
    mixed = sheet_of(book, "Mixed", [["Either"], ["p"], [4], ["q"], [2]])
    several = sheet_of(book, "Several", [["Row", "Stock", "Shelf"], ["i", 9, "p"], ["ii", 8, "q"], ["iii", 8, "q"], ["iv", 2, "r"]])
    for sheet, area, column, values, hidden in (
        (numbers, "A1:B6", 0, [9, 8], [5, 6]),
        (texts, "A1:A5", 0, ["q"], [2, 5]),
        (mixed, "A1:A5", 0, ["p", 4], [4, 5]),
        (several, "A1:C5", 1, [8, 2], [2]),
    ):
        sheet.auto_filter.ref = area
        filter_on(sheet.auto_filter, column, values)
        for row in hidden:
            sheet.row_dimensions[row].hidden = True
    filter_on(several.auto_filter, 2, ["q"])
    several.row_dimensions[5].hidden = True
    several.auto_filter.sortState = SortState(ref="A2:C5", sortCondition=[SortCondition(ref="C1:C5", descending=True)])
    counted = sheet_of(book, "Table", [["Counts"], [14], [12], [12], [7], [3], ["=SUBTOTAL(109,[Counts])"]])
    table = table_on(counted, "Counted", "A1:A7")
    table.totalsRowCount = 1
    table._initialise_columns()
    table.tableColumns[0].name = "Counts"
    table.tableColumns[0].totalsRowFunction = "sum"
    table.autoFilter.ref = "A1:A6"
    filter_on(table.autoFilter, 0, [14, 12])
    for row in (5, 6):
        counted.row_dimensions[row].hidden = True
    parts = Parts(book)
    parts.as_excel()
    parts.results(5, {"A7": 38})
    parts.keep_chain()
    parts.prefixed()
    return parts


def data_types():
    """A table with a column of every kind of value, and a pivot table of it."""
    rows = [
        ["Text", "Whole", "Part", "Day", "Moment", "Hour", "Truth", "Formula", "Number"],
        ["plum", 3, 0.25, date(2024, 2, 29), datetime(2024, 2, 29, 13, 45), time(6, 30), True, "=B2*2", 40],
        ["pear", -7, 1e-9, date(1999, 12, 31), datetime(2001, 1, 1, 0, 0, 1), time(0, 0, 1), False, "=B3*2", 25],
        ["damson ", 0, 12345678.875, date(2031, 6, 1), datetime(2031, 6, 1, 23, 59), time(23, 59), True, "=1/B4", 20],
        ["007", 2_000_000_000, None, None, None, None, None, '=A5&"!"', 10],
        ["<&>\"'", 1, 0.1, date(1900, 3, 1), datetime(1900, 3, 1, 12), time(12), False, "=NA()", 5],
    ]
    book = openpyxl.Workbook()
    sheet = sheet_of(book, "Kinds", rows)
    table_on(sheet, "Kinds", "A1:I6")
    groups = [["Fruit", "Number"], ["pear", 25], ["plum", 40], ["plum", 20], ["quince", 15]]
    source = sheet_of(book, "Source", groups)
    source["D1"] = "Row"
    for cell, value in zip("ABCDE", [1, 2.5, "x", True, date(2025, 5, 5)]):
        source[f"{cell}9"] = value
    sheet_of(book, "Pivot", [[], [], ["Row Labels", "Sum of Number"], ["pear", 25], ["plum", 60], ["quince", 15], ["Grand Total", 100]])
    parts = Parts(book)
    parts.as_excel()
    parts.results(1, {"H2": 6, "H3": -14, "H4": "#DIV/0!", "H5": "007!", "H6": "#N/A"})
    parts.keep_chain()
    parts.pivot("Source", "A1:B5", groups, 3, "A3")
    parts.printer(1, bytes(range(256)) * 3)
    return parts


def xml_maps():
    """Cells that are bound to elements of an XML schema, one by one."""
    book = openpyxl.Workbook()
    sheet_of(book, "Order", [["Client", "Quay Ltd."], ["Amount", 1200], ["Due", date(2025, 9, 1)]])
    sheet_of(book, "Notes", [["none"]])
    sheet_of(book, "Blank", [])
    parts = Parts(book)
    parts.as_excel()
    element = lambda name, kind: f'<xsd:element name="{name}" type="xsd:{kind}"/>'
    schema = (
        '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:element name="order"><xsd:complexType><xsd:sequence>'
        f'{element("client", "string")}{element("amount", "decimal")}{element("due", "date")}'
        "</xsd:sequence></xsd:complexType></xsd:element></xsd:schema>"
    )
    maps = (
        f'<MapInfo xmlns="{MAIN}" SelectionNamespaces=""><Schema ID="Schema1">{schema}</Schema><Map ID="1" Name="order_map" '
        'RootElement="order" SchemaID="Schema1" ShowImportExportValidationErrors="0" AutoFit="1" Append="0" PreserveSortAFLayout="1" '
        'PreserveFormat="1"/></MapInfo>'
    )
    parts.add("xl/xmlMaps.xml", maps, "xl/workbook.xml", "xmlMaps", "application/xml")
    cell = lambda i, at, name, kind: (
        f'<singleXmlCell id="{i}" r="{at}" connectionId="0"><xmlCellPr id="1" uniqueName="{name}"><xmlPr mapId="1" '
        f'xpath="/order/{name}" xmlDataType="{kind}"/></xmlCellPr></singleXmlCell>'
    )
    bound = cell(1, "B1", "client", "string") + cell(2, "B2", "amount", "decimal") + cell(3, "B3", "due", "date")
    singles = f'<singleXmlCells xmlns="{MAIN}">{bound}</singleXmlCells>'
    parts.add("xl/tables/tableSingleCells1.xml", singles, "xl/worksheets/sheet1.xml", "tableSingleCells", f"{KIND}.tableSingleCells+xml")
    return parts


def towns():
    """Two tables on a sheet; a pivot table; a chart; and a data table, which tries a formula at several values."""
    large = [["Town", "Shore", "People"], ["Aldmouth", "north", 90_500], ["Brackwater", "south", 61_000], ["Cray", "north", 48_250], ["Dunmere", "south", 20_250]]
    small = [["Village", "Parish", "People"], ["Elm", "Aldmouth", 900], ["Fen", "Cray", 640], ["Gorse", "Cray", 310], ["Holt", "Dunmere", 150]]
    book = openpyxl.Workbook()
    trial = sheet_of(book, "Trial", [["Growth", 0.02], ["Now", 220_000], ["Next", "=B2*(1+B1)"], [], ["Growth", "=B3"], [0.01], [0.03], [0.05]])
    trial["B6"] = DataTableFormula(ref="B6:B8", r1="B1")
    trial["D1"] = ArrayFormula("D1:D2", "=B1:B2*2")
    places = sheet_of(book, "Places", [[*a, None, *b] for a, b in zip(large, small)])
    table_on(places, "Towns", "A1:C5")
    table_on(places, "Villages", "E1:G5")
    shown = sheet_of(book, "Shores", [[], [], ["Row Labels", "Sum of People"], ["north", 138_750], ["south", 81_250], ["Grand Total", 220_000]])
    chart = BarChart()
    chart.title = "People"
    chart.add_data(Reference(places, min_col=3, min_row=1, max_row=5), titles_from_data=True)
    chart.set_categories(Reference(places, min_col=1, min_row=2, max_row=5))
    shown.add_chart(chart, "E3")
    parts = Parts(book)
    parts.as_excel()
    # Of a data table openpyxl writes the first cell; the others hold results alone.
    for row, value in ((7, 226_600), (8, 231_000)):
        parts.change("xl/worksheets/sheet1.xml", lambda text: re.sub(rf'(<c r="A{row}"[^>]*><v>[^<]*</v></c>)(?:<c r="B{row}"[^>]*/>)?', rf'\1<c r="B{row}"><v>{value}</v></c>', text))
    parts.change("xl/worksheets/sheet1.xml", lambda text: re.sub(r'(<row r="2"[^>]*>.*?)(</row>)', r'\1<c r="D2"><v>440000</v></c>\2', text, count=1))
    parts.results(1, {"B3": 224_400, "B5": 224_400, "B6": 222_200, "D1": 0.04})
    parts.chain = [cell for cell in parts.chain if '"B6"' not in cell]
    parts.keep_chain()
    by_shore = [["Shore", "People"], *([row[1], row[2]] for row in large[1:])]
    parts.pivot("Places", "B1:C5", by_shore, 3, "A3")
    return parts


def conditional_formats():
    """Formats by rules of every kind, with the bars and icons that came in 2010 as extensions."""
    book = openpyxl.Workbook()
    head = ["Scale", "Bar", "Icons", "Stars", "Above", "Formula", "Negative"]
    sheet = sheet_of(book, "Rules", [head, *([n, n * n, 13 * n % 11, n % 4, n, f"=A{n + 1}*2", n - 9] for n in range(1, 19))])
    red, bold = PatternFill(bgColor="FFFFC7CE"), Font(bold=True, color="FF9C0006")
    rules = sheet.conditional_formatting
    rules.add("A2:A19", ColorScaleRule("min", None, "FFF8696B", "percentile", 50, "FFFFEB84", "max", None, "FF63BE7B"))
    rules.add("B2:B19", DataBarRule("min", None, "max", None, "FF638EC6"))
    rules.add("C2:C19", IconSetRule("3TrafficLights1", "percent", [0, 33, 67]))
    rules.add("E2:E19", CellIsRule("greaterThan", ["10"], fill=red, font=bold))
    rules.add("F2:F19", FormulaRule(["MOD(ROW(),2)=0"], fill=red, stopIfTrue=True))
    parts = Parts(book)
    parts.as_excel()
    bar, x14 = "{0B1C2D3E-4F50-4617-8293-A4B5C6D7E8F9}", "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
    link = f'<extLst><ext xmlns:x14="{x14}" uri="{{B025F937-C7B1-47D3-B67F-A62EFF666E3E}}"><x14:id>{bar}</x14:id></ext></extLst>'
    name = "xl/worksheets/sheet1.xml"
    parts.change(name, lambda text: text.replace("</dataBar></cfRule>", f"</dataBar>{link}</cfRule>"))
    point = lambda value: f'<x14:cfvo type="num"><xm:f>{value}</xm:f></x14:cfvo>'
    stars = f'<x14:cfRule type="iconSet" priority="9" id="{{1A2B3C4D-5E6F-4708-9192-A3B4C5D6E7F8}}"><x14:iconSet iconSet="3Stars">{point(0)}{point(1)}{point(3)}</x14:iconSet></x14:cfRule>'
    bars = (
        f'<x14:cfRule type="dataBar" id="{bar}"><x14:dataBar minLength="0" maxLength="100" border="1"><x14:cfvo type="autoMin"/>'
        '<x14:cfvo type="autoMax"/><x14:borderColor rgb="FF638EC6"/><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor '
        'rgb="FF000000"/></x14:dataBar></x14:cfRule>'
    )
    area = lambda rule, cells: f'<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">{rule}<xm:sqref>{cells}</xm:sqref></x14:conditionalFormatting>'
    more = f'<ext xmlns:x14="{x14}" uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}"><x14:conditionalFormattings>{area(bars, "B2:B19")}{area(stars, "D2:D19")}</x14:conditionalFormattings></ext>'
    parts.before(name, "</worksheet>", f"<extLst>{more}</extLst>")
    # One formula for all of the column, as Excel fills it down.
    shared = lambda found: '<f t="shared" ref="F2:F19" si="0">A2*2</f>' if found[1] == "2" else '<f t="shared" si="0"/>'
    parts.change(name, lambda text: re.sub(r"<f>A(\d+)\*2</f>", shared, text))
    parts.results(1, {f"F{n + 1}": 2 * n for n in range(1, 19)})
    parts.keep_chain()
    return parts


def structured_references():
    """Formulas that name a table and columns whose names need escapes."""
    book = openpyxl.Workbook()
    own, squared = "\\_Own.1", "sq=#!#"
    sheet_of(book, "Formulas", [[f"=SUM({own}[sq='#!'#])"], [f"={own}[Word]"], [f"={own}[Word]"], [f"=ROWS({own}[Word])"]])
    words = [("un", 2), ("deux", 4), ("trois", 6), ("quatre", 8), ("cinq", 10)]
    row = f"{own}[[#This Row],[Count]]"
    table = table_on(sheet_of(book, "Table", [[squared, "Word", "Count"], *([f"={row}*{row}", *each] for each in words)]), own, "A1:C6")
    table._initialise_columns()
    for column, name in zip(table.tableColumns, [squared, "Word", "Count"]):
        column.name = name
    table.tableColumns[0].calculatedColumnFormula = TableFormula(attr_text=f"{row}*{row}")
    parts = Parts(book)
    parts.as_excel()
    parts.results(1, {"A1": 220, "A2": "un", "A3": "deux", "A4": 5})
    parts.results(2, {f"A{i + 2}": count * count for i, (_, count) in enumerate(words)})
    parts.keep_chain()
    return parts


def hidden_sheet():
    """The first of two sheets is hidden; every text stands in its cell, as openpyxl writes it."""
    book = openpyxl.Workbook()
    sheet_of(book, "Kept back", [["key", "rate"], ["a", 0.07]]).sheet_state = "hidden"
    sheet_of(book, "Shown", [["key"], ["a"], ["b"]])
    book.active = 1
    return Parts(book)


def three_charts():
    """Columns and lines on one sheet, a pie on another, over the numbers of a third."""
    book = openpyxl.Workbook()
    months = [["Month", "Sold", "Bought"], ["Jan", 12, 9], ["Feb", 15, 11], ["Mar", 11, 16], ["Sum", "=SUM(B2:B4)", "=SUM(C2:C4)"]]
    data = sheet_of(book, "Data", months)
    two, one = sheet_of(book, "Two", [["charts of two kinds"]]), sheet_of(book, "One", [["a pie"]])
    for kind, column, sheet, at in ((BarChart, 2, two, "B3"), (LineChart, 3, two, "K3"), (PieChart, 2, one, "B3")):
        chart = kind()
        chart.add_data(Reference(data, min_col=column, min_row=1, max_row=4), titles_from_data=True)
        chart.set_categories(Reference(data, min_col=1, min_row=2, max_row=4))
        sheet.add_chart(chart, at)
    parts = Parts(book)
    parts.as_excel()
    parts.results(1, {"B5": 38, "C5": 36})
    parts.keep_chain()
    return parts


def many_formats():
    """Thirteen sheets of fonts, fills, borders, number formats, merged and frozen cells, notes, links, choices, a pivot table."""
    book = openpyxl.Workbook()
    formats = ["0", "0.00", "#,##0.00", "0%", "0.00E+00", "# ?/?", "yyyy-mm-dd", "[h]:mm", "@", '"£"#,##0;[Red]-"£"#,##0', "0.0,,\"m\"", ";;;"]
    for number in range(11):
        sheet = sheet_of(book, f"Form {number + 1}", [["Item", "Sum", "Share"], *([f"item {i}", i * (number + 2), i / 8] for i in range(1, 9))])
        for i in range(1, 10):
            for j in range(1, 4):
                cell, shade = sheet.cell(i, j), f"FF{(37 * number + 5 * i) % 256:02X}{(200 - 9 * j) % 256:02X}C0"
                cell.number_format = formats[(number + i + j) % len(formats)] if i > 1 and j > 1 else "General"
                cell.font = Font(name=("Calibri", "Arial", "Georgia")[j - 1], sz=9 + i % 4, bold=i == 1, italic=number % 2 == 0, underline="single" if i == 3 else None)
                cell.fill = PatternFill("solid" if (i + j) % 2 else "lightUp", fgColor=shade)
                cell.border = Border(top=Side("thin", color="FF808080"), bottom=Side(("double", "dotted", "thick")[j - 1]))
                cell.alignment = Alignment(horizontal=("left", "center", "right")[j - 1], wrap_text=i == 2, text_rotation=45 if number == 4 else 0)
                cell.protection = Protection(locked=j != 2)
        sheet.merge_cells("A11:C12")
        sheet["A11"] = f"Total of form {number + 1}"
        sheet.freeze_panes = "B2" if number % 2 else None
        sheet.column_dimensions["A"].width = 11 + number
        sheet.row_dimensions[1].height = 24
    first = book["Form 1"]
    first["A3"] = CellRichText("item ", TextBlock(InlineFont(b=True, color="FFC00000"), "two"), " of eight")
    first["A2"].comment = Comment("Counted twice", "Keeper")
    first["E1"].hyperlink = "https://example.com/forms"
    first["E1"] = "forms"
    choice = DataValidation(type="list", formula1='"low,mid,high"', allow_blank=True)
    choice.add("F2:F9")
    first.add_data_validation(choice)
    first.print_title_rows = "1:1"
    first.print_area = "A1:C12"
    source = [["Ward", "Beds"], ["east", 4], ["west", 9], ["east", 6], ["north", 3]]
    sheet_of(book, "Source", source)
    sheet_of(book, "Pivot", [[], [], ["Row Labels", "Sum of Beds"], ["east", 10], ["north", 3], ["west", 9], ["Grand Total", 22]])
    parts = Parts(book)
    parts.as_excel()
    parts.pivot("Source", "A1:B5", source, 13, "A3")
    parts.printer(2, bytes(reversed(range(228))))
    return parts


def messy():
    """A list as people send it: a title, a blank row and column, a name twice, days among serials, formulas that fail."""
    book = openpyxl.Workbook()
    head = ["Given", "Family", "Post", "Task", "Start date", "Share of time", "Full time?", "keep out -->", "Trained in", "Trained in", "Here?"]
    rows = [
        ["List of", None, None, "May-3 2024"],
        head,
        ["Mira", "Olsen", "Nurse", "Ward", 44_197, 0.75, "Yes", None, "First aid", "Triage", "YES"],
        ["Mira", "Olsen", "Nurse", "Night", date(2020, 3, 9), 0.25, "Yes", None, "First aid", "Triage", "YES"],
        ["Pavel", "Dun", "Nurse", "Ward", date(2012, 8, 20), 1, "Yes", None, "Surgery", "Lifting", "YES"],
        ["Ines", "Roca", "Nurse", "=MIN(#REF!)", 38_001, 1, "Yes", None, "WAITING", "Records", "YES"],
        ["Tomo", "Arai", "Office", "Head", date(2018, 11, 5), 1, "Yes", None, "WAITING", None, "YES"],
        ["Lena-Sofie", "Bruun", "Nurse", "Clinic", 14_612, 0.5, "Yes", None, "Dosage", "Clinic", "YES"],
        ["Lena-Sofie", "Bruun", "Nurse", "School", 14_612, 0.5, "Yes", None, "Dosage", "Clinic", "YES"],
        [None] * 11,
        ["Yusuf", "Kaya", "Nurse", "Home", date(2003, 5, 19), 0.5, "No", None, None, "Visits", "YES"],
        ["Greta", "Holm", "Nurse", "Ward", 29_587, 0.5, "No", None, "WAITING", None, "YES"],
        ["Otto", "Vane", "Driver", "Van", 41_030, "=VLOOKUP(A13,M:M,2,FALSE)", "No", None, "First aid", None, "YES"],
        ["Nils", "Vane", "Driver", None, 35_555, "=VLOOKUP(A14,M:M,2,FALSE)", "No", None, None, "Winter", "YES"],
        ["Ada", "Whit", "Nurse", "Night", 42_424, 0.8, "No", None, "Lifting", "Triage", "YES"],
    ]
    sheet = sheet_of(book, "Staff", rows)
    for row in range(3, 16):
        sheet.cell(row, 6).number_format = "0%"
    sheet["H2"].comment = Comment("Nothing below", "Office")
    parts = Parts(book)
    parts.as_excel()
    parts.results(1, {"D6": "#REF!", "F13": "#N/A", "F14": "#N/A"})
    parts.keep_chain()
    return parts


def make_workbooks(data):
    for make in (
        *(filtered_table, data_types, xml_maps, towns, conditional_formats, structured_references),
        *(hidden_sheet, three_charts, many_formats),
    ):
        make().write(data / "workbooks" / f"{make.__name__}.xlsx")
    messy().write(data / "messy.xlsx")
