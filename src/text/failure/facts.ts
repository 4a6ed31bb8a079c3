import type { FailureData } from "../../failure";

/** A fact of a failure as text; the fallback where it was not given. */
export function fact(failure: FailureData, name: string, fallback: string): string {
  const value = failure.detail?.[name];
  if (value === undefined) return fallback;
  return typeof value === "object" ? value.join(", ") : String(value);
}

/** What was probably meant, as a text; the fallback where nobody could tell. */
export function meant({ detail }: FailureData, say: (name: string) => string, fallback: string): string {
  const name = detail?.["nearest"];
  return typeof name === "string" ? say(name) : fallback;
}

/** The most names that a message lists. */
const mostListed = 40;

/** Names of a failure as a text; nothing where none were given. */
export function listed({ detail }: FailureData, name: string, say: (names: string) => string): string {
  const names = detail?.[name];
  if (typeof names !== "object" || names.length === 0) return "";
  return say(`${names.slice(0, mostListed).join(", ")}${names.length > mostListed ? ", …" : ""}`);
}

/** The time of day of a moment where the reader is, as 09:05; "" for none. */
export function clock(moment: string): string {
  const at = new Date(moment);
  const two = (number: number): string => String(number).padStart(2, "0");
  return Number.isNaN(at.getTime()) ? "" : `${two(at.getHours())}:${two(at.getMinutes())}`;
}
