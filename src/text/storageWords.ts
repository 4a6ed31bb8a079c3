import { figures } from "./figures";
import type { Language } from "./language";

const { count } = figures("en");
const { count: countZh } = figures("zh");

/** What was made again of the visible sheets, by name. */
interface RebuiltText {
  readonly sheet: string;
  readonly segmentations: readonly string[];
  readonly columns: readonly string[];
  readonly owners: boolean;
}

/** What Tierbook keeps in the workbook, when something about it is not as it should be. */
const en = {
  title: "Something that Tierbook keeps in this workbook was damaged or missing",
  small: "Tierbook’s second copy of its settings is not up to date",
  details: "Details",
  repair: "Put in order",
  save: "Save the damaged text",
  "directory-rebuilt":
    "The directory of the hidden sheet _tierbook was damaged. It was made again from the texts that stand there. The last run cannot be undone any more.",
  "directory-lost": "The hidden sheet _tierbook holds nothing that can be read any more.",
  storeMissing: (revision: number): string =>
    revision > 0
      ? `The hidden sheet _tierbook is gone, perhaps removed by Excel’s Document Inspector. From the second copy come the settings (plan ${revision}), who answers for what, and which columns are Tierbook’s. Missing: the run log, undo, and what moved since the last run. The next writing goes on with the sheets that are there.`
      : "The hidden sheet _tierbook and its second copy are gone, perhaps removed by Excel’s Document Inspector. Still there: the label columns, the Owners sheet, which the next writing goes on with, and what the other sheets show. Missing: the settings, the run log and undo. Choose the table and set the segmentations up again.",
  rebuilt: ({ sheet, segmentations, columns, owners }: RebuiltText): string =>
    segmentations.length === 0
      ? `What Tierbook keeps in hidden places is gone, perhaps removed by Excel’s Document Inspector, and the sheet ${sheet} does not say enough to make it again.`
      : `What Tierbook keeps in hidden places is gone, perhaps removed by Excel’s Document Inspector. It was made again from the sheet ${sheet}, with all settings: ${segmentations.join(", ")}. The next writing goes on with the columns ${columns.join(", ")}, with the sheets that are there${owners ? ", and with the owners on theirs" : ""}.`,
  rebuiltNot:
    "Not there any more: earlier settings, undo, the run log, and the labels of the last run, of last month and of last year-end to compare with.",
  notRebuilt: (name: string, cell: string | null): string =>
    cell === null
      ? `${name} could not be made again: its table on the sheet is not whole. Put it right, then open the pane again, or set it up anew.`
      : `${name} could not be made again: ${cell} cannot be used. Put it right, then open the pane again, or set it up anew.`,
  restored: (from: "earlier" | "backup", revision: number): string =>
    from === "backup"
      ? `The newest settings on the hidden sheet were damaged or older; plan ${revision} was taken from the second copy.`
      : `The newest settings were damaged, and so was their second copy; these are of plan ${revision}, an earlier one. Please check them.`,
  lost: {
    own: "Which columns and sheets are Tierbook’s own was damaged; the second copy is used.",
    docs: "What Tierbook wrote on its sheets was damaged: the next writing tells it from the sheets, and makes a new one beside a sheet where it cannot.",
    runs: "The run log was damaged: it begins anew with the next run. The sheet Runs still shows it.",
    register: "The copy of the Owners sheet was damaged; it is renewed with the next writing.",
    labels: "The labels of the last run were damaged: the next run cannot tell who moved.",
  },
  others: (plans: number): string =>
    `${plans === 1 ? "Other settings were" : `${count(plans)} other settings were`} saved at the same time as those in use. They stand under History among the earlier settings, and the next writing keeps them there.`,
  "copy-missing": "The second copy of the settings is gone.",
  "copy-damaged": "The second copy of the settings is damaged.",
  "copy-differs": "The second copy says something else than the hidden sheet, which counts.",
  "pointer-missing": "The note in the workbook’s settings is gone.",
  owners: (rows: number): string =>
    `The Owners sheet is gone. What was filled in for ${count(rows)} ${rows === 1 ? "segment" : "segments"} is kept and comes back with the next writing.`,
  twice: (sheet: string, of: string): string =>
    `“${sheet}” is a copy of “${of}”, as copying a sheet or a conflict of co-authors leaves it. Tierbook goes on with “${of}”; compare the two, then delete the copy.`,
  large: (characters: number): string =>
    `Tierbook keeps about ${count(Math.round(characters / 1000))} KB in this workbook, of 1,000 at most. Earlier settings go first.`,
  renamed: "Is this a copy?",
  renamedWas: (before: string, now: string): string =>
    `When Tierbook last wrote here, this file was called “${before}”; now it is “${now}”. Go on with its history, or begin a new one with the same settings and owners?`,
  goOn: "Go on",
  begin: "New history",
};
type StorageWords = typeof en;

