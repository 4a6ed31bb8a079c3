import * as z from "zod/mini";
import type { Moves as RunMoves } from "../../engine/compareRuns";
import { mostChanges, type KeptChanges } from "../../engine/keptChanges";
import { firstCode, type KeptLabels } from "../../engine/keptLabels";
import { Failure } from "../../failure";
import { peopleFields, statuses, type RegisterEntry } from "../../register/register";
import type { RunTotals } from "../../engine/runTotals";
import { textMarkLength } from "../../engine/keptMeasures";
import { writtenMeasures } from "../../segmentations/shared/planKind";
import type { Periods } from "./periods";
import { markLength } from "../../workbook/keyMarks";
import { StoredDocs } from "./storedDocs";
import { storedJson } from "./storedJson";
import { areRows, Column, Count, listOf, Name, Text } from "./storedParts";
import { areUndoCodes } from "./undoCodes";

const ColumnId = z.strictObject({ id: z.number(), name: Name });
/** What a column beside the labels holds; absent for labels themselves. */
const Measure = z.enum(writtenMeasures);

const Matrix = z
  .custom<number[][]>((rows) => areRows(rows, Number.isFinite))
  .check(z.refine((rows) => rows.length <= 100 && rows.every((cells) => cells.length <= 100)));
const Names = z.array(Name).check(z.maxLength(100));

/** Who moved since the run before, by segmentation. */
const Moves = z.strictObject({
  id: Name,
  from: Names,
  to: Names,
  customers: Matrix,
  values: Matrix,
  stayed: Count,
  moved: Count,
  entered: Count,
  left: Count,
});

const RunId = z.string().check(z.regex(/^[0-9a-f]{16}$/));
const Person = z.string().check(z.maxLength(255));

/** The sums of a run at a month-end. */
const Totals = z.strictObject({
  dataDate: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  unit: z.nullable(z.string().check(z.maxLength(40))),
  segmentations: z
    .array(
      z.strictObject({
        id: Name,
        groups: z.array(z.strictObject({ id: Text, total: z.number() })).check(z.maxLength(100)),
        notClassified: z.number(),
        whole: z.number(),
      }),
    )
    .check(z.maxLength(20)),
});

/** The limits that a run found or kept, by segmentation and measure. */
const Limits = z
  .array(
    z.strictObject({
      segmentation: Name,
      of: z.string().check(z.minLength(1), z.maxLength(40)),
      limits: z.array(z.number()).check(z.minLength(1), z.maxLength(30)),
    }),
  )
  .check(z.maxLength(60));

/** One run, as the run log keeps it. */
const Record = z.strictObject({
  id: RunId,
  at: z.string().check(z.maxLength(40)),
  person: Person,
  status: z.enum(["complete", "rolled-back", "unfinished", "incomplete", "undone"]),
  table: Name,
  rows: Count,
  /** Only where a customer may have several rows. */
  customers: z.optional(Count),
  segmentations: z.array(z.strictObject({ id: Name, name: Name, classified: Count, notClassified: Count })),
  fingerprint: z.string().check(z.maxLength(64)),
  /** Revision of the plan; runs of the first version have none. */
  plan: z.optional(Count),
  /** Customers that moved, per segmentation that the run before had as well. */
  moved: z.optional(z.array(z.strictObject({ id: Name, moved: Count, entered: Count, left: Count }))),
  /** What later runs are compared with; only runs with data of a month-end have it. */
  totals: z.optional(Totals),
  limits: z.optional(Limits),
  /** The undoing of this run: its own id, when and by whom. */
  undone: z.optional(z.strictObject({ id: RunId, at: z.string().check(z.maxLength(40)), person: Person })),
  /** Packs that were frozen of it. */
  frozen: z.optional(
    z
      .array(z.strictObject({ at: z.string().check(z.maxLength(40)), person: Person, sheet: Name }))
      .check(z.maxLength(20)),
  ),
});

const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** The dates of the labels that the store keeps. */
/** A filter of the customer table, to be set again. */
const Filter = z.strictObject({
  column: z.number(),
  criteria: z.discriminatedUnion("filterOn", [
    z.strictObject({ filterOn: z.literal("Values"), values: z.array(Text).check(z.maxLength(10_000)) }),
    z.strictObject({
      filterOn: z.literal("Custom"),
      criterion1: Text,
      criterion2: z.optional(Text),
      operator: z.optional(z.enum(["And", "Or"])),
    }),
  ]),
});

const StoredPeriods = z.strictObject({ last: z.nullable(Day), month: z.nullable(Day), year: z.nullable(Day) });
const PeriodFrom = z.nullable(z.strictObject({ date: Day, from: z.enum(["last", "month", "year"]) }));

