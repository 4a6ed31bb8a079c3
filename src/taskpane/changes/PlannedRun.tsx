import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useEffect, useEffectEvent, useState } from "react";

import type { Carried } from "../../actions/carry/carryFile";
import type { PeopleColumns } from "../../actions/changes/peopleColumns";
import { plannedChanges } from "../../actions/changes/plannedChanges";
import { writePlanned } from "../../actions/changes/writePlanned";
import type { Preview } from "../../actions/previewPlan";
import { plannedWords } from "../../text/plannedWords";
import { FailureNote } from "../shell/FailureNote";
import { Waiting } from "../shell/Waiting";
import { keptPerson } from "../state/keptPreference";
import { useLoaded } from "../state/useLoaded";
import { usePaneLanguage } from "../words";
import { PlannedView } from "./PlannedView";
import { WriteList } from "./WriteList";

export interface PlannedRunProps {
  readonly preview: Preview;
  /** What last month's file brought, to compare with. */
  readonly carried: Carried | null;
  readonly onShow: (cell: string) => void;
  /** Reads the customers again, where they changed since the preview. */
  readonly onReload: () => void;
  readonly readOnly: boolean;
  /** Called when the list was written to a sheet, or was not. */
  readonly onWritten: () => void;
  /** Hears whether what would change is still being worked out. */
  readonly onBusy: (busy: boolean) => void;
}

/** What writing this preview would change, worked out when somebody asks for it. */
export function PlannedRun(props: PlannedRunProps): ReactElement {
  const { preview, carried, onShow, onReload, readOnly, onWritten, onBusy } = props;
  const styles = useStyles();
  const language = usePaneLanguage();
  const words = plannedWords[language];
  const [columns, setColumns] = useState<PeopleColumns | null>(null);
  const loaded = useLoaded({
    subject: `planned ${language}`,
    version: JSON.stringify([numberOf(preview), columns]),
    load: (signal) => plannedChanges(preview, { language, columns, carried: carried ?? undefined }, signal),
  });
  const { value, failure, busy } = loaded;
  const tell = useEffectEvent(onBusy);
  useEffect(() => tell(busy), [busy]);
  const again = failure?.code === "table-changed" ? onReload : loaded.reload;
  return (
    <div className={styles.planned} aria-busy={busy}>
      {value === null && busy && <Waiting text={words.loading} />}
      {failure !== null && <FailureNote title={words.failed} failure={failure} onRetry={again} />}
      {value !== null && <PlannedView planned={value} onColumns={setColumns} onShow={onShow} />}
      {value !== null && value.segmentations.length > 0 && (
        <WriteList
          button={words.write}
          means={words.writeMeans}
          disabled={readOnly || busy}
          write={async (onProgress) =>
            writePlanned(preview, {
              columns: value.columns,
              carried: carried ?? undefined,
              now: new Date(),
              person: keptPerson(),
              onProgress,
            })
          }
          onShow={onShow}
          onEnd={onWritten}
        />
      )}
    </div>
  );
}

const numbers = new WeakMap<Preview, number>();
let previews = 0;

/** A number that tells a preview from every other one. */
function numberOf(preview: Preview): number {
  const number = numbers.get(preview) ?? ++previews;
  numbers.set(preview, number);
  return number;
}

const useStyles = makeStyles({
  planned: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalL },
});
