/** A plan of version 1 as version 2: it knew ABC alone, and that has not changed. Anything else is returned as it is. */
export function fromVersion1(saved: unknown): unknown {
  const isFirst = typeof saved === "object" && saved !== null && "version" in saved && saved.version === 1;
  return isFirst ? { ...saved, version: 2 } : saved;
}
