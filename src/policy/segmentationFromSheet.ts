import { rfmMeasures, type RfmMeasure } from "../segmentations/rfm/plan";
import { valuesIn } from "../plan/valueList";
import type { StandingRows } from "./findTable";
import { idRows, type IdRow } from "./idRows";
import { matrixIds } from "./matrixTables";
import { limitFields, type PolicyField, type PolicyWords } from "./policyTable";
import { rfmIds, scoreFields } from "./rfmTables";
import { otherwiseId } from "./rulesTable";
import { textOf } from "./tableReader";

/** What the sheet states of one segmentation beside its tables: a setting, and which of several. */
export interface SettingsOf {
  readonly text: (setting: string, which?: string) => string | undefined;
  readonly number: (setting: string, which?: string) => number | undefined;
  readonly all: (setting: string) => readonly (readonly [which: string, says: string])[];
}

/** Where the tables stand, and by which words their columns are known. */
export interface SheetTables {
  readonly standing: readonly StandingRows[];
  readonly words: PolicyWords;
}

type Draft = Readonly<Record<string, unknown>>;

/**
 * What a segmentation must have been, as far as the Policy sheet says it. Nothing is checked here: whoever asks reads
 * the result as they read every other plan that came out of a file.
 */
export function segmentationFromSheet(id: string, name: string, settings: SettingsOf, tables: SheetTables): Draft {
  const { text } = settings;
  const base = { method: text("method"), id, name, valueColumn: text("valueColumn") };
  const column = text("column");
  switch (base.method) {
    case "abc":
      return { ...base, ...tiersOf(id, tables), ...keptOf(settings) };
    case "quantiles":
      return { ...base, column, direction: text("direction"), ...tiersOf(id, tables), ...keptOf(settings) };
    case "cutoffs":
      return { ...base, column, direction: text("direction"), ...bandsOf(id, text("direction"), tables) };
    case "groups":
      return { ...base, column, groups: groupsOf(id, tables) };
    case "matrix":
      return { ...base, ...matrixOf(id, settings, tables) };
    case "rules":
      return { ...base, ...rulesOf(id, settings, tables) };
    case "rfm":
      return { ...base, source: sourceOf(settings), ...rfmOf(id, settings, tables) };
    default:
      return base;
  }
}

const rowsOf = (table: string, fields: readonly PolicyField[], { standing, words }: SheetTables): readonly IdRow[] =>
  idRows(table, fields, standing, words);

/** A number as a cell holds it; an empty or other cell comes last. */
function numberIn(row: IdRow, field: PolicyField): number {
  const content = row.content(field);
  return typeof content === "number" ? content : Infinity;
}

const named = (row: IdRow): Draft => ({ id: row.id, name: textOf(row.content("name")) });

function tiersOf(id: string, tables: SheetTables): Draft {
  const rows = [...rowsOf(id, ["name", "upTo"], tables)].sort((a, b) => numberIn(a, "upTo") - numberIn(b, "upTo"));
  return { tiers: rows.map(named), cutoffs: rows.slice(0, -1).map((row) => numberIn(row, "upTo")) };
}

function bandsOf(
  id: string,
  direction: string | undefined,
  tables: SheetTables,
): { readonly tiers: readonly Draft[]; readonly cutoffs: readonly number[] } {
  const falls = direction === "high-first";
  const place = (row: IdRow): number => (falls ? -numberIn(row, "from") : numberIn(row, "below"));
  const last = (row: IdRow): boolean => !Number.isFinite(place(row));
  const rows = [...rowsOf(id, ["name", "from", "below"], tables)].sort(
    (a, b) => Number(last(a)) - Number(last(b)) || place(a) - place(b),
  );
  const cutoffs = rows.slice(0, -1).map((row) => numberIn(row, falls ? "from" : "below"));
  return { tiers: rows.map(named), cutoffs };
}

function groupsOf(id: string, tables: SheetTables): readonly Draft[] {
  return [...rowsOf(id, ["name", "value", "order"], tables)]
    .sort((a, b) => numberIn(a, "order") - numberIn(b, "order"))
    .map((row) => ({ value: row.id, name: textOf(row.content("name")) }));
}

function matrixOf(id: string, settings: SettingsOf, tables: SheetTables): Draft {
  const classes = rowsOf(matrixIds.classes(id), ["name"], tables).map(named);
  const classOf = new Map(classes.map((each) => [each["name"], each["id"]]));
  const kinds = [...settings.all("axisKind")].sort(([a], [b]) => Number(a) - Number(b));
  const axes = kinds.map(([which, kind]) => {
    const table = matrixIds.axis(id, Number(which) - 1);
    const shared = { kind, column: settings.text("axisColumn", which) };
    if (kind !== "bands") return { ...shared, values: groupsOf(table, tables) };
    const direction = settings.text("axisDirection", which);
    const { tiers, cutoffs } = bandsOf(table, direction, tables);
    return { ...shared, direction, cutoffs, bands: tiers };
  });
  const cells = rowsOf(matrixIds.cells(id), ["class", "text"], tables).flatMap((row) => {
    const of = classOf.get(textOf(row.content("class")));
    const text = textOf(row.content("text"));
    return of === undefined ? [] : [{ at: combinationIn(row.id), class: of, ...(text === "" ? {} : { text }) }];
  });
  return { axes, classes, cells };
}

