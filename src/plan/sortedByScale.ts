/** Items in the order of a scale, the best first; those whose value it lacks stay behind it, as they stood. */
export function sortedByScale<Item>(
  items: readonly Item[],
  scale: readonly string[],
  valueOf: (item: Item) => string,
): Item[] {
  const place = (item: Item): number => {
    const at = scale.indexOf(valueOf(item));
    return at < 0 ? scale.length : at;
  };
  return [...items].sort((a, b) => place(a) - place(b));
}
