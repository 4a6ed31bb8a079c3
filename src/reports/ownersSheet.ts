import type { Outcome } from "../engine/outcome";
import { serialOf } from "../register/dayOf";
import { mergeRegister, type RegisterSegment } from "../register/mergeRegister";
import type { ReadRegister } from "../register/parseRegister";
import {
  dateFields,
  peopleFields,
  type PeopleField,
  type RegisterEntry,
  type RegisterField,
} from "../register/register";
import type { Language } from "../text/language";
import { ownerDates } from "../text/ownerWords";
import { sheetWords } from "../text/sheetWords";
import { lettersAt } from "./lettersAt";
import { ownerRules, type OwnerRules } from "./ownerRules";
import type { ReportContext } from "./reportContext";
import type { CellFormat, DocBlock, DocCell, DocColumn, SheetDoc } from "./sheetDoc";

/** The Owners table as it stands on its sheet now. Rows and columns count from zero. */
export interface StandingOwners {
  readonly register: ReadRegister;
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly headers: readonly string[];
  /** Rows below the header. */
  readonly rows: number;
}

export interface OwnersContext {
  readonly name: string;
  readonly language: Language;
  readonly runAt: Date;
  /** Null where there is no Owners sheet yet, or none any more. */
  readonly standing: StandingOwners | null;
  /** What Tierbook remembers of an Owners sheet that is gone; empty where there never was one. */
  readonly copy: readonly RegisterEntry[];
}

const ownersTable = "Tierbook_Owners";
const tableRow = 5;
/** In the order of a new sheet: what the KPI measures stands beside its target. */
export const ownersFields: readonly RegisterField[] = [
  "id",
  "segmentation",
  "segment",
  "inPlan",
  "owner",
  "deputy",
  "objective",
  "kpi",
  "baseline",
  "target",
  "actual",
  "progress",
  "due",
  "status",
  "nextReview",
  "note",
];

const formats: Partial<Readonly<Record<RegisterField, CellFormat>>> = {
  baseline: "measure",
  target: "measure",
  actual: "measure",
  progress: "share",
  due: "date",
  nextReview: "date",
};
const widths: Readonly<Record<RegisterField, number>> = {
  id: 16,
  segmentation: 18,
  segment: 20,
  inPlan: 9,
  owner: 16,
  deputy: 14,
  objective: 30,
  kpi: 18,
  baseline: 11,
  target: 11,
  actual: 11,
  progress: 11,
  due: 11,
  status: 12,
  nextReview: 12,
  note: 28,
};

/**
 * The Owners sheet: one row per segment, filled in by people. What people wrote is left as it is, wherever they moved
 * it: a run writes segment names, whether a segment is still in the plan, and rows for new segments.
 */
export function ownersSheet(outcome: Outcome, context: OwnersContext): SheetDoc {
  const segments = outcome.segmentations.flatMap(({ name, groups }) =>
    groups.map((group): RegisterSegment => ({ id: group.id, segmentation: name, segment: group.name })),
  );
  return ownersOfSegments(segments, context);
}

/** The same for segments of which nothing but their names is known. */
export function ownersOfSegments(segments: readonly RegisterSegment[], context: OwnersContext): SheetDoc {
  const table = context.standing
    ? keptTable(context.standing, segments, context.language)
    : newTable(context.copy, segments, context.language);
  const inPlace = table.row === tableRow && table.column === 0;
  return {
    id: "owners",
    name: context.name,
    frozenRows: inPlace ? tableRow + 1 : 0,
    widths: {},
    blocks: inPlace ? [...texts(context), table] : [table],
  };
}

/** What formulas elsewhere look up in the table as the next run leaves it. */
export function ownersLookup(
  standing: StandingOwners | null,
  { blocks }: SheetDoc,
  language: Language,
): ReportContext["owners"] {
  if (standing !== null && !standing.register.columns.has("owner")) return null;
  const { id, owner } = sheetWords(language).owners.headers;
  const table = blocks.find((block) => block.kind === "table");
  return { table: table?.name ?? ownersTable, id, owner };
}

/** What stands on the sheet now as a report, so that the next one knows what it replaces. */
export function standingOwnersSheet(standing: StandingOwners, name: string): SheetDoc {
  const { row, column, headers, rows } = standing;
  const table: TableBlock = {
    kind: "table",
    id: "owners",
    row,
    column,
    name: standing.name,
    filters: true,
    columns: headers.map((header) => ({ header, format: "general", width: 12, asIs: true })),
    rows: Array.from({ length: rows }, () => headers.map(() => asIs)),
  };
  const inPlace = row === tableRow && column === 0;
  const context = { name, language: "en", runAt: new Date(0), standing, copy: [] } as const;
  return {
    id: "owners",
    name,
    frozenRows: inPlace ? tableRow + 1 : 0,
    widths: {},
    blocks: inPlace ? [...texts(context), table] : [table],
  };
}

