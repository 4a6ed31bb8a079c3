import { seededDraw } from "../../../src/sample/seededDraw";
import type { Content } from "../../../src/table/columns";
import type { MergedCells } from "../../../src/table/raw/rawTable";

/** A ledger as people keep it on a sheet, and what a reader sees in it. */
export interface Ledger {
  readonly rows: readonly (readonly Content[])[];
  readonly merges: readonly MergedCells[];
  readonly expected: {
    readonly columns: readonly string[];
    /** Ids of the clients in the order of their rows. */
    readonly clients: readonly string[];
    /** Per client its balance, in the unit that its column states. */
    readonly balances: readonly number[];
    readonly roles: Readonly<Record<string, string>>;
    readonly unit: string | null;
    readonly date: string | null;
  };
}

interface Words {
  readonly title: string;
  readonly date: (style: number) => string;
  readonly unit: string;
  readonly unitName: string;
  readonly names: Readonly<
    Record<
      | "no"
      | "id"
      | "name"
      | "branch"
      | "manager"
      | "class"
      | "limit"
      | "balance"
      | "part"
      | "whole"
      | "since"
      | "rate"
      | "credit"
      | "basic",
      string
    >
  >;
  readonly branches: readonly string[];
  readonly managers: readonly string[];
  readonly classes: readonly string[];
  readonly company: (n: number) => string;
  readonly subtotal: (branch: string) => string;
  readonly total: string;
  readonly signed: readonly string[];
  readonly note: string;
  readonly section: (n: number, branch: string) => string;
}

const zh: Words = {
  title: "对公贷款客户台账",
  date: (style) => ["截至2026年10月31日", "报表日期：2026-10-31", "截止日期:2026/10/31", "数据日期：20261031"][style]!,
  unit: "单位：万元",
  unitName: "万元",
  names: {
    no: "序号",
    id: "客户编号",
    name: "客户名称",
    branch: "经办机构",
    manager: "客户经理",
    class: "五级分类",
    limit: "授信额度",
    balance: "贷款余额",
    part: "其中：逾期",
    whole: "合计",
    since: "首次授信日期",
    rate: "执行利率",
    credit: "授信情况",
    basic: "基本信息",
  },
  branches: ["北京分行", "上海分行", "深圳分行"],
  managers: ["李敏", "王强", "赵磊"],
  classes: ["正常", "关注", "次级"],
  company: (n) =>
    `${["华信", "远大", "恒通", "中联", "鼎盛"][n % 5]}${["机械", "贸易", "化工", "置业"][n % 4]}有限公司`,
  subtotal: (branch) => `${branch}小计`,
  total: "合  计",
  signed: ["制表人：陈晨", "复核：周舟", "审批：吴迪"],
  note: "注：本表不含表外业务。",
  section: (n, branch) => `${["一", "二", "三"][n]!}、${branch}`,
};

const en: Words = {
  title: "Corporate loan clients",
  date: (style) =>
    ["As of 31 October 2026", "Report date: 2026-10-31", "As at 31-Oct-2026", "Date: 31 October 2026"][style]!,
  unit: "Unit: EUR k",
  unitName: "EUR k",
  names: {
    no: "No.",
    id: "Client ID",
    name: "Client name",
    branch: "Branch",
    manager: "Relationship manager",
    class: "Risk class",
    limit: "Credit limit",
    balance: "Outstanding",
    part: "of which: overdue",
    whole: "Total",
    since: "Client since",
    rate: "Rate",
    credit: "Facilities",
    basic: "Client data",
  },
  branches: ["North branch", "South branch", "West branch"],
  managers: ["A. Novak", "B. Silva", "C. Moreau"],
  classes: ["Pass", "Watch", "Substandard"],
  company: (n) =>
    `${["Harbour", "Lindt", "Meadow", "Oak", "Pine"][n % 5]} ${["Foods", "Metals", "Paper", "Homes"][n % 4]} Ltd`,
  subtotal: (branch) => `Subtotal ${branch}`,
  total: "Grand total",
  signed: ["Prepared by: Chen", "Checked by: Zhou", "Approved by: Wu"],
  note: "Note: without off-balance items.",
  section: (n, branch) => `${["I", "II", "III"][n]!}. ${branch}`,
};

