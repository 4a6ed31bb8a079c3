import { relationships, sheetXml, smallParts } from "./smallBook";

export const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const oneCell = '<row r="1"><c r="A1"><v>1</v></c></row>';

/** A book of some sheets with names, as its maker wrote them. */
export function bookWith(sheets: readonly string[], names: string, cells = oneCell): Record<string, string> {
  const parts = smallParts(cells);
  const list = sheets.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  parts["xl/workbook.xml"] =
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join("")}</sheets><definedNames>${names}</definedNames></workbook>`;
  parts["xl/_rels/workbook.xml.rels"] = relationships(
    Object.fromEntries(sheets.map((_, i) => [`rId${i + 1}`, ["worksheet", `worksheets/sheet${i + 1}.xml`]])),
  );
  sheets.forEach((_, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] ??= sheetXml("");
  });
  return parts;
}

/** Formulas of functions newer than the file format, as it stores them. */
export const future = [
  "_xlfn.LAMBDA(_xlpm.x,_xlpm.y,_xlpm.x+_xlpm.y)",
  "_xlfn.LET(_xlpm.a,1,_xlpm.b,Data!$A$1,_xlpm.a+_xlpm.b)",
  "_xlfn.ANCHORARRAY(Data!$B$2)",
  "_xlfn.SINGLE(Data!$A$1:$A$9)",
  "_xlfn.FORECAST.LINEAR(1,Data!$A$1:$A$9,Data!$B$1:$B$9)",
  "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(Data!$A$1:$A$9,Data!$A$1:$A$9&gt;0))",
  "_xlfn.BRANDNEW(_xlfn.LAMBDA(_xlpm.LETTER,_xlop.rest,_xlpm.LETTER)(1))",
  "_xlfn.BYROW(Data!$A$1:$B$9,_xleta.SUM)",
];

/** A table that a query fills, with a column of the user's own where asked. */
export function queryBook(more = ""): Record<string, string> {
  const heads = ["Id", "Amount", ...(more ? ["Note"] : [])];
  const end = heads.length === 3 ? "C3" : "B3";
  const rows = [heads, ["a", "b", "c"], ["d", "e", "f"]].map(
    (texts, i) =>
      `<row r="${i + 1}">${heads.map((_, j) => `<c r="${"ABC"[j]}${i + 1}" t="inlineStr"><is><t>${texts[j]}</t></is></c>`).join("")}</row>`,
  );
  const parts = smallParts(sheetXml(rows.join(""), `<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`));
  const columns = heads.map(
    (name, i) => `<tableColumn id="${i + 1}" uniqueName="${i + 1}" name="${name}" queryTableFieldId="${i + 1}"/>`,
  );
  return {
    ...parts,
    "xl/worksheets/_rels/sheet1.xml.rels": relationships({ rId1: ["table", "../tables/table1.xml"] }),
    "xl/tables/table1.xml": `<table xmlns="${main}" id="1" name="Q" displayName="Q" ref="A1:${end}" tableType="queryTable" totalsRowShown="0"><tableColumns count="${heads.length}">${columns.join("")}</tableColumns></table>`,
    "xl/tables/_rels/table1.xml.rels": relationships({ rId1: ["queryTable", "../queryTables/queryTable1.xml"] }),
    "xl/queryTables/queryTable1.xml":
      `<queryTable xmlns="${main}" name="ExternalData_1" connectionId="1"><queryTableRefresh nextId="${heads.length + 1}"${more ? ' unboundColumnsRight="1"' : ""}>` +
      `<queryTableFields count="${heads.length}"><queryTableField id="1" name="Id" tableColumnId="1"/><queryTableField id="2" name="Amount" tableColumnId="2"/>${more}</queryTableFields></queryTableRefresh></queryTable>`,
  };
}

const panesType = "http://schemas.microsoft.com/office/2011/relationships";
const we = "http://schemas.microsoft.com/office/webextensions";

/** A book with another add-in's part, with or without the relationship that makes it count. */
export function addInBook(linked: boolean): Record<string, string> {
  const parts = smallParts(oneCell);
  const relation = `<Relationship Id="rId9" Type="${panesType}/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/>`;
  return {
    ...parts,
    "_rels/.rels": linked
      ? (parts["_rels/.rels"] ?? "").replace("</Relationships>", `${relation}</Relationships>`)
      : (parts["_rels/.rels"] ?? ""),
    "[Content_Types].xml": (parts["[Content_Types].xml"] ?? "").replace(
      "</Types>",
      '<Override PartName="/xl/webextensions/taskpanes.xml" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/><Override PartName="/xl/webextensions/webextension1.xml" ContentType="application/vnd.ms-office.webextension+xml"/></Types>',
    ),
    "xl/webextensions/taskpanes.xml": `<wetp:taskpanes xmlns:wetp="${we}/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="0" width="350" row="1"><wetp:webextensionref xmlns:r="${office}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
    "xl/webextensions/_rels/taskpanes.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${panesType}/webextension" Target="webextension1.xml"/></Relationships>`,
    "xl/webextensions/webextension1.xml": `<we:webextension xmlns:we="${we}/webextension/2010/11" id="{11111111-2222-4333-8444-555555555555}"><we:reference id="wa104100404" version="3.0.0.1" store="en-US" storeType="OMEX"/><we:alternateReferences/><we:properties><we:property name="num" value="1.0"/><we:property name="plain" value="not json"/></we:properties><we:bindings/><we:snapshot xmlns:r="${office}"/></we:webextension>`,
  };
}
