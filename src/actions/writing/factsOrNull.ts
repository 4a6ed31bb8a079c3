import { Failure } from "../../failure";
import type { Session } from "../../workbook/inExcel";
import { tableFacts, type TableFacts } from "../../workbook/tableFacts";
import type { Journal } from "./journal";

/** The table of a run, or null once somebody deleted it. */
export async function factsOrNull(session: Session, journal: Journal): Promise<TableFacts | null> {
  try {
    return await tableFacts(session, journal.table);
  } catch (error) {
    if (error instanceof Failure && error.code === "missing-table") return null;
    throw error;
  }
}
