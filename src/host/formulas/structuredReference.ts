import { closingBracket } from "./tokenize";

export type Section = "#All" | "#Data" | "#Headers" | "#Totals" | "#This Row";

/** What the text `Table[[#All],[a]:[b]]` says. */
export interface StructuredReference {
  /** Null where the formula stands in the table and leaves its name out. */
  readonly table: string | null;
  readonly sections: readonly Section[];
  /** First and last column by name; both null for all columns. */
  readonly first: string | null;
  readonly last: string | null;
}

const sectionNames: readonly Section[] = ["#All", "#Data", "#Headers", "#Totals", "#This Row"];

/** Reads one structured reference; null if it is none that Excel knows. */
export function parseStructured(text: string): StructuredReference | null {
  const open = text.indexOf("[");
  const table = open === 0 ? null : text.slice(0, open);
  const inner = text.slice(open + 1, -1).trim();
  const whole = { table, sections: [], first: null, last: null } as const;
  if (inner === "") return whole;
  if (inner.startsWith("@")) {
    const rest = inner.slice(1).trim();
    const row = { ...whole, sections: ["#This Row"] } as const;
    if (rest === "") return row;
    return rest.startsWith("[") ? withItems(row, rest) : { ...row, first: unescaped(rest), last: unescaped(rest) };
  }
  if (inner.startsWith("[")) return withItems(whole, inner);
  if (inner.startsWith("#")) {
    const section = sectionOf(inner);
    return section && { ...whole, sections: [section] };
  }
  return { ...whole, first: unescaped(inner), last: unescaped(inner) };
}

function withItems(start: StructuredReference, list: string): StructuredReference | null {
  const sections = [...start.sections];
  const columns: string[] = [];
  let at = 0;
  while (at < list.length) {
    if (list.charAt(at) !== "[") return null;
    const end = closingBracket(list, at);
    if (end < 0) return null;
    const item = list.slice(at + 1, end);
    if (item.startsWith("#")) {
      const section = sectionOf(item);
      if (!section) return null;
      sections.push(section);
    } else columns.push(unescaped(item));
    const rest = /^\s*[,:]?\s*/.exec(list.slice(end + 1));
    at = end + 1 + (rest?.[0].length ?? 0);
  }
  if (columns.length > 2) return null;
  const first = columns[0] ?? null;
  return { table: start.table, sections, first, last: columns[1] ?? first };
}

function sectionOf(text: string): Section | null {
  return sectionNames.find((name) => name.toLowerCase() === text.toLowerCase()) ?? null;
}

function unescaped(column: string): string {
  return column.replace(/'(.)/gsu, "$1");
}

function escaped(column: string): string {
  return column.replace(/['[\]#@]/g, "'$&");
}

/**
 * The reference as .xlsx files hold it: the table always named, the row as `[#This Row]`, and a column alone in one pair of
 * brackets, which spaces at its edges make two. [D] [MS-OE376] 3.2.3.1.1
 */
export function structuredInFile({ table, sections, first, last }: StructuredReference): string {
  const items = sections.map((section) => `[${section}]`);
  if (first !== null && last !== null)
    items.push(first === last ? `[${escaped(first)}]` : `[${escaped(first)}]:[${escaped(last)}]`);
  const [only = ""] = items;
  const alone = items.length < 2 && (first === last || items.length === 0);
  const edged = first !== null && items.length === 1 && first !== first.trim();
  return `${table ?? ""}[${alone && !edged ? only.slice(1, -1) : items.join(",")}]`;
}

/** The reference as people read it: the row as `@`, the table's name left out within the table `own`. */
export function structuredAsRead(reference: StructuredReference, own: string | null): string {
  const { table, sections, first, last } = reference;
  if (sections.length !== 1 || sections[0] !== "#This Row") return structuredInFile(reference);
  const name = table !== null && own !== null && table.toLowerCase() === own.toLowerCase() ? "" : (table ?? "");
  if (first === null || last === null) return `${name}[@]`;
  if (first !== last) return `${name}[@[${escaped(first)}]:[${escaped(last)}]]`;
  const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(first);
  return plain ? `${name}[@${first}]` : `${name}[@[${escaped(first)}]]`;
}
