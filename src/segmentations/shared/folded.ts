/** A name as a reader, and Excel's criteria, see it. */
export function folded(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase();
}

/** A header as a reader sees it: any white space within it is one space. */
export function foldedHeader(header: string): string {
  return folded(header.normalize("NFKC").trim().replace(/\s+/gu, " "));
}
