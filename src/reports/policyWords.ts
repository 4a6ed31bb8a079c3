import type { PolicyField, PolicyWords } from "../policy/policyTable";
import { languages } from "../text/language";
import { sheetWords } from "../text/sheetWords";

const headers = languages.map((language) => sheetWords(language).policy.headers);
const fields = Object.keys(headers[0] ?? {}) as PolicyField[];

/** The headers of the Policy sheet in every language, so that a sheet is understood whatever language it was made in. */
export const policyWords = Object.fromEntries(
  fields.map((field) => [field, headers.map((words) => words[field])]),
) as unknown as PolicyWords;
