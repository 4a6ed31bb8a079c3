import { CellKind } from "../table/customerTable";
import type { Session } from "./inExcel";
import { readColumns } from "./readColumns";
import type { TableFacts } from "./tableFacts";

/** The error values that stand in a table, and in cells without a formula on sheets that people fill in. */
export async function errorsOfUser(
  session: Session,
  facts: TableFacts,
  sheets: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const columns = await readColumns(
    session,
    facts,
    facts.columns.map(({ name }) => name),
  );
  for (const { kinds, texts } of columns) {
    kinds.forEach((kind, row) => {
      if (kind === CellKind.error) found.add(texts[row] ?? "");
    });
  }
  const used = sheets.map((name) =>
    session.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true).load("formulas,values,valueTypes"),
  );
  await session.sync();
  for (const range of used) {
    if (range.isNullObject) continue;
    range.valueTypes.forEach((types: readonly string[], row) => {
      types.forEach((type, i) => {
        const formula = String(range.formulas[row]?.[i]);
        if (type === "Error" && !formula.startsWith("=")) found.add(String(range.values[row]?.[i]));
      });
    });
  }
  return found;
}