type TableBlock = Extract<DocBlock, { kind: "table" }>;

const asIs = { asIs: true } as const;

/** Right of the hidden column of ids. */
const textColumn = 1;

function texts({ language, standing, copy, runAt }: OwnersContext): readonly DocBlock[] {
  const words = sheetWords(language).owners;
  const text = (id: string, row: number, style: "title" | "note" | "warning", cell: DocCell): DocBlock => {
    return { kind: "text", id, row, column: textColumn, style, cell };
  };
  const blocks = [text("title", 0, "title", words.title), text("how", 1, "note", words.how)];
  if (standing !== null) blocks.push(text("rebuilt", 2, "warning", asIs));
  else if (copy.length > 0) blocks.push(text("rebuilt", 2, "warning", words.rebuilt(runAt)));
  return blocks;
}

/** The table where people have it, with the columns and rows in which they have it. */
function keptTable(standing: StandingOwners, segments: readonly RegisterSegment[], language: Language): TableBlock {
  const { register, headers, row, column, name } = standing;
  const fieldAt = new Map([...register.columns].map(([field, index]) => [index, field]));
  const { kept, added } = mergeRegister(register.entries, segments);
  const byRow = new Map(kept.map(({ entry, now }) => [entry.row, { entry, now }]));
  const words = sheetWords(language).owners;
  const rules = ownerRules(new Map([...register.columns].map(([field, index]) => [field, lettersAt(column + index)])));
  const columns = headers.map((header, i): DocColumn => {
    const field = fieldAt.get(i);
    return field === undefined
      ? { header, format: "general", width: 12, asIs: true }
      : columnOf(field, language, rules);
  });
  const standingRows = Array.from({ length: standing.rows }, (_, i): DocCell[] => {
    const found = byRow.get(i);
    return headers.map((_header, at) => {
      const field = fieldAt.get(at);
      if (!found || field === undefined) return asIs;
      if (field === "inPlan") return found.now ? words.inPlan.yes : words.inPlan.no;
      if ((field === "segment" || field === "segmentation") && found.now) return found.now[field];
      return asIs;
    });
  });
  const newRows = added.map((segment) =>
    headers.map((_header, at) => newCell(fieldAt.get(at), segment, true, {}, language)),
  );
  return {
    kind: "table",
    id: "owners",
    row,
    column,
    name,
    filters: true,
    columns,
    rows: [...standingRows, ...newRows],
  };
}

function newTable(
  copy: readonly RegisterEntry[],
  segments: readonly RegisterSegment[],
  language: Language,
): TableBlock {
  const { kept, added } = mergeRegister(copy, segments);
  const rows = [
    ...kept.map(({ entry, now }) => ({ segment: now ?? entry, inPlan: now !== null, values: entry.values })),
    ...added.map((segment) => ({ segment, inPlan: true, values: {} })),
  ];
  const rules = ownerRules(new Map(ownersFields.map((field, i) => [field, lettersAt(i)])));
  return {
    kind: "table",
    id: "owners",
    row: tableRow,
    column: 0,
    name: ownersTable,
    filters: true,
    columns: ownersFields.map((field) => columnOf(field, language, rules)),
    rows: rows.map(({ segment, inPlan, values }) =>
      ownersFields.map((field) => newCell(field, segment, inPlan, values, language)),
    ),
  };
}

function columnOf(field: RegisterField, language: Language, rules: OwnerRules): DocColumn {
  const words = sheetWords(language).owners;
  return {
    header: words.headers[field],
    format: formats[field] ?? "text",
    width: widths[field],
    ...(field === "id" ? { hidden: true } : {}),
    ...((peopleFields as readonly string[]).includes(field) ? { input: true } : {}),
    ...(field === "status" ? { choices: Object.values(words.statuses) } : {}),
    ...((dateFields as readonly string[]).includes(field) ? { dates: ownerDates[language] } : {}),
    ...(rules[field] ? { rules: rules[field] } : {}),
  };
}

function newCell(
  field: RegisterField | undefined,
  segment: RegisterSegment,
  inPlan: boolean,
  values: RegisterEntry["values"],
  language: Language,
): DocCell {
  switch (field) {
    case undefined:
      return asIs;
    case "id":
    case "segmentation":
    case "segment":
      return segment[field];
    case "inPlan":
      return sheetWords(language).owners.inPlan[inPlan ? "yes" : "no"];
    case "actual":
    case "progress":
      return null;
    default:
      return cellOf(field, values[field]);
  }
}

function cellOf(field: PeopleField, value: string | number | undefined): DocCell {
  if (value === undefined) return null;
  return typeof value === "string" && dateFields.includes(field) ? (serialOf(value) ?? value) : value;
}
