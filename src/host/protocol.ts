/** One value as JSON carries it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** How office.js reaches an object. */
export const PathType = { Global: 1, New: 2, Method: 3, Property: 4, Indexer: 5, Reference: 6, Null: 7 } as const;

/** What office.js asks of an object it reached. */
export const ActionType = {
  Instantiate: 1,
  Query: 2,
  Method: 3,
  SetProperty: 4,
  Trace: 5,
  RecursiveQuery: 6,
  QueryAsJson: 7,
  EnsureUnchanged: 8,
  Update: 9,
} as const;

/** Arguments of a method; a path id stands for an object, named as such in `ReferencedObjectPathIds` at the same place. */
export interface ArgumentInfo {
  readonly Arguments?: readonly Json[] | null;
  readonly ReferencedObjectPathIds?: readonly Json[] | null;
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name?: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

/** One `context.sync()` as office.js sends it. */
export interface RequestBody {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

/** The error of the first action that failed; the actions before it stay applied. */
export interface ResponseError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

export interface ResponseBody {
  readonly Results: readonly ActionResult[];
  readonly TraceIds: readonly number[];
  readonly Error?: ResponseError;
}

/** `[65536, event type, target id, arguments as JSON text, id]`: an event as office.js expects it. */
export type EventEntry = readonly [category: number, type: number, targetId: string, message: string, id: string];

/** The message category of all of Excel's events. */
export const eventCategory = 65_536;

/** No UTF-8 text has more bytes than this: three for each UTF-16 unit. */
export function mostBytes(text: string): number {
  return 3 * text.length;
}

/** Size of a value in bytes, as UTF-8 JSON text. */
export function jsonSize(value: unknown): number {
  if (typeof value === "string") return textSize(value) + 2;
  if (typeof value === "number")
    return Number.isInteger(value) && value >= 0 && value < 1000 ? shortNumberSize(value) : String(value).length;
  if (typeof value === "boolean") return value ? 4 : 5;
  if (value === null || value === undefined) return 4;
  if (Array.isArray(value)) {
    let size = 1 + Math.max(value.length, 1);
    for (const item of value) size += jsonSize(item);
    return size;
  }
  let size = 1;
  for (const [key, item] of Object.entries(value)) if (item !== undefined) size += key.length + 4 + jsonSize(item);
  return Math.max(size, 2);
}

function shortNumberSize(value: number): number {
  return value < 10 ? 1 : value < 100 ? 2 : 3;
}

function textSize(text: string): number {
  let size = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) size += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
    else if (code === 0x22 || code === 0x5c) size += 1;
    else if (code < 0x20) size += code === 10 || code === 13 || code === 9 ? 1 : 5;
  }
  return size;
}
