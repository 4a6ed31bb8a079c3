export type BorderEdge = "left" | "right" | "top" | "bottom";

export interface Border {
  /** Excel's file word, e.g. "thin"; null for none. */
  readonly style: string | null;
  /** "#RRGGBB". */
  readonly color: string;
}

/** How a cell looks. Colours are "#RRGGBB". */
export interface Style {
  readonly numberFormat: string;
  readonly fontName: string;
  /** In points. */
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: "None" | "Single" | "Double";
  readonly fontColor: string;
  /** Null for no fill. */
  readonly fillColor: string | null;
  readonly borders: Readonly<Partial<Record<BorderEdge, Border>>>;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrapText: boolean;
  readonly indent: number;
  readonly locked: boolean;
  /** Index of the file's cell format (cellXfs) this style came from or was derived from; what is not modelled here is taken from it. */
  readonly base?: number;
}

export const defaultStyle: Style = {
  numberFormat: "General",
  fontName: "Calibri",
  fontSize: 11,
  bold: false,
  italic: false,
  underline: "None",
  fontColor: "#000000",
  fillColor: null,
  borders: {},
  horizontalAlignment: "General",
  verticalAlignment: "Bottom",
  wrapText: false,
  indent: 0,
  locked: true,
};

/** Index of a style in the book's list, adding it if it is new. */
export function internStyle(styles: Style[], style: Style): number {
  const wanted = JSON.stringify(style);
  let keys = known.get(styles);
  if (!keys) known.set(styles, (keys = new Map<string, number>()));
  for (let i = keys.size; i < styles.length; i++) keys.set(JSON.stringify(styles[i]), i);
  const found = keys.get(wanted);
  if (found !== undefined) return found;
  styles.push(style);
  keys.set(wanted, styles.length - 1);
  return styles.length - 1;
}

const known = new WeakMap<Style[], Map<string, number>>();
