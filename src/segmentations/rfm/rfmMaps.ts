import type { Plan } from "../../plan/plan";
import type { SegmentationBy } from "../plans";

type Language = Plan["sheetLanguage"];
type Rfm = SegmentationBy<"rfm">;

/** The customary ways of naming combinations of scores: eleven segments of five scores, or eight classes of two. */
export const rfmMapNames = ["eleven", "eight"] as const;
export type RfmMapName = (typeof rfmMapNames)[number];

/** Which one a language starts with: the eight classes are what Chinese practice calls RFM. */
export const customaryMap: Readonly<Record<Language, RfmMapName>> = { en: "eleven", zh: "eight" };

/** A segment's id and names, and its lines: scores of recency, frequency and amount, each from and to as two digits. */
interface NamedSegment extends Readonly<Record<Language, string>> {
  readonly id: string;
  readonly lines: readonly (readonly [recency: number, frequency: number, monetary: number])[];
}

/**
 * An exact partition of all 125 combinations, as loyalty programmes use it. What they call "New" is named by what is
 * known: without the date of a first order nobody can tell a new customer from an old one who buys seldom.
 */
const eleven: readonly NamedSegment[] = [
  { id: "champions", en: "Champions", zh: "冠军客户", lines: lines("45.45.55 45.55.44 55.44.44") },
  { id: "loyal", en: "Loyal", zh: "忠诚客户", lines: lines("55.44.33 44.44.44 34.33.55 33.45.45") },
  {
    id: "potential-loyalist",
    en: "Potential loyalists",
    zh: "潜在忠诚客户",
    lines: lines("35.55.33 35.45.12 55.33.33 45.33.12 34.23.33"),
  },
  { id: "recent", en: "Recent, infrequent", zh: "近期低频客户", lines: lines("45.11.22 35.11.11 44.22.12") },
  { id: "promising", en: "Promising", zh: "有前景客户", lines: lines("45.22.45 55.22.13 35.11.35") },
  { id: "need-attention", en: "Need attention", zh: "需关注客户", lines: lines("55.33.55 35.33.44 34.44.33 33.22.45") },
  {
    id: "about-to-sleep",
    en: "About to sleep",
    zh: "即将沉睡客户",
    lines: lines("33.23.11 33.11.22 22.25.11 22.11.33"),
  },
  {
    id: "at-risk",
    en: "At risk",
    zh: "有流失风险客户",
    lines: lines("22.45.35 12.45.22 12.23.45 11.35.33 11.44.55"),
  },
  {
    id: "cannot-lose",
    en: "Cannot lose them",
    zh: "不能失去的客户",
    lines: lines("22.11.45 11.55.55 11.45.44 11.11.35"),
  },
  { id: "hibernating", en: "Hibernating", zh: "休眠客户", lines: lines("13.23.22 22.33.33 12.22.33 22.11.12") },
  { id: "lost", en: "Lost", zh: "已流失客户", lines: lines("11.15.11 11.11.22") },
];

/** High and low of each measure: key customers spend more, and the four words say how recently and how often they buy. */
const eight: readonly NamedSegment[] = [
  { id: "key-valued", en: "Key: valued", zh: "重要价值客户", lines: lines("22.22.22") },
  { id: "key-develop", en: "Key: develop", zh: "重要发展客户", lines: lines("22.11.22") },
  { id: "key-keep", en: "Key: keep", zh: "重要保持客户", lines: lines("11.22.22") },
  { id: "key-win-back", en: "Key: win back", zh: "重要挽留客户", lines: lines("11.11.22") },
  { id: "general-valued", en: "General: valued", zh: "一般价值客户", lines: lines("22.22.11") },
  { id: "general-develop", en: "General: develop", zh: "一般发展客户", lines: lines("22.11.11") },
  { id: "general-keep", en: "General: keep", zh: "一般保持客户", lines: lines("11.22.11") },
  { id: "general-win-back", en: "General: win back", zh: "一般挽留客户", lines: lines("11.11.11") },
];

const maps: Readonly<Record<RfmMapName, readonly NamedSegment[]>> = { eleven, eight };

/** The segments of a customary map, the scores that lead to them, and how these are made. */
export function rfmMap(name: RfmMapName, language: Language): Pick<Rfm, "segments" | "map" | "scoring"> {
  const by = name === "eight" ? "mean" : "quintiles";
  return {
    segments: maps[name].map((segment) => ({ id: segment.id, name: segment[language] })),
    map: maps[name].flatMap(({ id, lines: own }) =>
      own.map(([recency, frequency, monetary]) => ({
        segment: id,
        recency: ends(recency),
        frequency: ends(frequency),
        monetary: ends(monetary),
      })),
    ),
    scoring: { recency: { by }, frequency: { by }, monetary: { by } },
  };
}

function lines(text: string): NamedSegment["lines"] {
  return text.split(" ").map((line) => {
    const [recency = 0, frequency = 0, monetary = 0] = line.split(".").map(Number);
    return [recency, frequency, monetary] as const;
  });
}

function ends(digits: number): [from: number, to: number] {
  return [Math.floor(digits / 10), digits % 10];
}
