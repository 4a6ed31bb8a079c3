import type { Language } from "./language";

/** The settings of earlier runs, and how to go back to them. */
const en = {
  heading: "Earlier settings",
  plan: (revision: number): string => `Plan ${revision}`,
  other: "Saved at the same time by somebody else",
  newest: "in use",
  same: "Nothing changed.",
  oldest: "The oldest that is kept.",
  damaged: "Its text is damaged and cannot be used.",
  restore: "Look at these settings",
  means: "They come into the pane, with a preview. Nothing is written before you write it.",
  kept: "The last 20 are kept; of very large ones fewer.",
};
type RevisionWords = typeof en;

const zh: RevisionWords = {
  heading: "以往设置",
  plan: (revision) => `第 ${revision} 版`,
  other: "他人同时保存的设置",
  newest: "使用中",
  same: "没有变动。",
  oldest: "保留的最早一版。",
  damaged: "内容已损坏，无法使用。",
  restore: "查看此版设置",
  means: "设置将载入窗格并显示预览，写入之前不会改动工作簿。",
  kept: "保留最近 20 版；内容很多时保留较少。",
};

const words: Readonly<Record<Language, RevisionWords>> = { en, zh };

/** The words about earlier settings, in one language. */
export function revisionWords(language: Language): RevisionWords {
  return words[language];
}
