import { Body1, Button, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { OwnerRow, OwnersProblem } from "../../actions/owners/readOwners";
import { CellLink } from "../shell/CellLink";
import { Disclosure } from "../shell/Disclosure";
import { EmptyState } from "../shell/EmptyState";
import { FailureNote } from "../shell/FailureNote";
import { Icon } from "../shell/Icon";
import { Waiting } from "../shell/Waiting";
import type { Pane } from "../state/usePane";
import { useWords } from "../words";
import { OwnerCard } from "./OwnerCard";

export interface OwnersPlaceProps {
  readonly pane: Pane;
}

/** Who answers for every segment: those that nobody answers for first, and one form open at a time. */
export function OwnersPlace({ pane }: OwnersPlaceProps): ReactElement {
  const styles = useStyles();
  const { owners: words, history } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  // As long as a form is open its card stays where it is: moving it would take the focus away.
  const [order, setOrder] = useState<readonly string[]>([]);
  const { loaded, failure, save } = pane.owners;
  const owners = loaded.value;
  if (loaded.failure !== null) return <FailureNote failure={loaded.failure} onRetry={loaded.reload} />;
  if (owners === null) return <Waiting text={words.loading} />;
  if (owners.sheet === null) {
    return (
      <EmptyState title={words.heading} text={words.none}>
        <Button onClick={() => pane.goTo("segments")}>{history.goToSegments}</Button>
      </EmptyState>
    );
  }
  const state = pane.workbook.value;
  const disabled = state === null || state.readOnly || state.unfinished !== null || pane.run.state.kind === "running";
  const planned = owners.rows.filter(({ inPlan }) => inPlan).length;
  return (
    <section className={styles.place} aria-labelledby="owners-heading">
      <Subtitle2 as="h2" id="owners-heading">
        {words.heading}
      </Subtitle2>
      <Body1>{words.counts(planned, owners.ownerless, owners.late)}</Body1>
      <Caption1>{words.same}</Caption1>
      <Button
        size="small"
        className={styles.refresh}
        icon={<Icon name="refresh" />}
        disabled={loaded.busy}
        onClick={loaded.reload}
      >
        {words.refresh}
      </Button>
      {failure !== null && <FailureNote title={words.notSaved} failure={failure} />}
      {owners.problems.length > 0 && <Problems problems={owners.problems} onShow={pane.show} />}
      <ul className={styles.list}>
        {inOrder(owners.rows, open === null ? [] : order).map((row) => (
          <OwnerCard
            key={row.id}
            row={row}
            open={open === row.id}
            onToggle={() => {
              setOpen(open === row.id ? null : row.id);
              if (open === null) setOrder(owners.rows.map(({ id }) => id));
            }}
            missing={owners.missing}
            disabled={disabled}
            kpis={owners.kpis}
            onSave={(field, before, value) => save({ segment: row.id, field, before, value })}
          />
        ))}
      </ul>
    </section>
  );
}

/** The rows as they were listed; others below them. */
function inOrder(rows: readonly OwnerRow[], order: readonly string[]): readonly OwnerRow[] {
  const place = ({ id }: OwnerRow): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...rows].sort((a, b) => place(a) - place(b));
}

interface ProblemsProps {
  readonly problems: readonly OwnersProblem[];
  readonly onShow: (cell: string) => void;
}

function Problems({ problems, onShow }: ProblemsProps): ReactElement {
  const styles = useStyles();
  const { owners } = useWords();
  return (
    <Disclosure title={owners.problems(problems.length)}>
      <Caption1 block>{owners.problemsWhy}</Caption1>
      <ul className={styles.problems}>
        {problems.map(({ kind, cell, content }) => (
          <li key={`${kind} ${cell} ${content}`}>
            {owners.problem[kind](content)} <CellLink cell={cell} text={cell} onShow={onShow} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

const useStyles = makeStyles({
  place: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalL,
  },
  refresh: { justifySelf: "start" },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
  },
  problems: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
});