/** What a run is going to do, written down before it does anything: enough to finish it or to put it back. */
const Journal = z.strictObject({
  /** A run of a plan, the adding of a key column, the undoing of a run, a list on demand, or the pack of a month. */
  kind: z.enum(["run", "key", "undo", "list", "freeze"]),
  record: Record,
  table: z.strictObject({ id: z.string().check(z.maxLength(64)), name: Name }),
  keyColumn: Name,
  /** Excel's ids of all columns of the table before the run. */
  idsBefore: z.array(z.number()).check(z.maxLength(16_384)),
  /** What they were called, one by one; journals of earlier versions do not say. */
  namesBefore: z.optional(z.array(Text).check(z.maxLength(16_384))),
  labels: z.array(
    z.strictObject({
      segmentation: Name,
      measure: z.optional(Measure),
      name: Name,
      before: z.nullable(ColumnId),
      /** The segmentation whose column it was, where another one took it over. */
      formerly: z.optional(Name),
    }),
  ),
  staging: Name,
  /** Sheets of ours by the id of their report, in the order of the reports. */
  sheets: z.array(z.strictObject({ id: Name, name: Name, existed: z.boolean() })),
  /** What the Tierbook sheet says while the run is unfinished. */
  /** Filters that the run clears, with somebody's consent, and sets again at its end however it ends. */
  filter: z.optional(z.array(Filter).check(z.maxLength(16_384))),
  unfinishedText: Text,
  /** The run that is undone, or frozen. */
  undoes: z.optional(RunId),
  freezes: z.optional(RunId),
  /** What becomes of the labels of earlier dates. */
  periods: z.optional(z.strictObject({ last: z.nullable(Day), month: PeriodFrom, year: PeriodFrom })),
  /** Columns and sheets of ours that go at the very end, once all else is in place. */
  drop: z.optional(
    z.strictObject({
      columns: z.array(
        z.strictObject({
          ...ColumnId.shape,
          /** Of a run whose plan no longer has it. */
          segmentation: z.optional(Name),
          measure: z.optional(Measure),
          /** Of the sheet's column from then on: in points, or null for the sheet's own. Left as it is if not given. */
          width: z.optional(z.nullable(z.number().check(z.gte(0), z.lt(10_000)))),
        }),
      ),
      sheets: z.array(z.strictObject({ id: Name, name: Name })),
      /** Rows of a table on a sheet of the run whose cell under a header holds one of these texts. */
      rows: z.optional(
        z.strictObject({ sheet: Name, table: Name, header: Name, texts: z.array(Name).check(z.maxLength(1000)) }),
      ),
    }),
  ),
});
export type Journal = z.infer<typeof Journal>;

/** Reports as they stand on the sheets, or will. */
export type Docs = z.infer<typeof StoredDocs>;

const Place = z.strictObject({ row: Count, column: Column, rows: Count, columns: Count });
type Content = string | number | boolean;
const isContent = (cell: unknown): boolean => ["string", "number", "boolean"].includes(typeof cell);

/** What our blocks on each sheet held before a run, by the id of the report. */
const BeforeSheet = z.strictObject({
  places: listOf(
    z.strictObject({
      place: Place,
      formulas: z.custom<Content[][]>((rows) => areRows(rows, isContent)),
      numberFormats: z.custom<string[][]>((rows) => areRows(rows, (format) => typeof format === "string")),
    }),
    10_000,
  ),
  tables: listOf(z.strictObject({ name: z.string(), place: Place }), 1_000),
  charts: z.array(z.string()).check(z.maxLength(1_000)),
});
const Before = z.pipe(
  z.custom<Record<string, unknown>>((sheets: unknown) => Object.keys(sheets ?? {}).length <= 20),
  z.record(z.string(), BeforeSheet),
);
export type Before = z.infer<typeof Before>;

/** What belongs to Tierbook in this workbook, as the last complete run left it. */
const Own = z.strictObject({
  labels: z.array(
    z.strictObject({
      table: z.string(),
      segmentation: Name,
      measure: z.optional(Measure),
      id: z.number(),
      name: Name,
    }),
  ),
  sheets: z.array(z.strictObject({ id: Name, name: Name })),
});
export type Own = z.infer<typeof Own>;
export const ownNothing: Own = { labels: [], sheets: [] };

