import type { Area } from "../model/address";
import type { Border, BorderEdge } from "../model/style";
import { commonStyle, restyle } from "../edit/cellStyles";
import { refuseIfLocked } from "../edit/guards";
import type { Session } from "../session";
import { areaOf } from "./addresses";
import { colorArgument } from "./colors";
import type { Handles, LiveRange } from "./handles";
import { invalid, object, wholeArgument, wordArgument, type ObjectClass } from "./objectClass";

/** Sides by Excel's name; inner sides are the right and bottom ones of all cells but the last. */
const edges = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;

const borders: ObjectClass<LiveRange> = {
  scalars: { Count: () => edges.length },
  items: (range) => edges.map((edge) => object("RangeBorder", { range, edge })),
  indexer: (range, key) => object("RangeBorder", { range, edge: wordArgument(key, edges) }),
  methods: {
    GetItemAt: (range, [index]) =>
      object("RangeBorder", { range, edge: wordArgument(edges[wholeArgument(index)], edges) }),
  },
};

const lineStyles = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const weights = ["Hairline", "Thin", "Medium", "Thick"] as const;

const border: ObjectClass<Handles["RangeBorder"]> = {
  identity: ({ edge }) => ({ Id: edge }),
  scalars: {
    SideIndex: ({ edge }) => edge,
    Style: (of, session) => lineOf(borderAt(of, session)?.style ?? null).style,
    Weight: (of, session) => lineOf(borderAt(of, session)?.style ?? null).weight,
    Color: (of, session) => borderAt(of, session)?.color ?? "#000000",
  },
  sets: {
    Style: (of, value, session) => {
      const style = wordArgument(value, lineStyles);
      setBorder(of, session, (old) =>
        style === "None"
          ? null
          : { color: old?.color ?? "#000000", style: fileStyle(style, lineOf(old?.style ?? null).weight) },
      );
    },
    Weight: (of, value, session) => {
      const weight = wordArgument(value, weights);
      setBorder(of, session, (old) => {
        const { style } = lineOf(old?.style ?? null);
        return { color: old?.color ?? "#000000", style: fileStyle(style === "None" ? "Continuous" : style, weight) };
      });
    },
    Color: (of, value, session) => {
      const color = colorArgument(value);
      setBorder(of, session, (old) => ({ color, style: old?.style ?? "thin" }));
    },
  },
};

/** Excel's words for a line and the file's single word for style and weight together. Source: ECMA-376 Part 1, 18.18.3 (ST_BorderStyle). */
const fileStyles: Readonly<
  Record<string, { readonly style: (typeof lineStyles)[number]; readonly weight: (typeof weights)[number] }>
> = {
  thin: { style: "Continuous", weight: "Thin" },
  hair: { style: "Continuous", weight: "Hairline" },
  medium: { style: "Continuous", weight: "Medium" },
  thick: { style: "Continuous", weight: "Thick" },
  dashed: { style: "Dash", weight: "Thin" },
  mediumDashed: { style: "Dash", weight: "Medium" },
  dashDot: { style: "DashDot", weight: "Thin" },
  mediumDashDot: { style: "DashDot", weight: "Medium" },
  dashDotDot: { style: "DashDotDot", weight: "Thin" },
  mediumDashDotDot: { style: "DashDotDot", weight: "Medium" },
  dotted: { style: "Dot", weight: "Thin" },
  double: { style: "Double", weight: "Thick" },
  slantDashDot: { style: "SlantDashDot", weight: "Medium" },
};

function lineOf(style: string | null): {
  readonly style: (typeof lineStyles)[number];
  readonly weight: (typeof weights)[number];
} {
  return (style === null ? undefined : fileStyles[style]) ?? { style: "None", weight: "Thin" };
}

function fileStyle(style: string, weight: string): string {
  const exact = Object.entries(fileStyles).find(([, line]) => line.style === style && line.weight === weight);
  return exact?.[0] ?? Object.entries(fileStyles).find(([, line]) => line.style === style)?.[0] ?? "thin";
}

/** The cells and the side of theirs that make an edge of a range. */
function sideOf(edge: string, area: Area): { readonly side: BorderEdge; readonly cells: Area | null } {
  const last = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
  switch (edge) {
    case "EdgeTop":
      return { side: "top", cells: { ...area, rows: 1 } };
    case "EdgeBottom":
      return { side: "bottom", cells: { ...area, row: last.row, rows: 1 } };
    case "EdgeLeft":
      return { side: "left", cells: { ...area, columns: 1 } };
    case "EdgeRight":
      return { side: "right", cells: { ...area, column: last.column, columns: 1 } };
    case "InsideVertical":
      return { side: "right", cells: area.columns > 1 ? { ...area, columns: area.columns - 1 } : null };
    case "InsideHorizontal":
      return { side: "bottom", cells: area.rows > 1 ? { ...area, rows: area.rows - 1 } : null };
    default:
      throw invalid("an edge or inner border; diagonals are not played");
  }
}

function borderAt({ range, edge }: Handles["RangeBorder"], session: Session): Border | null {
  if (edge.startsWith("Diagonal")) return null;
  const { side, cells } = sideOf(edge, areaOf(range, session));
  const common =
    cells && commonStyle(session, range.sheet, cells, (style) => JSON.stringify(style.borders[side] ?? null));
  return common === null || common === undefined ? null : (JSON.parse(common) as Border | null);
}

function setBorder(
  { range, edge }: Handles["RangeBorder"],
  session: Session,
  change: (old: Border | null) => Border | null,
): void {
  const area = areaOf(range, session);
  refuseIfLocked(session, range.sheet, area, "allowFormatCells");
  const { side, cells } = sideOf(edge, area);
  if (!cells) return;
  restyle(session, range.sheet, cells, (style) => {
    const { [side]: old, ...others } = style.borders;
    const next = change(old ?? null);
    return { ...style, borders: next === null ? others : { ...others, [side]: next } };
  });
}

export const rangeBorderClasses = { RangeBorderCollection: borders, RangeBorder: border };
