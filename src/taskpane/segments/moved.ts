/** A list with one item at another place; the same list where there is no such item or place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  const others = items.filter((_, i) => i !== from);
  return [...others.slice(0, to), item, ...others.slice(to)];
}
