import { type Plan, planVersion } from "../plan/plan";
import { readPlan } from "../plan/readPlan";
import type { StandingRows } from "../segmentations/shared/policy/findTable";
import { idRows } from "../segmentations/shared/policy/idRows";
import { factsFields, factsId, ofAll, type WrittenColumn } from "./planFacts";
import type { PolicyProblem, PolicyWords } from "../segmentations/shared/policy/policyTable";
import { readPolicy, type ReadPolicy } from "./readPolicy";
import { scalesId } from "./scalesTable";
import { methods } from "../segmentations/plans";
import { policyKind } from "../segmentations/policies";
import type { Draft, SettingsOf, SheetTables } from "../segmentations/shared/policy/policyKind";
import { isWordSetting, settingNames, type SettingName, type WordSetting } from "./settings";
import { textOf } from "../segmentations/shared/policy/tableReader";

/** A plan as the Policy sheet alone says it. */
export interface SheetPlan {
  /** Null where the sheet does not say what a plan needs. */
  readonly plan: Plan | null;
  /** The columns that the last run wrote. */
  readonly written: readonly WrittenColumn[];
  /** Segmentations that the sheet names and does not tell; with the cell at fault where there is one. */
  readonly lost: readonly { readonly name: string; readonly at: CellAt | null }[];
}

/** A cell by the place of its table among the tables of the sheet; the header where the row is -1. */
export interface CellAt {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** What a word stands for, in whatever language; undefined for one that stands for nothing. */
export type TokenOf = (setting: WordSetting, word: string) => string | undefined;

/**
 * Makes a plan again of the tables of the Policy sheet, with what people changed there since. Every cell is as untrusted
 * as a stored plan, and goes through the same door: a segmentation that is not whole is left out and named.
 */
export function planFromSheet(standing: readonly StandingRows[], words: PolicyWords, tokenOf: TokenOf): SheetPlan {
  const stated = statedSettings(standing, words, tokenOf);
  const base = baseOf(stated.get(ofAll) ?? nothing, scalesOf(standing, words));
  const others = [...stated].filter(([of]) => of !== ofAll);
  const lost: SheetPlan["lost"][number][] = [];
  const drafts = others.flatMap(([id, settings]) => {
    const draft = segmentationFromSheet(id, settings, { standing, words });
    const plan = planOrNull({ ...base, segmentations: [draft] });
    if (plan === null) lost.push({ name: settings.name, at: null });
    return plan === null ? [] : plan.segmentations;
  });
  const whole = drafts.length === 0 ? null : planOrNull({ ...base, segmentations: drafts });
  const read = whole && readPolicy(whole, standing, words);
  const segmentations = (read?.plan.segmentations ?? []).filter((one) => {
    const problem = read?.problems.find(({ table }) => table === one.id || table.startsWith(`${one.id}/`)) ?? null;
    if (problem !== null) lost.push({ name: one.name, at: cellAt(problem, read) });
    return problem === null;
  });
  return {
    plan: read && segmentations.length > 0 ? planOrNull({ ...read.plan, segmentations }) : null,
    written: others.flatMap(([segmentation, { all }]) =>
      all("labels").map(([measure, name]) => ({ segmentation, ...(measure === "" ? {} : { measure }), name })),
    ),
    lost,
  };
}

/** What a segmentation must have been, as far as the sheet says it; whatever it is, it is read as a stored plan is. */
function segmentationFromSheet(id: string, settings: Stated, tables: SheetTables): Draft {
  const { name, text } = settings;
  const method = methods.find((each) => each === text("method"));
  const base = { method, id, name, valueColumn: text("valueColumn") };
  return method === undefined ? base : { ...base, ...policyKind({ method }).fromSheet(id, settings, tables) };
}

function cellAt({ table, row, field }: PolicyProblem, read: ReadPolicy | null): CellAt | null {
  const found = read?.found.get(table);
  return found ? { table: found.index, row: row ?? -1, column: found.columns.get(field ?? "name") ?? 0 } : null;
}

interface Stated extends SettingsOf {
  /** What the segmentation is called. */
  readonly name: string;
}

const nothing: Stated = { name: "", text: () => undefined, number: () => undefined, all: () => [] };

/** What the sheet states, by segmentation. */
function statedSettings(
  standing: readonly StandingRows[],
  words: PolicyWords,
  tokenOf: TokenOf,
): ReadonlyMap<string, Stated> {
  const found = new Map<string, { readonly name: string; readonly says: Map<string, string> }>();
  for (const { id, content } of idRows(factsId, factsFields, standing, words)) {
    const [, of = "", setting = "", which = ""] = /^([^/]{1,40})\/([A-Za-z]{1,20})(?:\/(.{1,255}))?$/su.exec(id) ?? [];
    if (!isSetting(setting)) continue;
    const cell = content("says");
    const says = typeof cell === "number" ? String(cell) : typeof cell === "string" ? cell : "";
    const meant = isWordSetting(setting) ? tokenOf(setting, says) : says;
    if (meant === undefined || meant === "") continue;
    const own = found.get(of) ?? { name: textOf(content("about")), says: new Map<string, string>() };
    own.says.set(`${setting}/${which}`, meant);
    found.set(of, own);
  }
  return new Map([...found].map(([of, { name, says }]) => [of, { name, ...settingsIn(says) }]));
}

function settingsIn(says: ReadonlyMap<string, string>): SettingsOf {
  const text = (setting: string, which = ""): string | undefined => says.get(`${setting}/${which}`);
  return {
    text,
    number: (setting, which) => (text(setting, which) === undefined ? undefined : Number(text(setting, which))),
    all: (setting) =>
      [...says].flatMap(([key, value]) =>
        key.startsWith(`${setting}/`) ? [[key.slice(setting.length + 1), value] as const] : [],
      ),
  };
}

function isSetting(name: string): name is SettingName {
  return (settingNames as readonly string[]).includes(name);
}

function baseOf({ text, all }: SettingsOf, scales: unknown): Readonly<Record<string, unknown>> {
  return {
    version: planVersion,
    table: { id: "", name: text("table") },
    keyColumn: text("key"),
    dataDate: text("dataDate") ?? null,
    sheetLanguage: text("language"),
    template: text("template"),
    unit: text("unit") ?? null,
    roles: Object.fromEntries(all("role")),
    scales,
    rows: {
      perCustomer: text("perCustomer"),
      combine: all("combine").map(([column, by]) => ({ column, by })),
      dateColumn: text("rowDate") ?? null,
      groupColumn: text("rowGroup") ?? null,
    },
    reading: {
      numbers: text("numbers") ?? null,
      dates: text("dates") ?? null,
      hiddenRows: text("hiddenRows") ?? null,
      subtotals: text("subtotals") ?? null,
    },
  };
}

/** The scales by the ids of their rows; what people changed of them is read as always. */
function scalesOf(standing: readonly StandingRows[], words: PolicyWords): unknown {
  const order = (content: unknown): number => (typeof content === "number" ? content : Infinity);
  const rows = idRows(scalesId, ["column", "value", "order"], standing, words).map(({ content }) => ({
    column: textOf(content("column")),
    value: textOf(content("value")),
    order: order(content("order")),
  }));
  return [...new Set(rows.map(({ column }) => column))].map((column) => ({
    column,
    values: rows
      .filter((row) => row.column === column)
      .sort((a, b) => a.order - b.order)
      .map(({ value }) => value),
  }));
}

function planOrNull(draft: Readonly<Record<string, unknown>>): Plan | null {
  try {
    return readPlan(JSON.stringify(draft));
  } catch {
    return null;
  }
}
