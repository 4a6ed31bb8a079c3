/**
 * Headers of a table's columns: a segment, or a column of people's, may be called as another column of ours is; Excel
 * wants headers that differ, and not by case alone, with at most 255 characters.
 */
export function distinctHeaders(headers: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    const short = header.slice(0, 245);
    let name = short;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${short} (${number})`;
    taken.add(name.toLowerCase());
    return name;
  });
}
