/**
 * A formula of the file as a user reads it: functions newer than the file format lose the prefix that hides them from old
 * readers. Structured references are kept in the file's long form, which is the model's too.
 */
export function fromFileFormula(formula: string): string {
  return formula.includes("_xl") ? formula.replace(/_xlfn\.(?:_xlws\.)?(?=[A-Z])|_xlpm\./g, "") : formula;
}

/**
 * A formula as the file stores it, without "=": short structured references such as `[@Amount]` and `[Amount]`, which only the
 * formula bar knows, are written out with the name of the table that the cell stands in, newer functions get their prefix, and
 * so do the parameters of LET and LAMBDA.
 *
 * Source: ECMA-376 part 1, 18.17.2 (grammar of stored formulas); [MS-XLSX] 2.2.2 (future functions).
 *
 * @param tableName - table around the cell, or null
 * @param before - text of the file that the formula was made of: its prefixes are used again
 */
export function toFileFormula(formula: string, tableName: string | null, before = ""): string {
  const text = formula.startsWith("=") ? formula.slice(1) : formula;
  const known = prefixesIn(before);
  const parameters = /\b(?:LET|LAMBDA)\s*\(/i.test(text) ? parametersOf(text) : noWords;
  return text.replace(tokens, (whole: string, ...groups: (string | undefined)[]) => {
    const [quoted, word, brackets, called, plain] = groups;
    if (quoted !== undefined) return whole;
    if (brackets !== undefined) {
      const table = word ?? tableName;
      // What stands in brackets before a sheet's name is another workbook: [1]Sheet1!A1.
      return table === null || /^\[\d+\]$/.test(brackets) ? whole : table + longForm(brackets);
    }
    const name = (called ?? plain ?? "").toUpperCase();
    const prefix =
      known.get(name) ?? (parameters.has(name) ? "_xlpm." : called === undefined ? "" : prefixOfFunction(name));
    return prefix + whole;
  });
}

/** The prefixes that a file's formula gives its words. */
function prefixesIn(formula: string): ReadonlyMap<string, string> {
  if (!formula.includes("_xl")) return noPrefixes;
  return new Map(
    [...formula.matchAll(/(_xlfn\.(?:_xlws\.)?(?=[A-Z])|_xlpm\.)([\p{L}\p{N}_.\\?]+)/gu)].map(
      ([, prefix = "", word = ""]) => [word.toUpperCase(), prefix],
    ),
  );
}

/** Names that LET and LAMBDA give: every other argument of the one, all but the last of the other. */
function parametersOf(formula: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open: { readonly called: string; arguments: number; word: string | null }[] = [];
  const closed = (last: boolean): void => {
    const call = open.at(-1);
    if (!call) return;
    const names = call.called === "LAMBDA" || (call.called === "LET" && call.arguments % 2 === 0);
    if (names && !last && call.word) found.add(call.word.toUpperCase());
    call.arguments += 1;
    call.word = null;
  };
  for (const [token, quoted, name, opening] of formula.matchAll(
    /("(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\])|([\p{L}_\\][\p{L}\p{N}_.\\?]*)?(\()|[\p{L}_\\][\p{L}\p{N}_.\\?]*(?!\()|[),]|[^\s]/gu,
  )) {
    if (opening !== undefined) open.push({ called: (name ?? "").toUpperCase(), arguments: 0, word: null });
    else if (token === ")") {
      closed(true);
      open.pop();
    } else if (token === ",") closed(false);
    else {
      const call = open.at(-1);
      // A word alone in its place is a name; anything before or behind it makes it a part of a formula.
      if (call) call.word = call.word === null && quoted === undefined && /^[\p{L}_]/u.test(token) ? token : "";
    }
  }
  return found;
}

const tokens =
  /("(?:[^"]|"")*"|'(?:[^']|'')*')|(?:([\p{L}_\\][\p{L}\p{N}_.\\?]*)?(\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\])|([\p{L}_\\][\p{L}\p{N}_.\\?]*)(?=\()|(?<![\p{L}\p{N}_.\\?$!])([\p{L}_\\][\p{L}\p{N}_.\\?]*)(?![\p{L}\p{N}_.\\?!(]))/gu;

/** `[@]`, `[@Col]`, `[@[Col]]` and `[@[A]:[B]]` in their long form; everything else is long already. */
function longForm(brackets: string): string {
  const inner = brackets.slice(1, -1);
  if (!inner.startsWith("@")) return brackets;
  const rest = inner.slice(1).trim();
  if (rest === "") return "[#This Row]";
  return `[[#This Row],${rest.startsWith("[") ? rest : `[${rest}]`}]`;
}

/** The prefix of a function that the first edition of the format does not know, or "". */
function prefixOfFunction(name: string): string {
  return worksheetFunctions.has(name) ? "_xlfn._xlws." : futureFunctions.has(name) ? "_xlfn." : "";
}

const noPrefixes: ReadonlyMap<string, string> = new Map();
const noWords: ReadonlySet<string> = new Set();
const worksheetFunctions = new Set(["FILTER", "SORT"]);

/** Functions of Excel 2010 and later. Source: [MS-XLSX] 2.2.2 (future-function-list), and those of Microsoft 365. */
const futureFunctions = new Set(
  (
    "ACOT ACOTH AGGREGATE ANCHORARRAY ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT " +
    "BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS " +
    "CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ENCODEURL " +
    "ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE " +
    "FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV " +
    "GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA " +
    "ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST " +
    "NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC " +
    "PERMUTATIONA PHI PIVOTBY POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST " +
    "RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SINGLE SKEW.P SORTBY STDEV.P STDEV.S STOCKHISTORY SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV " +
    "T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S " +
    "VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST"
  ).split(" "),
);
