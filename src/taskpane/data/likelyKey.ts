import type { InspectedColumn, TableInspection } from "../../actions/inspectTable";

const clientName = /client|customer|borrower|obligor|counterparty|客户|借款人|企业/iu;
const idName = /(^|[\s_-])(id|no|nr|key|code|number|symbol)\.?$|^(id|no)[\s_.-]|编号|代号|代码|证件号|客户号/iu;
const nameName = /name|client$|customer$|company|名称|姓名|户名/iu;

/**
 * The column that tells customers apart, as far as one can guess. A client's id that repeats comes before a loan's that
 * does not; where nothing is without repeats, the likeliest column in which keys repeat. Where an id column has faults,
 * no other column takes its place unasked: the names of customers least of all.
 */
export function likelyKey({ columns, keyCandidates, problems }: TableInspection): string {
  const [first = ""] = keyCandidates;
  const repeated = columns.filter((column) => column.repeats !== undefined && !isNearlyUnique(column));
  const clientId = mostDifferent(repeated.filter(({ name }) => clientName.test(name) && idName.test(name)));
  if (clientId && !keyCandidates.some((name) => clientName.test(name))) return clientId.name;
  const faulty = problems.some(
    ({ kind }) => kind === "duplicate-keys" || kind === "blank-keys" || kind === "digits-lost",
  );
  const isId = columns.some(({ name, looksLike }) => name === first && looksLike === "key");
  if (faulty && !isId) return "";
  if (first !== "") return first;
  const named = repeated.filter(({ name }) => [clientName, idName, nameName].some((words) => words.test(name)));
  return mostDifferent(named)?.name ?? "";
}

function mostDifferent(columns: readonly InspectedColumn[]): InspectedColumn | undefined {
  return [...columns].sort((a, b) => b.distinct - a.distinct)[0];
}

/** A few repeats are faults in a column of ids, not a sign of several rows per client. */
export function isNearlyUnique({ distinct, counts }: InspectedColumn): boolean {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return distinct >= 0.8 * rows;
}
