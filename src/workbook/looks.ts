import { cameToFront } from "./inFront";
import type { Session } from "./inExcel";
import { tolerated } from "./tolerated";

/** What of a look Excel may refuse. */
export type LookKind = "chart" | "page" | "freeze" | "gridlines" | "widths" | "marks" | "labels" | "filter" | "name";

/** A look that Excel refused, and the sheet or table that is without it. */
export interface MissingLook {
  readonly kind: LookKind;
  readonly where: string;
}

/** Something that a run can do without. Setting it again changes nothing. */
export interface Look extends MissingLook {
  /** Puts it into the batch. */
  readonly queue: () => void;
  /** What must be known anew before it is tried again. */
  readonly again?: () => Promise<void>;
}

/**
 * Sets looks as far as Excel does: all in one request, and where that fails each in its own, so that one that is refused
 * (a page without a printer, a window that is not in front) takes no other with it.
 *
 * @returns those that could not be set
 */
export async function setLooks(session: Session, looks: readonly Look[]): Promise<readonly MissingLook[]> {
  if (looks.length === 0 || (await wasSet(session, looks))) return [];
  let refused = await refusedAmong(session, looks);
  // Frozen rows and gridlines are refused while another workbook is in front.
  if (refused.length > 0 && (await cameToFront(session)) === true) refused = await refusedAmong(session, refused);
  return refused.map(({ kind, where }) => ({ kind, where }));
}

/** Each is tried twice, for a busy Excel, and at once, for a chart takes its place from the widths before it. */
async function refusedAmong(session: Session, looks: readonly Look[]): Promise<readonly Look[]> {
  const refused: Look[] = [];
  for (const look of looks) {
    const set = (): Promise<boolean> => wasSet(session, [look], look.again);
    if (!(await set()) && !(await set())) refused.push(look);
  }
  return refused;
}

async function wasSet(session: Session, looks: readonly Look[], before?: () => Promise<void>): Promise<boolean> {
  return tolerated(async () => {
    await before?.();
    for (const { queue } of looks) queue();
    await session.sync();
  });
}
