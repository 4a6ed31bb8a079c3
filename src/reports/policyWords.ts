import type { PolicyWords } from "../policy/policyTable";
import { policyEn } from "../text/sheet/policyEn";
import { policyZh } from "../text/sheet/policyZh";

const headers = [policyEn.headers, policyZh.headers];

/** The headers of the Policy sheet in every language, so that a sheet is understood whatever language it was made in. */
export const policyWords = Object.fromEntries(
  (Object.keys(policyEn.headers) as (keyof PolicyWords)[]).map((field) => [
    field,
    headers.map((words) => words[field]),
  ]),
) as unknown as PolicyWords;