/** The positions that the id of a row names; none where it is no such id. */
function combinationIn(id: string): unknown {
  try {
    return JSON.parse(id) as unknown;
  } catch {
    return [];
  }
}

/**
 * The rules by their segments alone. Every test is read from the sheet anew: what stands in its place here is never run,
 * because rules with a row that cannot be read are left out as a whole.
 */
function rulesOf(id: string, settings: SettingsOf, tables: SheetTables): Draft {
  const segments = settings.all("segment").map(([segment, name]) => ({ id: segment, name }));
  const rows = rowsOf(id, ["name"], tables);
  const unread = { kind: "blank", column: settings.text("valueColumn"), not: false };
  const rules = rows.flatMap((row) => {
    const name = textOf(row.content("name"));
    const segment = segments.find((each) => each.name === name) ?? segments[0];
    return row.id === "1.1.1" ? [{ segment: segment?.id, any: [{ all: [unread] }] }] : [];
  });
  const otherwise = rows.find((row) => row.id === otherwiseId);
  return {
    segments,
    otherwise: otherwise && textOf(otherwise.content("name")),
    rules: rules.length > 0 ? rules : [{ segment: segments[0]?.id, any: [{ all: [unread] }] }],
  };
}

function sourceOf({ text, number, all }: SettingsOf): Draft {
  if (text("source") === "columns") {
    return {
      kind: "columns",
      recency: { column: text("recency"), as: text("recencyAs") },
      frequencyColumn: text("frequency"),
      monetaryColumn: text("monetary") ?? null,
    };
  }
  return {
    kind: "transactions",
    table: { id: "", name: text("orderTable") },
    customerColumn: text("orderCustomer"),
    dateColumn: text("orderDate"),
    amountColumn: text("orderAmount") ?? null,
    ...(text("orderQuantity") === undefined ? {} : { quantityColumn: text("orderQuantity") }),
    orderColumn: text("orderId") ?? null,
    mergeDays: text("mergeDays") === "yes",
    windowMonths: number("window") ?? null,
    leaveOut: [
      ...all("leaveOut").map(([column, values]) => ({ column, values: valuesIn(values) })),
      ...all("leaveOutPrefix").map(([column, prefixes]) => ({ column, prefixes: valuesIn(prefixes) })),
      ...all("leaveOutRange").map(([column, range]) => ({ column, range: rangeIn(range) })),
    ],
    monetary: text("spent"),
  };
}

/** A range as `rangeText` writes it. */
function rangeIn(text: string): Draft {
  const [from, below] = text.split("..").map((end) => (end.trim() === "" ? null : Number(end)));
  return { from, below };
}

function rfmOf(id: string, settings: SettingsOf, tables: SheetTables): Draft {
  const segments = rowsOf(rfmIds.segments(id), ["name"], tables).map(named);
  const idOf = new Map(segments.map((each) => [each["name"], each["id"]]));
  const limits = rowsOf(rfmIds.limits(id), limitFields, tables);
  const scored = (measure: RfmMeasure): Draft => {
    const by = settings.text("scoredBy", measure);
    if (by !== "limits") return { by, ...keptOf(settings, measure) };
    const row = limits.find((each) => each.id === measure);
    return { by, limits: limitFields.flatMap((field) => row?.content(field) ?? []).filter((cell) => cell !== "") };
  };
  const fields = rfmMeasures.flatMap((measure) => scoreFields[measure]);
  const map = [...rowsOf(rfmIds.lines(id), ["segment", "order", ...fields], tables)]
    .sort((a, b) => numberIn(a, "order") - numberIn(b, "order"))
    .map((row) => ({
      segment: idOf.get(textOf(row.content("segment"))),
      ...Object.fromEntries(rfmMeasures.map((each) => [each, scoreFields[each].map((field) => row.content(field))])),
    }));
  return { segments, scoring: Object.fromEntries(rfmMeasures.map((each) => [each, scored(each)])), map };
}

function keptOf({ text }: SettingsOf, which = ""): Draft {
  const limits = text("kept", which);
  return limits === undefined
    ? {}
    : { kept: { limits: limits.split(";").map(Number), dataDate: text("keptDate", which) ?? null } };
}
