import type { Language } from "./language";

const en = {
  label: "Open Tierbook with this workbook",
  hint: "Holds once the workbook is saved, and for everybody who has Tierbook. Others notice nothing. Nothing runs by itself.",
};
type AutoOpenWords = typeof en;

const zh: AutoOpenWords = {
  label: "打开本工作簿时同时打开 Tierbook",
  hint: "保存工作簿后生效，适用于所有已安装 Tierbook 的人；其他人不受影响。不会自动运行。",
};

const words: Readonly<Record<Language, AutoOpenWords>> = { en, zh };

/** The words for opening the pane with the workbook, which travel with the part that speaks them. */
export function autoOpenWords(language: Language): AutoOpenWords {
  return words[language];
}
