import type { PolicyWords } from "../segmentations/shared/policy/policyTable";
import { policyEn } from "../text/sheet/policyEn";
import { policyZh } from "../text/sheet/policyZh";

const headers = [policyEn.headers, policyZh.headers];

/** The headers and tests of the Policy sheet in every language, so that a sheet is understood whatever language it was made in. */
export const policyWords = {
  ...Object.fromEntries(
    (Object.keys(policyEn.headers) as (keyof typeof policyEn.headers)[]).map((field) => [
      field,
      headers.map((words) => words[field]),
    ]),
  ),
  tests: Object.fromEntries(
    (Object.keys(policyEn.tests) as (keyof typeof policyEn.tests)[]).map((token) => [
      token,
      [policyEn.tests[token], policyZh.tests[token]],
    ]),
  ),
} as unknown as PolicyWords;