/** A ledger drawn from a seed. */
// eslint-disable-next-line complexity -- each line draws one of the habits that ledgers differ by
export function ledgerOf(seed: number, language: "zh" | "en" = "zh"): Ledger {
  const { uniform: draw } = seededDraw(seed);
  const pick = (n: number): number => Math.floor(draw() * n);
  const chance = (share: number): boolean => draw() < share;
  const words = language === "zh" ? zh : en;
  const { names } = words;
  const numbered = chance(0.5);
  const branchAs = (["column", "section", "merged"] as const)[pick(3)]!;
  const parts = chance(0.6);
  const grouped = chance(0.4);
  const [since, rate] = [chance(0.5), chance(0.4)];
  const wideDigits = chance(0.4);
  const inCells = !wideDigits && chance(0.25);
  const ownUnits = !inCells && chance(0.4);
  const unitRow = chance(0.8);
  const [idStyle, dateStyle] = [pick(4), pick(4)];

  type Kind = "no" | "id" | "name" | "branch" | "manager" | "class" | "limit" | "balance" | "part" | "since" | "rate";
  const kinds: Kind[] = [
    ...(numbered ? (["no"] as const) : []),
    ...(branchAs === "section" ? [] : (["branch"] as const)),
    "id",
    "name",
    "manager",
    "limit",
    "balance",
    ...(parts ? (["part"] as const) : []),
    ...(rate ? (["rate"] as const) : []),
    ...(since ? (["since"] as const) : []),
    "class",
  ];
  const width = kinds.length;
  const rows: Content[][] = [];
  const merges: MergedCells[] = [];
  const blank = (): Content[] => kinds.map(() => null);
  const add = (cells: Content[]): number => rows.push(cells) - 1;
  const wide = (row: number, column: number, columns: number, height = 1): void => {
    if (columns > 1 || height > 1) merges.push({ row, column, rows: height, columns });
  };

  // Titles: merged across, with the date and the unit below.
  const title = blank();
  title[0] = words.title;
  wide(add(title), 0, width);
  if (chance(0.3)) {
    const sub = blank();
    sub[0] = language === "zh" ? "（内部资料 注意保存）" : "(internal)";
    wide(add(sub), 0, width);
  }
  const told = blank();
  const unitAt = width - 1 - pick(2);
  told[0] = words.date(dateStyle);
  if (unitRow) told[unitAt] = words.unit;
  const toldAt = add(told);
  if (chance(0.5)) {
    wide(toldAt, 0, Math.max(2, unitAt - 1));
    if (unitAt < width - 1) wide(toldAt, unitAt, width - unitAt);
  }
  if (chance(0.3)) add(blank());

  // The header: one row, or two with groups and parts.
  const unitOf = (kind: Kind): string => {
    if (!ownUnits) return "";
    const [small, large] = language === "zh" ? ["（万元）", "（亿元）"] : [" (EUR k)", " (EUR m)"];
    return kind === "limit" ? large : kind === "balance" || kind === "part" ? small : "";
  };
  const nameOf = (kind: Kind): string => `${names[kind]}${unitOf(kind)}`;
  const top = add(blank());
  const rowsOfHeader = parts || grouped ? 2 : 1;
  const second = rowsOfHeader === 2 ? add(blank()) : top;
  const balance = kinds.indexOf("balance");
  const inGroup = (kind: Kind): boolean => grouped && ["limit", "balance", "part"].includes(kind);
  const wholeBelow = chance(0.5);
  const mergedParts = chance(0.7);
  const columns = kinds.map((kind, i) => {
    const name = nameOf(kind);
    if (inGroup(kind)) {
      rows[second]![i] = name;
      if (kind === "limit") rows[top]![i] = names.credit;
      return `${names.credit} ${name}`;
    }
    if (parts && !grouped && (kind === "balance" || kind === "part")) {
      const leaf = kind === "part" ? name : wholeBelow ? names.whole : null;
      rows[second]![i] = leaf;
      if (kind === "balance") rows[top]![i] = name;
      return leaf === null ? name : `${nameOf("balance")} ${leaf}`;
    }
    rows[top]![i] = name;
    if (rowsOfHeader === 2 && chance(0.9)) wide(top, i, 1, 2);
    return name;
  });
  if (grouped) wide(top, kinds.indexOf("limit"), parts ? 3 : 2);
  else if (parts && mergedParts) wide(top, balance, 2);
  if (chance(0.2)) {
    const numbering: Content[] = kinds.map((_, i) => (i === 0 ? (language === "zh" ? "栏次" : "a") : i));
    add(numbering);
  }

  // Clients by branch, with a subtotal after each, blank rows and pages in between.
  const clients: string[] = [];
  const balances: number[] = [];
  const subtotals = chance(0.7);
  const gaps = chance(0.25);
  const pages = chance(0.2) && !gaps;
  const balanceOf = (): number => Math.round((100 + draw() * 90_000) * 100) / 100;
  const digits = (value: number): string =>
    value.toFixed(2).replace(/[\d.]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  let n = 0;
  // eslint-disable-next-line complexity -- as above
  words.branches.forEach((branch, b) => {
    if (branchAs === "section") {
      const row = blank();
      row[0] = words.section(b, branch);
      const at = add(row);
      if (chance(0.6)) wide(at, 0, width);
    }
    const first = rows.length;
    const count = 3 + pick(4);
    for (let i = 0; i < count; i++) {
      n++;
      const id = [`K${1000 + n}`, `91110108MA${String(10_000 + n * 7)}X`, `${200_000 + n}`, `00${String(100 + n)}`][
        idStyle
      ]!;
      const value = balanceOf();
      clients.push(id);
      // Where nobody states a unit, amounts with units of their own are in yuan.
      balances.push(inCells && language === "zh" && !unitRow ? Number(`${value.toFixed(2)}e4`) : value);
      const content: Record<Kind, Content> = {
        no: n,
        id: idStyle === 2 ? Number(id) : id,
        name: words.company(n),
        branch: branchAs === "merged" && i > 0 ? null : branch,
        manager: words.managers[pick(3)]!,
        limit: inCells
          ? language === "zh"
            ? `${(value / 5000).toFixed(4)}亿`
            : Math.round(value * 2)
          : Math.round(value * 2),
        balance: wideDigits ? digits(value) : inCells && language === "zh" ? `${value.toFixed(2)}万` : value,
        part: chance(0.4) ? Math.round(value / 10) : 0,
        since: chance(0.5) ? "2020-03-15" : "2021年6月1日",
        rate: 0.0435,
        class: words.classes[pick(3)]!,
      };
      add(kinds.map((kind) => content[kind]));
    }
    if (branchAs === "merged") wide(first, kinds.indexOf("branch"), 1, count);
    if (subtotals) {
      const row = blank();
      row[0] = words.subtotal(branch);
      row[balance] = 12_345.67;
      const at = add(row);
      if (chance(0.5)) wide(at, 0, Math.min(balance, 2 + pick(2)));
    }
    if (gaps && b < 2) add(blank());
    if (pages && b === 1) {
      for (const from of rowsOfHeader === 1 ? [top] : []) add([...rows[from]!]);
    }
  });
  const total = blank();
  total[numbered ? 1 : 0] = words.total;
  total[balance] = 99_999.99;
  add(total);

  // Signatures and notes below, and perhaps another list.
  if (chance(0.3)) add(blank());
  const signed = blank();
  const together = chance(0.4);
  words.signed.forEach((text, i) => {
    if (together) signed[0] = `${String(signed[0] ?? "")}${text}   `;
    else signed[Math.min(width - 1, i * 2)] = text;
  });
  add(signed);
  if (chance(0.4)) {
    const note = blank();
    note[0] = words.note;
    add(note);
  }
  if (chance(0.25)) {
    add(blank());
    const head = blank();
    [head[0], head[1]] = [names.branch, names.balance];
    add(head);
    words.branches.forEach((branch) => {
      const row = blank();
      [row[0], row[1]] = [branch, 12_345.67];
      add(row);
    });
  }
  const at = (kind: Kind): string => columns[kinds.indexOf(kind)]!;
  return {
    rows,
    merges,
    expected: {
      columns: columns.map((name) => name.normalize("NFC")),
      clients,
      balances,
      roles: {
        name: at("name"),
        manager: at("manager"),
        riskClass: at("class"),
        limit: at("limit"),
        outstanding: at("balance"),
        ...(branchAs === "section" ? {} : { branch: at("branch") }),
      },
      unit: unitRow && !ownUnits ? words.unitName : null,
      date: "2026-10-31",
    },
  };
}
