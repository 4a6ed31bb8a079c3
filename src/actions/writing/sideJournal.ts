import { freeSheetName, type FoundSheet } from "../../workbook/ownSheets";
import { sha256 } from "../../workbook/sha256";
import type { TableFacts } from "../../workbook/tableFacts";
import type { Journal } from "./journal";

export interface SideWriting {
  readonly kind: Exclude<Journal["kind"], "run">;
  /** What tells this writing from another of the same moment. */
  readonly mark: string;
  readonly now: Date;
  /** Who asks for it, as typed; empty if not stated. */
  readonly person: string;
  readonly facts: TableFacts;
  readonly keyColumn: string;
  readonly fingerprint: string;
  readonly found: readonly FoundSheet[];
}

/** What all writings that classify nobody have in their journals: the table as it stands, and where labels are staged. */
export async function sideJournal(
  writing: SideWriting,
): Promise<Pick<Journal, "kind" | "record" | "table" | "keyColumn" | "idsBefore" | "namesBefore" | "staging">> {
  const { kind, mark, now, person, facts, keyColumn, fingerprint, found } = writing;
  const at = now.toISOString();
  return {
    kind,
    record: {
      id: (await sha256(`${at} ${fingerprint} ${mark}`)).slice(0, 16),
      at,
      person: person.slice(0, 255),
      status: "complete",
      table: facts.name,
      rows: facts.rows,
      segmentations: [],
      fingerprint,
    },
    table: { id: facts.id, name: facts.name },
    keyColumn,
    idsBefore: facts.columns.map(({ id }) => id),
    namesBefore: facts.columns.map(({ name }) => name),
    staging: freeStagingName(found),
  };
}

/** A name for the staging sheet that no sheet has. */
export function freeStagingName(found: readonly FoundSheet[]): string {
  return freeSheetName(
    "_tierbook_staging",
    found.map(({ name }) => name),
  );
}
