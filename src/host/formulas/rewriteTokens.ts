import { tokenize, type Token } from "./tokenize";

/** The formula with some tokens replaced; null leaves a token as it is. A formula that cannot be read is returned unchanged. */
export function rewriteTokens(formula: string, rewrite: (token: Token) => string | null): string {
  const tokens = tokenize(formula);
  if (!("length" in tokens)) return formula;
  let changed = false;
  let text = formula.startsWith("=") ? "=" : "";
  for (const token of tokens) {
    const replacement = rewrite(token);
    if (replacement !== null && replacement !== token.text) changed = true;
    text += replacement ?? token.text;
  }
  return changed ? text : formula;
}
