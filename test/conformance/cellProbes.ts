import { attempt, look, onSheet, put, type Probe } from "./probe";

const typed = [
  ...["1,234.5", "12%", "$5", "(7)", "1e3", "007", " 8 ", "1/2/2026", "1/2/29", "1/2/30", "3-Jan-26", "Jan-26"],
  ...["12:30", "TRUE", "#N/A", "'=1+1", "123456789012345678", "1-2", "½", "１２"],
];

/** Texts joined to about so many characters: none in a formula may be longer than 255. */
function quoted(characters: number): string {
  return Array.from({ length: Math.floor(characters / 200) }, () => `"${"z".repeat(197)}"`).join("&");
}

/** What becomes of what is written into cells. */
export const cellProbes: readonly Probe[] = [
  {
    id: "P01",
    asks: "texts that look like numbers, dates, logical values and errors, written into General cells",
    run: (name) =>
      onSheet(name, async (sheet) => {
        put(
          sheet,
          typed.map((text) => [text]),
          "A1",
        );
        return look(sheet, `A1:A${typed.length}`, "values,numberFormat,valueTypes");
      }),
  },
  {
    id: "P05",
    asks: "a text prefix and a formula in a General cell and in one formatted as text; a number in the latter",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        sheet.getRange("B1:B3").numberFormat = [["@"], ["@"], ["@"]];
        await context.sync();
        put(
          sheet,
          [
            ["'=1+1", "'=1+1"],
            ["=1+1", "=1+1"],
            [7, 7],
          ],
          "A1",
        );
        return look(sheet, "A1:B3", "values,formulas,text,valueTypes");
      }),
  },
  {
    id: "P27",
    asks: "a single format and a 1 × 1 array over several cells; a column wider than Excel allows",
    run: async (name) => ({
      formats: await onSheet(name, async (sheet) => {
        sheet.getRange("A1:A2").numberFormat = [["0.00"]];
        return look(sheet, "A1:A2", "numberFormat");
      }),
      width: await onSheet(name, async (sheet) => {
        sheet.getRange("A:A").format.columnWidth = 5_000;
      }),
    }),
  },
  {
    id: "P31",
    asks: "texts and formulas of the longest length and one more, alone and beside others",
    run: async (name) => {
      const write = (text: string) =>
        onSheet(name, async (sheet, context) => {
          sheet.getRange("A1:B1").values = [["before", text]];
          await context.sync();
        });
      const left = () =>
        onSheet(name, async (sheet) => {
          const [values] = (await look(sheet, "A1:B1", "values")) as [unknown[][]];
          return values[0]?.map((value) => String(value).length);
        });
      const long = async (text: string) => [await write(text), await left()];
      return {
        text: await long("x".repeat(32_767)),
        longer: await long("y".repeat(32_768)),
        formula: await long(`=LEN(${quoted(8_180)})`),
        longerFormula: await long(`=LEN(${quoted(8_300)})`),
      };
    },
  },
  {
    id: "P45",
    asks: "how deep functions, parentheses and signs may be nested in a formula",
    run: async (name) => {
      const set = (formula: string) =>
        onSheet(name, (sheet) => {
          sheet.getRange("A1").formulas = [[formula]];
        });
      const nested = (open: string, deep: number, close: string) => set(`=${open.repeat(deep)}1${close.repeat(deep)}`);
      return {
        functions: [await nested("ABS(", 60, ")"), await nested("ABS(", 64, ")"), await nested("ABS(", 66, ")")],
        parentheses: [await nested("(", 60, ")"), await nested("(", 70, ")")],
        signs: [await nested("-", 60, ""), await nested("-", 300, "")],
      };
    },
  },
  {
    id: "P33",
    asks: "clearing half of an area with rules, validation and a merge; a link set and taken away",
    run: async (name) => ({
      clear: await onSheet(name, async (sheet, context) => {
        put(sheet, [[1], [2], [3], [4]], "A1");
        const rule = sheet.getRange("A1:A4").conditionalFormats.add("Custom");
        rule.custom.rule.formula = "=A1>2";
        sheet.getRange("A1:A4").dataValidation.rule = { list: { inCellDropDown: true, source: "1,2" } };
        await context.sync();
        sheet.getRange("A3:A4").clear();
        await context.sync();
        const rules = sheet.getRange("A1:A4").conditionalFormats.load("items/type");
        const valid = ["A1", "A4"].map((at) => sheet.getRange(at).dataValidation.load("type"));
        await context.sync();
        return [rules.items.length, valid.map(({ type }) => type)];
      }),
      link: await onSheet(name, async (sheet, context) => {
        const cell = sheet.getRange("C1");
        cell.hyperlink = { documentReference: `'${name}'!A1`, textToDisplay: "there" };
        await context.sync();
        const [linked] = await look(sheet, "C1", "values");
        cell.format.font.load("color,underline");
        await context.sync();
        return [linked, cell.format.font.underline];
      }),
    }),
  },
  {
    id: "P36",
    asks: "halves of a character of two code units at the ends of cells",
    run: (name) =>
      onSheet(name, async (sheet) => {
        sheet.getRange("A1:A2").numberFormat = [["@"], ["@"]];
        put(sheet, [["|x\ud83d"], ["|\ude00y"]], "A1");
        const [values] = (await look(sheet, "A1:A2", "values")) as [unknown[][]];
        return values.map(([text]) => Array.from(String(text), (one) => one.codePointAt(0)?.toString(16)));
      }),
  },
  {
    id: "P26",
    asks: "how Excel sorts numbers, texts, logical values, errors and blanks, both ways",
    run: async (name) => {
      const sorted = (ascending: boolean) =>
        onSheet(name, async (sheet, context) => {
          put(sheet, [["b"], [2], [""], [true], ["A"], ["a"], ["=1/0"], [-1], [false], ["é"], ["客户"], ["10"]], "A1");
          await context.sync();
          sheet.getRange("A1:A12").sort.apply([{ key: 0, ascending }], false, false);
          await context.sync();
          return look(sheet, "A1:A12", "values");
        });
      return [await sorted(true), await sorted(false)];
    },
  },
  {
    id: "P25",
    asks: "how rows and columns that are inserted look, and what is refused at the edge of the sheet",
    run: async (name) => ({
      looks: await onSheet(name, async (sheet, context) => {
        sheet.getRange("B2").format.fill.color = "#FFFF00";
        put(sheet, [[1]], "B2");
        await context.sync();
        sheet.getRange("B3:B3").insert("Down");
        sheet.getRange("C2:C2").insert("Right");
        await context.sync();
        const fills = ["B3", "C2"].map((at) => sheet.getRange(at).format.fill.load("color"));
        await context.sync();
        return fills.map(({ color }) => color);
      }),
      edge: await onSheet(name, async (sheet, context) => {
        sheet.getRange("XFD9").values = [["last"]];
        await context.sync();
        sheet.getRange("A9:A9").insert("Right");
        await context.sync();
      }),
    }),
  },
  {
    id: "P22",
    asks: "the merged areas of 600 pairs of cells, and merging within a table",
    run: async (name) => {
      await onSheet(name, (sheet) => {
        for (let row = 0; row < 600; row++) sheet.getRangeByIndexes(row, 0, 1, 2).merge();
      });
      return {
        areas: await onSheet(name, async (sheet, context) => {
          const merged = sheet.getRange("A1:B600").getMergedAreasOrNullObject();
          merged.areas.load("items/rowIndex");
          await context.sync();
          return merged.isNullObject ? null : merged.areas.items.length;
        }),
        kept: await onSheet(name, async (sheet, context) => {
          put(
            sheet,
            [
              [1, 2],
              [3, 4],
            ],
            "H1",
          );
          await context.sync();
          sheet.getRange("H1:I2").merge(true);
          await context.sync();
          return look(sheet, "H1:I2", "values");
        }),
        inTable: await onSheet(name, async (sheet, context) => {
          put(
            sheet,
            [
              ["k", "v"],
              [1, 2],
            ],
            "L1",
          );
          sheet.tables.add("L1:M2", true);
          await context.sync();
          sheet.getRange("L2:M2").merge();
          await context.sync();
        }),
      };
    },
  },
  {
    id: "P19",
    asks: "what copying formats carries along: rules and validation",
    run: (name) =>
      onSheet(name, async (sheet, context) => {
        const from = sheet.getRange("A1:A2");
        from.conditionalFormats.add("Custom").custom.rule.formula = "=A1>2";
        from.dataValidation.rule = { list: { inCellDropDown: true, source: "1,2" } };
        await context.sync();
        sheet.getRange("C1").copyFrom("A1:A2", "Formats");
        await context.sync();
        const rules = sheet.getRange("C1:C2").conditionalFormats.load("items/type");
        const validation = sheet.getRange("C1").dataValidation.load("type");
        await context.sync();
        return [rules.items.length, validation.type];
      }),
  },
  {
    id: "P32",
    asks: "a rule for dates after 1 March 1900, in this workbook's date system",
    run: (name) =>
      onSheet(name, (sheet) => {
        const date = { operator: "GreaterThan", formula1: "1900-03-01" } as const;
        sheet.getRange("A1").dataValidation.rule = { date };
      }),
  },
  {
    id: "P41",
    asks: "a request of more than 5 MB",
    run: (name) =>
      onSheet(name, (sheet) => {
        const text = "x".repeat(30_000);
        sheet.getRange("A1:A200").values = Array.from({ length: 200 }, () => [text]);
      }),
  },
  {
    id: "P40",
    asks: "a custom XML part of 1 MB",
    run: () =>
      attempt(async (context) => {
        const part = context.workbook.customXmlParts.add(`<p xmlns="urn:tierbook:probe">${"x".repeat(1_000_000)}</p>`);
        await context.sync();
        const xml = part.getXml();
        await context.sync();
        part.delete();
        await context.sync();
        return xml.value.length > 1_000_000;
      }),
  },
];