/** What `keptLabels` makes: every mark whole, and a group for every code. */
const Labels = z
  .strictObject({
    keyColumn: Name,
    groupColumn: z.optional(Name),
    leftOut: z.optional(z.literal(true)),
    keys: z.string(),
    segmentations: z.array(
      z.strictObject({ id: Name, groups: z.array(z.strictObject({ id: Text, name: Text })), codes: z.string() }),
    ),
    measures: z.optional(z.array(z.strictObject({ id: Name, measure: Measure, marks: z.string() }))),
  })
  .check(
    z.refine(({ keys, segmentations, measures = [] }) => {
      const customers = keys.length / markLength;
      return (
        segmentations.every(({ groups, codes }) => codes.length === customers && areCodes(codes, groups.length)) &&
        measures.every(({ marks }) => marks.length === customers * textMarkLength)
      );
    }),
  );

/** What `keptChanges` makes: as many marks as codes. */
const Changes = listOf(
  z
    .strictObject({
      id: Name,
      marks: z.string(),
      from: z.string().check(z.maxLength(mostChanges)),
      to: z.string().check(z.maxLength(mostChanges)),
      more: Count,
    })
    .check(z.refine(({ marks, from, to }) => from.length === to.length && from.length * markLength === marks.length)),
  100,
);

const AllMoves = listOf(Moves, 100);

/** What a run changed in the table: enough to take it back by key, and to tell what people changed since. */
const Undo = z
  .strictObject({
    run: RunId,
    table: z.strictObject({ id: z.string().check(z.maxLength(64)), name: Name }),
    keyColumn: Name,
    /** The marks of the customers whose labels changed, on end. */
    keys: z.string(),
    labels: z.array(
      z.strictObject({
        segmentation: Name,
        measure: z.optional(Measure),
        /** The header before the run; null for a column that it added. */
        before: z.nullable(Name),
        /** What the sheet's column had for a width before the run, in points; null for the sheet's own. */
        width: z.nullable(z.number().check(z.gte(0), z.lt(10_000))),
        /** The segmentation whose column it was, where another one took it over. */
        formerly: z.optional(Name),
        /** True for a column that the run took away. */
        removed: z.optional(z.literal(true)),
        texts: z.array(Text),
        /** As `undoCodes` writes them: per mark the former text's index, or their number for one that did not change. */
        codes: z.string(),
        /** True for codes of two characters. */
        wide: z.optional(z.literal(true)),
      }),
    ),
  })
  .check(z.refine(({ keys, labels }) => labels.every((label) => areUndoCodes(label, keys.length / markLength))));
export type Undo = z.infer<typeof Undo>;

/** True if every character names one of so many things, or none of them. */
function areCodes(codes: string, things: number): boolean {
  for (let i = 0; i < codes.length; i++) {
    const index = codes.charCodeAt(i) - firstCode;
    if (index < 0 || index > things) return false;
  }
  return true;
}

/** What people filled in on the Owners sheet, when it was last seen. */
const Register = listOf(
  z.strictObject({
    id: Text,
    segmentation: Text,
    segment: Text,
    inPlan: z.boolean(),
    status: z.nullable(z.enum(statuses)),
    values: z.partialRecord(z.enum(peopleFields), z.union([Text, z.number()])),
  }),
  20_000,
);

const Records = listOf(Record, 200);
export type Records = z.infer<typeof Records>;

/** The stored texts by name, and what they must look like. All of them come out of a file and are untrusted. */
const schemas = {
  journal: Journal,
  docs: StoredDocs,
  before: Before,
  own: Own,
  runs: Records,
  register: Register,
  labels: Labels,
  moves: AllMoves,
  periods: StoredPeriods,
  carried: listOf(Totals, 40),
  ended: RunId,
  changes: Changes,
  undo: Undo,
} as const;
interface Stored {
  readonly journal: Journal;
  readonly docs: Docs;
  readonly before: Before;
  readonly own: Own;
  readonly runs: Records;
  readonly register: readonly RegisterEntry[];
  readonly labels: KeptLabels;
  readonly moves: readonly RunMoves[];
  readonly periods: Periods;
  readonly carried: readonly RunTotals[];
  readonly changes: readonly KeptChanges[];
  readonly ended: string;
  readonly undo: Undo;
}

/** A stored text as what it claims to be; null if it is missing, damaged or something else. */
export function readStored<Kind extends keyof Stored>(
  kind: Kind,
  text: string | null | undefined,
): Stored[Kind] | null {
  if (text === null || text === undefined) return null;
  try {
    const parsed = schemas[kind].safeParse(storedJson(kind, text));
    return parsed.success ? (parsed.data as Stored[Kind]) : null;
  } catch {
    return null;
  }
}

/** @throws {Failure} `rollback-failed` if the journal of an unfinished run cannot be read any more */
export function requireStored<Kind extends keyof Stored>(kind: Kind, text: string | null | undefined): Stored[Kind] {
  const stored = readStored(kind, text);
  if (stored === null)
    throw new Failure("rollback-failed", `journal requires a sound text ${kind}`, { subject: "_tierbook" });
  return stored;
}
