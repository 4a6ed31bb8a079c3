import { figures } from "./figures";
import type { Language } from "./language";

const en = figures("en");
const zh = figures("zh");

const countEn = (number: number, one: string, many: string): string =>
  `${en.count(number)} ${number === 1 ? one : many}`;
const byEn = (person: string): string => (person === "" ? "" : ` by ${person}`);
const byZh = (person: string): string => (person === "" ? "" : `由${person}`);

/** All about undoing the last run, for the pane and for the sheets. */
const undoEn = {
  // the pane
  open: "Undo this run",
  looking: "Looking at what would go back…",
  title: "Undo this run?",
  back: (columns: string, customers: number): string =>
    `Labels in ${columns}: ${countEn(customers, "customer gets", "customers get")} the former label back.`,
  unchanged: (columns: string): string => `Labels in ${columns}: this run changed none of them.`,
  columnsGone: (columns: string): string => `Columns that this run added are deleted: ${columns}.`,
  columnsBack: (columns: string): string =>
    `Columns that this run took away come back at the right end of the table: ${columns}.`,
  sheetsBack: (sheets: string): string => `Sheets that say again what they said before this run: ${sheets}.`,
  sheetsGone: (sheets: string): string => `Sheets that this run made are deleted: ${sheets}.`,
  planBack: "The settings are those of the run before.",
  planGone: "The settings that this run stored are removed; there were none before.",
  columnsKept: (columns: string): string =>
    `These columns of this run stay, because somebody changed labels in them or renamed them: ${columns}.`,
  columnUsed: (column: string, why: string): string => `Column ${column} of this run stays, for ${why}.`,
  sheetsKept: (sheets: string): string =>
    `These sheets of this run stay, because somebody wrote on them: ${sheets}. What Tierbook wrote there goes.`,
  sheetsLeft: (sheets: string): string => `Somebody changed these sheets since; they stay as they are: ${sheets}.`,
  edited: (labels: number, cells: string): string =>
    `${countEn(labels, "label was", "labels were")} changed by hand since and ${labels === 1 ? "stays" : "stay"} as ${labels === 1 ? "it is" : "they are"}: ${cells}.`,
  owners: "Owners, objectives and notes stay as they are now.",
  onlyOnce: "Only the last run can be undone, and undoing cannot itself be undone. You can run again at any time.",
  now: "Undo now",
  notNow: "Not now",
  busy: "The last run is being undone…",
  done: "Undone: the workbook is as it was before that run, and what people filled in since is kept.",
  listComma: ", ",
  unfinished: (when: string, person: string): string => `The undoing of ${when}${byEn(person)} did not finish`,
  canFinish:
    "Everything it needs is kept in this workbook. “Finish” undoes the run; “Roll back” leaves the run as it was.",
  onlyBack: "It stopped before it changed anything. “Roll back” leaves the run as it was.",
  onlyFinish: "All is written; what the workbook no longer needs is still there. “Finish” takes it away.",
  // the sheets
  logged: (at: Date, person: string): string => `Undone on ${en.moment(at)}${byEn(person)}`,
  state: (complete: string, undone: Date, at: Date): string =>
    `${complete}. The run of ${en.moment(undone)} was undone on ${en.moment(at)}`,
  nothingLeft: (undone: Date, at: Date): string =>
    `The run of ${en.moment(undone)} was undone on ${en.moment(at)}. No earlier run is left`,
  underWay: (at: Date): string =>
    `UNDOING UNFINISHED: begun ${en.moment(at)}. Do not use the segments yet. Open Tierbook to finish it or to roll it back.`,
};

type UndoWords = typeof undoEn;

const undoZh: UndoWords = {
  open: "撤销本次运行",
  looking: "正在查看将恢复的内容…",
  title: "撤销本次运行？",
  back: (columns, customers) => `${columns} 列：${zh.count(customers)} 位客户恢复为原标签。`,
  unchanged: (columns) => `${columns} 列：本次运行未改动任何标签。`,
  columnsGone: (columns) => `删除本次运行新增的列：${columns}。`,
  columnsBack: (columns) => `本次运行删除的列将恢复到表格右端：${columns}。`,
  sheetsBack: (sheets) => `恢复为运行前内容的工作表：${sheets}。`,
  sheetsGone: (sheets) => `删除本次运行新建的工作表：${sheets}。`,
  planBack: "设置恢复为上一次运行的设置。",
  planGone: "删除本次运行保存的设置；此前没有设置。",
  columnsKept: (columns) => `以下列予以保留，因为有人改动了其中的标签或修改了列名：${columns}。`,
  columnUsed: (column, why) => `本次运行的列 ${column} 予以保留，因为${why}。`,
  sheetsKept: (sheets) => `以下工作表予以保留，因为有人在上面填写了内容：${sheets}。Tierbook 写入的内容将移除。`,
  sheetsLeft: (sheets) => `以下工作表在运行后有人改动，保持不变：${sheets}。`,
  edited: (labels, cells) => `有 ${zh.count(labels)} 个标签在运行后被手工修改，保持不变：${cells}。`,
  owners: "责任人、目标和备注保持现状。",
  onlyOnce: "只能撤销最近一次运行，撤销后不能再恢复；您可以随时重新运行。",
  now: "立即撤销",
  notNow: "暂不",
  busy: "正在撤销最近一次运行…",
  done: "已撤销：工作簿恢复到该次运行之前，此后填写的内容均已保留。",
  listComma: "、",
  unfinished: (when, person) => `${when}${byZh(person)}开始的撤销未完成`,
  canFinish: "所需内容已保存在本工作簿中。“完成”将撤销该次运行；“回退”将保留该次运行。",
  onlyBack: "尚未改动任何内容即已中断。“回退”将保留该次运行。",
  onlyFinish: "内容均已写入，仅有不再需要的部分尚未移除。“完成”将其移除。",
  logged: (at, person) => `已于${zh.moment(at)}${byZh(person)}撤销`,
  state: (complete, undone, at) => `${complete}；${zh.moment(undone)}的运行已于${zh.moment(at)}撤销`,
  nothingLeft: (undone, at) => `${zh.moment(undone)}的运行已于${zh.moment(at)}撤销，此前没有其他运行`,
  underWay: (at) => `撤销未完成：${zh.moment(at)}开始。请暂勿使用分层结果。请打开 Tierbook 完成或回退。`,
};

const words: Readonly<Record<Language, UndoWords>> = { en: undoEn, zh: undoZh };

/** The words about undoing, in one language. */
export function undoWords(language: Language): UndoWords {
  return words[language];
}
