import type { ReactElement } from "react";

import { newNames } from "../../../text/newNames";
import { rfmPaneWords } from "../../../text/pane/rfmPaneWords";
import { usePaneLanguage } from "../../words";
import { NameList } from "../NameList";
import { fewestSegments, mostSegments, withName, withOneMoreSegment, withoutSegment } from "./editRfm";
import type { RfmPartProps } from "./RfmFields";

/** The segments with their names, in their order. */
export function SegmentNames({ form, open, wrong, disabled, onEdit }: RfmPartProps): ReactElement {
  const words = rfmPaneWords(usePaneLanguage());
  return (
    <NameList
      method="rfm"
      items={open.segments}
      fewest={fewestSegments}
      most={mostSegments}
      words={{
        legend: words.segments,
        hint: words.segmentsHint,
        add: words.addSegment,
        full: words.addSegmentFull(mostSegments),
        nameOf: words.segmentName,
        remove: words.removeSegment,
      }}
      wrong={(place) => wrong(`segment/${place}`)}
      disabled={disabled}
      onName={(place, name) => onEdit(withName(open, place, name))}
      onRemove={(place) => onEdit(withoutSegment(open, place))}
      onAdd={() => onEdit(withOneMoreSegment(open, newNames(form.sheetLanguage).newSegment))}
    />
  );
}
