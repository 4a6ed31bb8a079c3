/** Plain data in the form in which it is stored. */
export function storedForm(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data));
}
