/** What a probe learns: plain JSON, so that two Excels can be compared. */
export type Answer = null | boolean | number | string | readonly Answer[] | { readonly [name: string]: Answer };

/** One question to Excel. It works on a scratch sheet of its own and judges nothing. */
export interface Probe {
  /** "P07": what comments in `src/host` and `known.json` name. */
  readonly id: string;
  readonly asks: string;
  /** @param sheet - the name of an empty sheet, deleted afterwards */
  readonly run: (sheet: string) => Promise<unknown>;
}

/** Does something in a context of its own; the answer is its result, "ok", or the code by which Excel refused. */
export async function attempt(work: (context: Excel.RequestContext) => Promise<unknown>): Promise<unknown> {
  try {
    return (await Excel.run(work)) ?? "ok";
  } catch (error) {
    return { error: codeOf(error) };
  }
}

/** The same with the scratch sheet at hand and a last `sync`. */
export function onSheet(
  name: string,
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown,
): Promise<unknown> {
  return attempt(async (context) => {
    const result: unknown = await work(context.workbook.worksheets.getItem(name), context);
    await context.sync();
    return result;
  });
}

/** Excel's code, or the name of an error that is not Excel's. */
export function codeOf(error: unknown): string {
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  return String(code ?? name);
}

type Cells = readonly (readonly (string | number | boolean)[])[];

/** Puts cells onto the sheet, from B3 on unless said otherwise. */
export function put(sheet: Excel.Worksheet, rows: Cells, at = "B3"): Excel.Range {
  const range = sheet.getRange(at).getResizedRange(rows.length - 1, (rows[0]?.length ?? 1) - 1);
  range.values = rows.map((row) => [...row]);
  return range;
}

/** A table of cells; its name has to be new in the workbook. */
export async function makeTable(sheet: Excel.Worksheet, name: string, rows: Cells, at = "B3"): Promise<Excel.Table> {
  const range = put(sheet, rows, at);
  await sheet.context.sync();
  const table = sheet.tables.add(range, true);
  table.name = name;
  await sheet.context.sync();
  return table;
}

/** Values, formulas, formats or whatever of a range. */
export async function look(sheet: Excel.Worksheet, address: string, properties: string): Promise<unknown[]> {
  const range = sheet.getRange(address).load(properties);
  await sheet.context.sync();
  return properties.split(",").map((property) => (range as unknown as Record<string, unknown>)[property]);
}

/** Columns of a table, as Excel names them now. */
export async function columnNames(table: Excel.Table): Promise<string[]> {
  const columns = table.columns.load("items/name");
  await table.context.sync();
  return columns.items.map(({ name }) => name);
}
