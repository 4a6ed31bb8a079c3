import { rfmMap, rfmMapNames } from "../../../src/segmentations/rfm/rfmMaps";
import { scoreCells } from "../../../src/segmentations/rfm/scoreCells";
import { scoreLines } from "../../../src/segmentations/rfm/scoreLines";

/** The eleven names as published for five scores, by the digits of recency, frequency and amount. */
const published: Readonly<Record<string, string>> = {
  champions: "555 554 544 545 454 455 445",
  loyal: "543 444 435 355 354 345 344 335",
  "potential-loyalist":
    "553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 353 352 351 342 341 333 323",
  recent: "512 511 422 421 412 411 311",
  promising: "525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313",
  "need-attention": "535 534 443 434 343 334 325 324",
  "about-to-sleep": "331 321 312 221 213 231 241 251",
  "at-risk": "255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124",
  "cannot-lose": "155 154 144 214 215 115 114 113",
  hibernating: "332 322 233 232 223 222 132 123 122 212 211",
  lost: "111 112 121 131 141 151",
};

const cellsBySegment = (map: Parameters<typeof scoreCells>[0]): Record<string, string> => {
  const found: Record<string, string[]> = {};
  for (const { at, segment } of scoreCells(map)) (found[segment ?? ""] ??= []).push(at.join(""));
  return Object.fromEntries(Object.entries(found).map(([id, cells]) => [id, [...cells].sort().join(" ")]));
};

test.each(rfmMapNames)("the customary map of %s names holds every combination of scores exactly once", (name) => {
  const cells = scoreCells(rfmMap(name, "en"));
  expect(cells).toHaveLength(name === "eight" ? 8 : 125);
  expect(cells.filter(({ segment, overruled }) => segment === null || overruled.length > 0)).toEqual([]);
});

// Source: Spotler, "RFM segments", eleven names over five scores of each measure.
test("the eleven names are where they are published", () => {
  const sorted = Object.entries(published).map(([id, cells]) => [id, cells.split(" ").sort().join(" ")]);
  expect(cellsBySegment(rfmMap("eleven", "en"))).toEqual(Object.fromEntries(sorted));
});

test("the eight classes are told apart by high and low of each measure", () => {
  const { segments, ...map } = rfmMap("eight", "zh");
  const nameAt = new Map(
    scoreCells(map).map(({ at, segment }) => [at.join(""), segments.find(({ id }) => id === segment)?.name]),
  );
  expect(Object.fromEntries(nameAt)).toEqual({
    "222": "重要价值客户",
    "212": "重要发展客户",
    "122": "重要保持客户",
    "112": "重要挽留客户",
    "221": "一般价值客户",
    "211": "一般发展客户",
    "121": "一般保持客户",
    "111": "一般挽留客户",
  });
});

test("of lines that hold the same scores the first one decides, and the others are told", () => {
  const { scoring } = rfmMap("eight", "en");
  const all = { recency: [1, 2], frequency: [1, 2], monetary: [1, 2] } as const;
  const map = [
    { segment: "a", recency: [2, 2], frequency: [1, 2], monetary: [1, 2] },
    { segment: "b", ...all },
  ] as Parameters<typeof scoreCells>[0]["map"];
  const cells = scoreCells({ scoring, map });
  expect(cells[0]).toEqual({ at: [2, 2, 2], segment: "a", overruled: ["b"] });
  expect(cells.at(-1)).toEqual({ at: [1, 1, 1], segment: "b", overruled: [] });
});

test.each(rfmMapNames)("the lines made of the cells of %s names say what the cells say, none twice", (name) => {
  const { scoring, segments, map } = rfmMap(name, "en");
  const cells = scoreCells({ scoring, map });
  const lines = scoreLines(
    cells,
    segments.map(({ id }) => id),
  );
  expect(scoreCells({ scoring, map: lines })).toEqual(cells);
  expect(lines.length).toBeLessThanOrEqual(60);
});

test("combinations without a segment stay without one when lines are made of them", () => {
  const { scoring, segments, map } = rfmMap("eleven", "en");
  const cells = scoreCells({ scoring, map }).map((cell) => (cell.at[0] === 3 ? { ...cell, segment: null } : cell));
  const lines = scoreLines(
    cells,
    segments.map(({ id }) => id),
  );
  expect(scoreCells({ scoring, map: lines })).toEqual(cells);
});
