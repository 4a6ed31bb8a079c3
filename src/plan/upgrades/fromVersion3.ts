import { plainSettings } from "../plainSettings";

/** A plan of version 3 as version 4: nobody was asked how cells are read. Anything else is returned as it is. */
export function fromVersion3(saved: unknown): unknown {
  const isThird = typeof saved === "object" && saved !== null && "version" in saved && saved.version === 3;
  return isThird ? { ...saved, version: 4, reading: plainSettings.reading } : saved;
}
