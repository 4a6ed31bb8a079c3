import type { SegmentationBy } from "../plans";
import { rfmMeasures, type RfmMeasure, scoreCount } from "./plan";
import { limitFields, type PolicyField, type PolicyTable, type ScoreField } from "../shared/policy/policyTable";

type Rfm = SegmentationBy<"rfm">;

/** Ids of the tables of an RFM segmentation. */
export const rfmIds = {
  segments: (id: string): string => `${id}/segments`,
  limits: (id: string): string => `${id}/limits`,
  lines: (id: string): string => `${id}/lines`,
  coverage: (id: string): string => `${id}/coverage`,
} as const;

/** The columns of a line of the map: from which score of a measure to which. */
export const scoreFields: Readonly<Record<RfmMeasure, readonly [from: ScoreField, to: ScoreField]>> = {
  recency: ["recencyFrom", "recencyTo"],
  frequency: ["frequencyFrom", "frequencyTo"],
  monetary: ["monetaryFrom", "monetaryTo"],
};

/** All of them, in their order. */
export const allScoreFields = rfmMeasures.flatMap((measure) => scoreFields[measure]);

/**
 * An RFM segmentation as tables: the segments, limits of one's own, the lines that say which scores lead to which
 * segment, and whether these lines leave something out.
 */
export function rfmTables({ id, name, segments, scoring, map }: Rfm): readonly PolicyTable[] {
  const nameOf = new Map(segments.map((each) => [each.id, each.name]));
  const limits = (measure: RfmMeasure): Partial<Record<PolicyField, number>> => {
    const scored = scoring[measure];
    const own = scored.by === "limits" ? scored.limits : [];
    return Object.fromEntries(limitFields.flatMap((field, k) => (own[k] === undefined ? [] : [[field, own[k]]])));
  };
  return [
    {
      id: rfmIds.segments(id),
      name,
      kind: "classes",
      fields: ["id", "name", "check"],
      inputs: ["name"],
      items: segments.map((each) => ({ id: each.id, cells: { name: each.name } })),
    },
    {
      id: rfmIds.limits(id),
      name,
      kind: "limits",
      fields: ["id", "measure", "scoredBy", ...limitFields, "check"],
      inputs: limitFields,
      items: rfmMeasures.map((measure) => ({
        id: measure,
        cells: { measure, scoredBy: scoring[measure].by, ...limits(measure) },
      })),
    },
    {
      id: rfmIds.lines(id),
      name,
      kind: "lines",
      fields: ["id", "segment", "order", ...allScoreFields, "check"],
      inputs: ["segment", "order", ...allScoreFields],
      items: map.map((line, i) => ({
        id: lineId(i),
        cells: {
          segment: nameOf.get(line.segment) ?? line.segment,
          order: i + 1,
          ...Object.fromEntries(
            rfmMeasures.flatMap((measure) => scoreFields[measure].map((field, end) => [field, line[measure][end]])),
          ),
        },
      })),
    },
    {
      id: rfmIds.coverage(id),
      name,
      kind: "coverage",
      fields: ["id", "statement", "combinations", "check"],
      inputs: [],
      scores: rfmMeasures.map((measure) => scoreCount(scoring[measure])),
      items: [
        { id: "without", cells: { statement: "without" } },
        { id: "several", cells: { statement: "several" } },
      ],
    },
  ];
}

/** The id of a line of the map by its place. */
export function lineId(place: number): string {
  return String(place + 1);
}
