import type { FoundTable } from "../../../actions/findTables";
import type { TableInspection } from "../../../actions/inspectTable";
import { customaryMap, rfmMap } from "../../../segmentations/rfm/rfmMaps";
import { newNames } from "../../../text/newNames";
import { freeId, freeName } from "../newSegmentation";
import type { PlanForm, RfmForm } from "../planForm";
import { guessColumnSource, guessOrderSource } from "./guessSource";

/** RFM by the likeliest source, with the map that is customary where the sheets are read; null where nothing tells of orders. */
export function newRfm(form: PlanForm, inspection: TableInspection, tables: readonly FoundTable[]): RfmForm | null {
  const columns = guessColumnSource(inspection, form.settings.roles);
  const source = columns ?? guessOrderSource(form, tables);
  if (source === null) return null;
  const { sheetLanguage } = form;
  const { rfm, rfmAmount } = newNames(sheetLanguage);
  return {
    method: "rfm",
    id: freeId("rfm", form),
    name: freeName(rfm, form),
    valueColumn: source.kind === "columns" ? (source.monetaryColumn ?? source.frequencyColumn) : rfmAmount,
    source,
    ...rfmMap(customaryMap[sheetLanguage], sheetLanguage),
  };
}
