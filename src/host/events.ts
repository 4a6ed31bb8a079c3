import { areaAddress, intersection, type Area } from "./model/address";
import type { Change, Sheet } from "./model/book";
import { eventCategory, type EventEntry } from "./protocol";
import type { Session } from "./session";

/** Numbers of Excel's events on the wire. Source: `eventType` in the client's event handlers. */
export const EventType = {
  SheetChanged: 10,
  SheetActivated: 11,
  SheetDeactivated: 12,
  SheetAdded: 13,
  SheetSelectionChanged: 14,
  SheetDeleted: 15,
  WorkbookActivated: 2203,
  TableSelectionChanged: 100,
  TableChanged: 101,
  TableAdded: 102,
  TableDeleted: 103,
} as const;

/** The target id of an event registered for the whole workbook. */
export const workbookTarget = "Workbook";

interface EventSource {
  /** Keeps events back until `release`. */
  readonly hold: () => void;
  readonly release: () => void;
  readonly listen: (listener: (entries: readonly EventEntry[]) => void) => () => void;
  /** The workbook came to the front. */
  readonly tellActivated: () => void;
  readonly close: () => void;
}

/**
 * Turns changes of the model into the events that office.js registered for. Changes outside a request (a person
 * typing into the grid) are told in the next turn, those of a request after its answer.
 */
export function eventSource(session: Session): EventSource {
  const { book } = session;
  const listeners = new Set<(entries: readonly EventEntry[]) => void>();
  let waiting: EventEntry[] = [];
  let held = 0;
  let before = { sheetId: book.activeSheetId, selection: areaAddress(book.selection) };

  const release = (): void => {
    held = Math.max(0, held - 1);
    if (held > 0 || waiting.length === 0) return;
    const entries = waiting;
    waiting = [];
    for (const listener of listeners) listener(entries);
  };
  const send = (type: number, targets: readonly string[], args: Record<string, unknown>): void => {
    if (!session.eventsEnabled || session.quiet > 0) return;
    for (const target of targets) {
      if (!session.registered.has(`${type} ${target}`)) continue;
      if (waiting.length === 0 && held === 0) {
        held = 1;
        setTimeout(release, session.profile.eventsLate);
      }
      waiting.push([eventCategory, type, target, JSON.stringify(args), ""]);
    }
  };
  const hear = (change: Change): void => {
    if (session.registered.size === 0) {
      before = { sheetId: book.activeSheetId, selection: areaAddress(book.selection) };
      return;
    }
    if (change.kind === "book" && change.what === "active") {
      const now = { sheetId: book.activeSheetId, selection: areaAddress(book.selection) };
      tellActive(send, before, now);
      before = now;
    } else tell(send, change, who(session));
  };
  book.listeners.add(hear);
  return {
    hold: () => {
      held += 1;
    },
    release,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tellActivated: () => send(EventType.WorkbookActivated, [workbookTarget], {}),
    close: () => book.listeners.delete(hear),
  };
}

type Send = (type: number, targets: readonly string[], args: Record<string, unknown>) => void;

interface Place {
  readonly sheetId: string;
  readonly selection: string;
}

function tellActive(send: Send, before: Place, now: Place): void {
  if (before.sheetId !== now.sheetId) {
    send(EventType.SheetDeactivated, [before.sheetId, workbookTarget], { worksheetId: before.sheetId });
    send(EventType.SheetActivated, [now.sheetId, workbookTarget], { worksheetId: now.sheetId });
  }
  if (before.sheetId !== now.sheetId || before.selection !== now.selection) {
    send(EventType.SheetSelectionChanged, [now.sheetId, workbookTarget], {
      address: now.selection,
      worksheetId: now.sheetId,
    });
  }
}

/** What events say of whose a change is; nothing where this Excel does not. */
function who({ profile, answering }: Session): Record<string, unknown> {
  return profile.saysWhoEdits ? { triggerSource: answering ? "ThisLocalAddin" : "Unknown" } : {};
}

function tell(send: Send, change: Change, by: Record<string, unknown>): void {
  // New values of formulas are no edits. [D] onChanged
  if (change.kind === "cells" && change.what === "content" && change.calculated !== true)
    tellCells(send, change.sheet, change.area, "RangeEdited", by);
  if (change.kind === "rows" || change.kind === "columns") {
    const count = change.inserted || change.deleted;
    const word = change.kind === "rows" ? "Row" : "Column";
    tellCells(
      send,
      change.sheet,
      wholeArea(change.kind, change.index, count),
      `${word}${change.inserted > 0 ? "Inserted" : "Deleted"}`,
      by,
    );
  }
  if (change.kind === "sheet" && change.what !== "changed") {
    const type = change.what === "added" ? EventType.SheetAdded : EventType.SheetDeleted;
    send(type, [workbookTarget], { source: "Local", worksheetId: change.sheet.id });
  }
  if (change.kind === "table" && change.what !== "changed") {
    const type = change.what === "added" ? EventType.TableAdded : EventType.TableDeleted;
    const { table, sheet } = change;
    send(type, [workbookTarget, sheet.id], {
      source: "Local",
      tableId: table.id,
      tableName: table.name,
      worksheetId: sheet.id,
    });
  }
}

function wholeArea(kind: "rows" | "columns", index: number, count: number): Area {
  return kind === "rows"
    ? { row: index, column: 0, rows: count, columns: 16_384 }
    : { row: 0, column: index, rows: 1_048_576, columns: count };
}

function tellCells(send: Send, sheet: Sheet, area: Area, changeType: string, by: Record<string, unknown>): void {
  const common = { changeType, source: "Local", worksheetId: sheet.id };
  const reference = (part: Area) => `event ${sheet.id} ${areaAddress(part)}`;
  send(EventType.SheetChanged, [sheet.id, workbookTarget], {
    ...common,
    ...by, // of a sheet's events alone [D]
    address: areaAddress(area),
    referenceId: reference(area),
    shiftDirection: "None",
  });
  for (const table of sheet.tables) {
    const part = intersection(table.area, area);
    if (!part) continue;
    const args = { ...common, address: areaAddress(part), tableId: table.id, referenceId: reference(part) };
    send(EventType.TableChanged, [table.id, sheet.id, workbookTarget], args);
  }
}
