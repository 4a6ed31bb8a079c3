import { harmlessJson, type HarmlessLimits } from "../../plan/harmlessJson";

/** Deeper than anything that is kept: a report's cell lies eight levels down. */
const depth = 12;

const small = { characters: 250_000, values: 10_000, depth };
const middling = { characters: 2_000_000, values: 60_000, depth };
/** Long texts of few parts: a mark per customer, one behind the other. */
const perCustomer = { characters: 8_000_000, values: 20_000, objects: 10_000, depth };
/** Cells of reports, each of which is looked at by itself. */
const ofCells = { characters: 8_000_000, values: 600_000, depth };

/** What each stored text may come to; far more than any workbook needs, and little enough to be refused at once. */
const limits = {
  journal: { characters: 4_000_000, values: 120_000, objects: 10_000, depth },
  docs: ofCells,
  before: ofCells,
  own: small,
  runs: middling,
  register: { characters: 8_000_000, values: 150_000, depth },
  labels: perCustomer,
  moves: { characters: 4_000_000, values: 200_000, depth },
  periods: small,
  carried: middling,
  ended: small,
  changes: perCustomer,
  undo: perCustomer,
  seen: { characters: 8_000_000, values: 200_000, objects: 5_000, depth },
} as const satisfies Readonly<Record<string, HarmlessLimits>>;

/**
 * The data in a stored text, of which its size is known before any of it is looked at.
 *
 * @throws {Failure} `plan-hostile`, `plan-broken`
 */
export function storedJson(kind: keyof typeof limits, text: string): unknown {
  return harmlessJson(text, limits[kind]);
}
