import { renamedReferences, structuredReference } from "../../src/reports/structuredReference";

const columns = new Map([
  ["Amount", "Balance"],
  ["Net 'margin [%]", "=Net #2"],
]);
const renamed = renamedReferences("Customers", { table: "Borrowers", columns });

test.each([
  ["a column and its table", "=SUM(Customers[[Amount]])", "=SUM(Borrowers[[Balance]])"],
  [
    "a column of special characters on both sides",
    `=SUM(${structuredReference("Customers", "Net 'margin [%]")})`,
    `=SUM(${structuredReference("Borrowers", "=Net #2")})`,
  ],
  ["a column that keeps its name", "=COUNTA(Customers[[Id]])", "=COUNTA(Borrowers[[Id]])"],
  ["tables whose names begin or end alike", "=SUM(Customers2[[Amount]],My.Customers[[Amount]])", null],
  [
    "texts",
    '=COUNTIFS(Customers[[Id]],"Customers[[Amount]] ""x""")',
    '=COUNTIFS(Borrowers[[Id]],"Customers[[Amount]] ""x""")',
  ],
  ["columns of other tables", "=SUM(Tierbook_Owners[[Amount]])", null],
])("a formula follows the renaming of a table and its columns: %s", (_, formula, wanted) => {
  expect(renamed(formula)).toBe(wanted ?? formula);
});
