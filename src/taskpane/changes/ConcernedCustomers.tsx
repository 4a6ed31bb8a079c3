import { Caption1, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { ChangedList } from "../../actions/changes/readChanges";
import type { PeopleColumns } from "../../actions/changes/peopleColumns";
import type { ChangedSegmentation } from "../../actions/changes/changedLines";
import { changeWords } from "../../text/changeWords";
import { usePaneLanguage } from "../words";
import { ConcernedCounts } from "./ConcernedCounts";
import { ConcernedList } from "./ConcernedList";

export interface ConcernedCustomersProps {
  readonly list: Pick<ChangedList, "columns" | "offered" | "segmentations">;
  /** How many customers are shown at first. */
  readonly first: number;
  /** Asks for a list with other columns. */
  readonly onColumns: (columns: PeopleColumns) => void;
  readonly onShow: (cell: string) => void;
}

/** One segmentation's changes: how many by manager or branch, and who, filtered by a click on one of them. */
export function ConcernedCustomers({ list, first, onColumns, onShow }: ConcernedCustomersProps): ReactElement {
  const styles = useStyles();
  const { pane: words, listComma } = changeWords[usePaneLanguage()];
  const { columns, offered, segmentations } = list;
  const [wanted, setWanted] = useState<string | null>(null);
  const [byWanted, setBy] = useState<string | null>(null);
  const [only, setOnly] = useState<string | null>(null);
  const shown = segmentations.find(({ id }) => id === wanted) ?? segmentations[0];
  const by = byWanted ?? columns.manager ?? columns.branch ?? "";
  const field = by === columns.manager ? "manager" : by === columns.branch ? "branch" : null;
  if (!shown) return <></>;
  const customers = shown.customers.filter((customer) => only === null || field === null || customer[field] === only);
  return (
    <>
      {segmentations.length > 1 && (
        <Field label={words.segmentation}>
          <Select value={shown.id} onChange={(_, { value }) => setWanted(value)}>
            {segmentations.map(({ id, name, customers: changed }) => (
              <option key={id} value={id}>{`${name} (${changed.length})`}</option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={words.by}>
        <Select
          value={by}
          onChange={(_, { value }) => {
            setBy(value);
            setOnly(null);
            if (value !== columns.manager && value !== columns.branch) onColumns({ ...columns, manager: value });
          }}
        >
          {by === "" && <option value="">{words.byNothing}</option>}
          {offered.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {field !== null && <ConcernedCounts by={by} counts={shown.by[field]} only={only} onOnly={setOnly} />}
      <ConcernedList key={`${shown.id} ${only}`} customers={customers} first={first} onShow={onShow} />
      <div className={styles.notes}>
        {notesOf(shown, words, listComma).map((note) => (
          <Caption1 key={note}>{note}</Caption1>
        ))}
      </div>
    </>
  );
}

type Words = (typeof changeWords)["en"]["pane"];

/** Who is not in the list, and of when its figures are. */
function notesOf({ more, gone, left }: ChangedSegmentation, words: Words, comma: string): readonly string[] {
  const from = left.map((way) => words.leftFrom(way.from, way.customers)).join(comma);
  return [
    ...(left.length > 0 ? [words.left(from)] : []),
    ...(more > 0 ? [words.more(more)] : []),
    ...(gone > 0 ? [words.gone(gone)] : []),
    words.asOf,
  ];
}

const useStyles = makeStyles({
  notes: { display: "grid", color: tokens.colorNeutralForeground2 },
});
