/** "ABC", or "ABC (2)" where that name is taken. Excel does not tell column names apart by case. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted.toLowerCase())) return wanted;
  for (let number = 2; ; number++) {
    const name = `${wanted} (${number})`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
