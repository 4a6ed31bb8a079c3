/** Several values in one cell: "North; South". A value with a semicolon or in quotation marks is put into them. */
export function listText(values: readonly string[]): string {
  return values.map((value) => (/[;；]|^"/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join("; ");
}

/** The values that such a cell lists, trimmed and composed as groups are, each once. */
export function valuesIn(text: string): readonly string[] {
  const found = text.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*(?=[;；]|$)|([^;；]*))(?:[;；]|$)/gu);
  const values = [...found].map(([, quoted, plain]) =>
    (quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"')).trim().normalize("NFC"),
  );
  return [...new Set(values.filter((value) => value !== ""))];
}