const zh: StorageWords = {
  title: "Tierbook 保存在本工作簿中的部分内容已损坏或丢失",
  small: "Tierbook 的设置备份不是最新",
  details: "详情",
  repair: "修复",
  save: "保存损坏的文本",
  "directory-rebuilt": "隐藏工作表 _tierbook 的目录已损坏，已根据其中的文本重建。最近一次运行不能再撤销。",
  "directory-lost": "隐藏工作表 _tierbook 中已没有可读取的内容。",
  storeMissing: (revision) =>
    revision > 0
      ? `隐藏工作表 _tierbook 已丢失，可能被 Excel 的文档检查器移除。已从备份恢复：设置（第 ${revision} 版）、责任人信息、Tierbook 自有的列。丢失：运行记录、撤销和客群变动。下次写入继续使用现有工作表。`
      : "隐藏工作表 _tierbook 及其备份均已丢失，可能被 Excel 的文档检查器移除。仍保留：标签列、责任人工作表（下次写入时继续使用）以及其他工作表显示的内容。丢失：设置、运行记录和撤销。请选择表格并重新设置分层方案。",
  rebuilt: ({ sheet, segmentations, columns, owners }) =>
    segmentations.length === 0
      ? `Tierbook 保存在隐藏处的内容已丢失，可能被 Excel 的文档检查器移除，而“${sheet}”工作表的内容不足以重建。`
      : `Tierbook 保存在隐藏处的内容已丢失，可能被 Excel 的文档检查器移除。已根据“${sheet}”工作表重建全部设置：${segmentations.join("、")}。下次写入继续使用“${columns.join("”“")}”列和现有工作表${owners ? "，责任人信息保留" : ""}。`,
  rebuiltNot: "无法恢复：以往设置、撤销、运行记录，以及用于比较的上次运行、上月和上年末的标签。",
  notRebuilt: (name, cell) =>
    cell === null
      ? `“${name}”无法重建：工作表中的相应表格不完整。请更正后重新打开窗格，或重新设置。`
      : `“${name}”无法重建：${cell} 的内容无法使用。请更正后重新打开窗格，或重新设置。`,
  restored: (from, revision) =>
    from === "backup"
      ? `隐藏工作表中的最新设置已损坏或较旧，已采用备份中的第 ${revision} 版。`
      : `最新设置及其备份均已损坏，现为较早的第 ${revision} 版，请核对。`,
  lost: {
    own: "Tierbook 自有列和工作表的记录已损坏，已采用备份。",
    docs: "Tierbook 写入工作表的内容记录已损坏：下次写入将根据工作表识别，无法识别的另建新表。",
    runs: "运行记录已损坏：从下次运行起重新记录；“运行记录”工作表仍可查看。",
    register: "责任人工作表的副本已损坏，下次写入时更新。",
    labels: "最近一次运行的标签已损坏：下次运行无法显示变动。",
  },
  others: (plans) =>
    `${plans === 1 ? "另有一份设置" : `另有 ${countZh(plans)} 份设置`}与使用中的设置同时保存，列于“历史”的以往设置中，下次写入时保留。`,
  "copy-missing": "设置的备份已丢失。",
  "copy-damaged": "设置的备份已损坏。",
  "copy-differs": "备份与隐藏工作表内容不同，以隐藏工作表为准。",
  "pointer-missing": "工作簿设置中的标记已丢失。",
  owners: (rows) => `责任人工作表已丢失。${countZh(rows)} 个客群的填写内容已保留，下次写入时恢复。`,
  twice: (sheet, of) =>
    `“${sheet}”是“${of}”的副本，可能由复制工作表或协同编辑冲突产生。Tierbook 继续使用“${of}”；请比较后删除副本。`,
  large: (characters) =>
    `Tierbook 在本工作簿中保存约 ${countZh(Math.round(characters / 1000))} KB，上限为 1,000 KB。最早的设置将先被清理。`,
  renamed: "这是副本吗？",
  renamedWas: (before, now) =>
    `Tierbook 上次写入时文件名为“${before}”，现为“${now}”。继续原有历史，还是沿用设置和责任人并开始新的历史？`,
  goOn: "继续",
  begin: "新的历史",
};

const words: Readonly<Record<Language, StorageWords>> = { en, zh };

/** The words about what is kept in the workbook, in one language. */
export function storageWords(language: Language): StorageWords {
  return words[language];
}
