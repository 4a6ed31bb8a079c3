import { Body1, Button, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { PeopleColumns } from "../../actions/changes/peopleColumns";
import { readChanges } from "../../actions/changes/readChanges";
import { writeChanges } from "../../actions/changes/writeChanges";
import { changeWords } from "../../text/changeWords";
import { ConcernedCustomers } from "../changes/ConcernedCustomers";
import { WriteList, type WriteListProps } from "../changes/WriteList";
import { FailureNote } from "../shell/FailureNote";
import { Waiting } from "../shell/Waiting";
import { keptPerson } from "../state/keptPreference";
import { useLoaded } from "../state/useLoaded";
import { usePaneLanguage } from "../words";

export interface WhoIsConcernedProps {
  /** Of the last complete run: another run has another list. */
  readonly runId: string;
  readonly onShow: (cell: string) => void;
  readonly readOnly: boolean;
  /** Called when the list was written to a sheet, or was not. */
  readonly onWritten: () => void;
}

/** The customers who changed segment with the last run, read when somebody asks for them. */
export function WhoIsConcerned({ runId, onShow, readOnly, onWritten }: WhoIsConcernedProps): ReactElement {
  const styles = useStyles();
  const language = usePaneLanguage();
  const words = changeWords[language].pane;
  const [open, setOpen] = useState(false);
  const [columns, setColumns] = useState<PeopleColumns | null>(null);
  const loaded = useLoaded({
    subject: open ? `changes ${runId} ${language}` : null,
    version: JSON.stringify(columns),
    load: () => readChanges({ language, columns }),
  });
  const write =
    (shown: PeopleColumns): WriteListProps["write"] =>
    (onProgress) =>
      writeChanges({ columns: shown, now: new Date(), person: keptPerson(), onProgress });
  return (
    <section className={styles.section} aria-labelledby="concerned-heading">
      <Subtitle2 as="h2" id="concerned-heading">
        {words.heading}
      </Subtitle2>
      <Caption1>{words.asks}</Caption1>
      {!open && (
        <Button className={styles.open} onClick={() => setOpen(true)}>
          {words.open}
        </Button>
      )}
      {loaded.busy && loaded.value === null && <Waiting text={words.loading} />}
      {loaded.failure !== null && <FailureNote failure={loaded.failure} onRetry={loaded.reload} />}
      {loaded.value !== null &&
        (loaded.value.segmentations.length === 0 ? (
          <Body1>{words.nobody}</Body1>
        ) : (
          <>
            <ConcernedCustomers list={loaded.value} first={25} onColumns={setColumns} onShow={onShow} />
            <WriteList
              button={words.write}
              means={words.writeMeans}
              disabled={readOnly}
              write={write(loaded.value.columns)}
              onShow={onShow}
              onEnd={onWritten}
            />
          </>
        ))}
    </section>
  );
}

const useStyles = makeStyles({
  section: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} 0`,
  },
  open: { justifySelf: "start" },
});
