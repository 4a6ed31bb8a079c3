/**
 * A formula of the file as a user reads it: functions newer than the file format lose the prefix that hides them from old
 * readers. Structured references are kept in the file's long form, which is the model's too.
 */
export function fromFileFormula(formula: string): string {
  return formula.includes("_xl") ? formula.replace(/_xlfn\.(?:_xlws\.)?(?=[A-Z])|_xlpm\./g, "") : formula;
}

/**
 * A formula as the file stores it, without "=": short structured references such as `[@Amount]` and `[Amount]`, which only the
 * formula bar knows, are written out with the name of the table that the cell stands in, and newer functions get their prefix.
 *
 * Source: ECMA-376 part 1, 18.17.2 (grammar of stored formulas); [MS-XLSX] 2.2.2 (future functions).
 *
 * @param tableName - table around the cell, or null
 */
export function toFileFormula(formula: string, tableName: string | null): string {
  const text = formula.startsWith("=") ? formula.slice(1) : formula;
  return text.replace(tokens, (whole: string, ...groups: (string | undefined)[]) => {
    const [quoted, word, brackets, called] = groups;
    if (quoted !== undefined) return whole;
    if (brackets !== undefined) {
      const table = word ?? tableName;
      // What stands in brackets before a sheet's name is another workbook: [1]Sheet1!A1.
      return table === null || /^\[\d+\]$/.test(brackets) ? whole : table + longForm(brackets);
    }
    return called !== undefined && futureFunctions.has(called.toUpperCase()) ? prefix(called) : whole;
  });
}

const tokens =
  /("(?:[^"]|"")*"|'(?:[^']|'')*')|(?:([\p{L}_\\][\p{L}\p{N}_.\\?]*)?(\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\])|([\p{L}_\\][\p{L}\p{N}_.\\?]*)(?=\())/gu;

/** `[@]`, `[@Col]`, `[@[Col]]` and `[@[A]:[B]]` in their long form; everything else is long already. */
function longForm(brackets: string): string {
  const inner = brackets.slice(1, -1);
  if (!inner.startsWith("@")) return brackets;
  const rest = inner.slice(1).trim();
  if (rest === "") return "[#This Row]";
  return `[[#This Row],${rest.startsWith("[") ? rest : `[${rest}]`}]`;
}

function prefix(word: string): string {
  return (worksheetFunctions.has(word.toUpperCase()) ? "_xlfn._xlws." : "_xlfn.") + word;
}

const worksheetFunctions = new Set(["FILTER", "SORT"]);

/** Functions of Excel 2010 and later that people use in such workbooks. */
const futureFunctions = new Set(
  (
    "AGGREGATE ARRAYTOTEXT BYCOL BYROW CEILING.MATH CHOOSECOLS CHOOSEROWS CONCAT COVARIANCE.P COVARIANCE.S DAYS DROP EXPAND FILTER FLOOR.MATH " +
    "FORMULATEXT HSTACK IFNA IFS ISFORMULA ISOWEEKNUM LAMBDA LET MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL NORM.DIST " +
    "NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC QUARTILE.EXC QUARTILE.INC " +
    "RANDARRAY RANK.AVG RANK.EQ REDUCE SCAN SEQUENCE SHEET SHEETS SORT SORTBY STDEV.P STDEV.S SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN " +
    "TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR"
  ).split(" "),
);
