import type { Handles } from "./handles";
import type { Session } from "../session";
import { HostError } from "../errors";

/** One of Excel's objects as a path reached it: its class and what it stands for in the model. */
export interface HostObject<K extends keyof Handles = keyof Handles> {
  readonly kind: K;
  readonly of: Handles[K];
}

/** Arguments as they arrive; object arguments are resolved. */
export type Arguments = readonly unknown[];

/**
 * What one of Excel's classes can do. Names are those of the wire (PascalCase). What is missing here
 * fails with ApiNotFound and is listed by the host.
 */
export interface ObjectClass<T> {
  /** What an Instantiate answers, e.g. `{ Id }`; the client reaches the object by it from then on. */
  readonly identity?: (of: T, session: Session) => Readonly<Record<string, unknown>>;
  /** False once the object is deleted. */
  readonly alive?: (of: T, session: Session) => boolean;
  readonly scalars?: Readonly<Record<string, (of: T, session: Session) => unknown>>;
  readonly sets?: Readonly<Record<string, (of: T, value: unknown, session: Session) => void>>;
  readonly navigation?: Readonly<Record<string, (of: T, session: Session) => HostObject | null>>;
  /** Methods that answer an object, or null for a null object. */
  readonly methods?: Readonly<Record<string, (of: T, args: Arguments, session: Session) => HostObject | null>>;
  /** Methods that answer a value or nothing. */
  readonly actions?: Readonly<Record<string, (of: T, args: Arguments, session: Session) => unknown>>;
  /** Members of a collection, in order. */
  readonly items?: (of: T, session: Session) => readonly HostObject[];
  /** The collection's member by key, as `collection.getItem(key)`. */
  readonly indexer?: (of: T, key: unknown, session: Session) => HostObject;
}

/** A handle of one class. */
export function object<K extends keyof Handles>(kind: K, of: Handles[K]): HostObject {
  return { kind, of };
}

/** A text argument. @throws HostError InvalidArgument */
export function textArgument(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  throw invalid(`a text, not ${describe(value)}`);
}

/** A whole number argument; absent, the default. @throws HostError InvalidArgument */
export function wholeArgument(value: unknown, absent?: number): number {
  if ((value === undefined || value === null) && absent !== undefined) return absent;
  if (typeof value === "number" && Number.isInteger(value)) return value;
  throw invalid(`a whole number, not ${describe(value)}`);
}

/** A number property. @throws HostError InvalidArgument */
export function numberArgument(value: unknown): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw invalid(`a number, not ${describe(value)}`);
}

/** A true or false property. @throws HostError InvalidArgument */
export function flagArgument(value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw invalid(`true or false, not ${describe(value)}`);
}

/** A word out of a list; case as Excel spells it. @throws HostError InvalidArgument */
export function wordArgument<W extends string>(value: unknown, words: readonly W[]): W {
  const found = words.find((word) => word === value);
  if (found === undefined) throw invalid(`one of ${words.join(", ")}, not ${describe(value)}`);
  return found;
}

/** True for a handle of the class. */
export function isObject<K extends keyof Handles>(value: unknown, kind: K): value is HostObject<K> {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === kind && "of" in value;
}

/** Excel's answer to a bad argument. Message as Excel words it. [K] P38 */
export function invalid(expected: string): HostError {
  return new HostError(
    "InvalidArgument",
    `The argument is invalid or missing or has an incorrect format (expected ${expected}).`,
  );
}

/** Excel's answer to a thing that is not there. */
export function notFound(what: string): HostError {
  return new HostError("ItemNotFound", `The requested resource doesn't exist (${what}).`);
}

/** The same, thrown where an object was asked for. */
export function nothing(what: string): never {
  throw notFound(what);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? (value === null ? "null" : "an object") : JSON.stringify(value);
}
