import { Failure } from "../../failure";
import type { Session } from "../../workbook/inExcel";
import { scanStore } from "../../workbook/scanStore";
import { openStore, readEntries, type Head, type Store } from "../../workbook/store";
import { readStored } from "../writing/journal";
import { rebuiltHead } from "./rebuiltHead";

/**
 * Finds the store as `openStore` does. Where its directory is damaged it is made again of the texts that still stand
 * there; nothing is written before whoever asked writes something.
 *
 * @throws {Failure} `plan-too-new` for the store of a newer Tierbook
 */
export async function openStored(session: Session): Promise<Store> {
  const store = await openStore(session);
  if (store.newer !== null) throw newerStore(store.newer);
  return store.exists && store.head === null && !store.halfMade ? { ...store, head: await headAgain(session) } : store;
}

/** The refusal of a store that a newer Tierbook keeps. */
export function newerStore(found: number): Failure {
  return new Failure("plan-too-new", `openStored requires a store of form 1, got ${found}`, {
    detail: { found, known: 1 },
  });
}

/** The directory as its texts tell it; null where there are none. */
export async function headAgain(session: Session): Promise<Head | null> {
  const found = await scanStore(session);
  const loose: Head = { tierbook: 1, entries: {}, run: null };
  // The youngest run log that is whole says which text was which revision of the plan.
  const logs = found.filter(({ name }) => name === "runs").sort((a, b) => (a.at < b.at ? 1 : -1));
  for (const { row, parts, sha256 } of logs) {
    const texts = await readEntries(session, { ...loose, entries: { runs: { row, parts, sha256 } } }, ["runs"]);
    const runs = readStored("runs", texts["runs"]);
    if (runs) return rebuiltHead(found, runs);
  }
  return rebuiltHead(found, []);
}
