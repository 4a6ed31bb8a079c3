import type { Language } from "./language";

/** About an unfinished run that somebody may still be writing. */
const en = {
  title: (person: string, since: string): string =>
    `${person === "" ? "Somebody" : person} has been writing to this workbook since ${since}`,
  mayBeAlive:
    "This run may be under way in another pane or on another person’s computer. If it is, wait until it has ended, then look again.",
  whenToTake:
    "Take it over only if you know that nobody works on it any more, as when that pane was closed. Whoever still answers is not interrupted.",
  lookAgain: "Look again",
  takeOver: "Take over",
};

type UnfinishedWords = typeof en;

const zh: UnfinishedWords = {
  title: (person, since) => `${person === "" ? "有人" : person}自${since}起正在写入本工作簿`,
  mayBeAlive: "该运行可能仍在另一个窗格或他人的电脑上进行。若是如此，请等待其结束后重新查看。",
  whenToTake: "仅在确知已无人处理时（例如对方的窗格已关闭）才接管。仍有响应的一方不会被打断。",
  lookAgain: "重新查看",
  takeOver: "接管",
};

export function unfinishedWords(language: Language): UnfinishedWords {
  return language === "zh" ? zh : en;
}
