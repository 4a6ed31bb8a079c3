import { plannedPart } from "../changes/plannedPart";
import { chosenTablePart } from "../data/chosenTablePart";
import { listPart } from "../data/list/listPart";
import { scalesPart } from "../data/scales/scalesPart";
import { historyPart } from "../history/historyPart";
import { monthPart } from "../month/monthPart";
import { newMonthPart } from "../newMonth/newMonthPart";
import { ownersPart } from "../owners/ownersPart";
import { previewPart } from "../segments/previewPart";
import { matrixPart } from "../segments/matrix/matrixPart";
import { rfmPart } from "../segments/rfm/rfmPart";
import { rulesPart } from "../segments/rules/rulesPart";
import { segmentsPart } from "../segments/segmentsPart";
import { unfinishedPart } from "./unfinishedPart";
import { writingPart } from "../write/writingPart";

const parts = [
  previewPart,
  listPart,
  chosenTablePart,
  monthPart,
  scalesPart,
  segmentsPart,
  writingPart,
  unfinishedPart,
  plannedPart,
  ownersPart,
  historyPart,
  matrixPart,
  rfmPart,
  rulesPart,
  newMonthPart,
] as const;

/** Fetches what the pane will need, so that nobody waits for it. What fails is asked for again where it is needed. */
export function fetchAhead(): void {
  void Promise.allSettled(parts.map(async (part) => part.fetch()));
}
