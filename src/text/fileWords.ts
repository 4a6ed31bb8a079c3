import type { Language } from "./language";

/** A text that leaves the pane: as a file, or to be copied where the pane cannot save files. */
const en = {
  handed: (name: string): string =>
    `${name} was handed over to be saved: look for it among your downloads. If it is not there, copy the text instead.`,
  instead: "Show the text to copy",
  noFile:
    "Excel does not let this pane save files here. Nothing is saved yet: copy the text and keep it, for example in a text file.",
  text: (name: string): string => `Text of ${name}`,
  copy: "Copy the text",
  copied: "The text is on the clipboard. Paste it where you keep it: the next copy replaces it.",
  notCopied: "Excel does not let the pane copy. The text is selected: copy it with Ctrl+C (⌘C on a Mac).",
};
type FileWords = typeof en;

const zh: FileWords = {
  handed: (name) => `已提交保存 ${name}，请在“下载”文件夹中查找。如果没有找到，请改为复制文本。`,
  instead: "显示可复制的文本",
  noFile: "当前环境下 Excel 不允许窗格保存文件。尚未保存任何内容：请复制文本并自行保存，例如存为文本文件。",
  text: (name) => `${name} 的文本`,
  copy: "复制文本",
  copied: "文本已复制到剪贴板。请尽快粘贴并保存，再次复制会将其覆盖。",
  notCopied: "Excel 不允许窗格复制。文本已选中，请按 Ctrl+C（Mac 上按 ⌘C）复制。",
};

const words: Readonly<Record<Language, FileWords>> = { en, zh };

/** The words for a text that is saved or copied, which travel with the parts that speak them. */
export function fileWords(language: Language): FileWords {
  return words[language];
}
