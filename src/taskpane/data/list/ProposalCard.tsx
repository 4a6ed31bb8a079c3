import { Body1, Button, Caption1, Checkbox, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { type ReactElement, useEffect, useRef, useState } from "react";

import type { TableProposal } from "../../../actions/makeTable/proposeTable";
import type { ListAsked } from "../../../actions/makeTable/readList";
import { listPaneWords } from "../../../text/list/listPaneWords";
import { listWords } from "../../../text/list/listWords";
import { CellLink } from "../../shell/CellLink";
import { usePaneLanguage } from "../../words";
import { HeaderField } from "./HeaderField";
import { ReadingFields } from "./ReadingFields";

export interface ProposalCardProps {
  readonly proposal: TableProposal;
  readonly reading: ListAsked["reading"];
  readonly busy: "look" | "make" | null;
  readonly onRead: (reading: ListAsked["reading"]) => void;
  /** @param title - whether the unit and the date of the title are taken over */
  readonly onMake: (how: "in-place" | "copy", title: boolean) => void;
  readonly onBack: () => void;
  readonly onShow: (cell: string) => void;
}

const namesShown = 8;

/** What was found in the cells, what a copy would change, what must be said first, and the buttons. */
export function ProposalCard(props: ProposalCardProps): ReactElement {
  const { proposal, reading, busy, onRead, onMake, onBack, onShow } = props;
  const styles = useStyles();
  const language = usePaneLanguage();
  const words = listPaneWords(language);
  const { changes } = listWords(language);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that asked for this is gone: who works by keyboard goes on here.
  useEffect(() => heading.current?.focus(), []);
  const { sheet, address, rows, columns, inPlace, copyIsBetter, questions, mergedAmounts, title } = proposal;
  const [takesTitle, setTakesTitle] = useState(true);
  const facts = words.titleFacts(title.unit, title.date);
  const asked =
    (proposal.hiddenRows > 0 && reading.hiddenRows === null) || (proposal.totalRows > 0 && reading.subtotals === null);
  const copy = (
    <Button
      key="copy"
      appearance={copyIsBetter ? "primary" : "secondary"}
      disabledFocusable={busy !== null || questions.length + mergedAmounts.length > 0 || asked}
      onClick={() => onMake("copy", takesTitle)}
    >
      {busy === "make" ? words.making : words.makeCopy}
    </Button>
  );
  const table = (
    <Button
      key="table"
      appearance={copyIsBetter ? "secondary" : "primary"}
      disabledFocusable={busy !== null}
      onClick={() => onMake("in-place", takesTitle)}
    >
      {words.makeTable}
    </Button>
  );
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        <Subtitle2>{words.found(`${sheet}!${address}`)}</Subtitle2>
      </h3>
      <Body1>
        {words.holds(rows, columns.length)} {columns.slice(0, namesShown).join(" · ")}
        {columns.length > namesShown && ` ${words.more(columns.length - namesShown)}`}
      </Body1>
      {proposal.table === null && (
        <HeaderField row={proposal.header.row} {...{ reading, onRead }} disabled={busy === "make"} />
      )}
      {facts !== "" && (
        <Checkbox
          label={words.takeTitle(facts)}
          checked={takesTitle}
          disabled={busy === "make"}
          onChange={(_, { checked }) => setTakesTitle(checked === true)}
        />
      )}
      <Body1>{saying(proposal, words)}</Body1>
      <ul className={styles.changes}>
        {proposal.changes.map(({ kind, column, count, cells }) => (
          <li key={`${kind} ${column ?? ""}`}>
            <Caption1>
              {changes[kind](count, column ?? "")}{" "}
              {cells[0] !== undefined && <CellLink cell={cells[0]} text={local(cells[0])} onShow={onShow} />}
              {count > 1 && " …"}
            </Caption1>
          </li>
        ))}
      </ul>
      <ReadingFields proposal={proposal} reading={reading} disabled={busy === "make"} onRead={onRead} />
      <div className={styles.buttons}>
        {!inPlace ? copy : copyIsBetter ? [copy, table] : [table, copy]}
        <Button appearance="subtle" disabledFocusable={busy !== null} onClick={onBack}>
          {words.back}
        </Button>
      </div>
    </>
  );
}

function saying({ table, inPlace, copyIsBetter }: TableProposal, words: ReturnType<typeof listPaneWords>): string {
  if (table !== null) return words.ofTable;
  if (!inPlace) return words.needed;
  return copyIsBetter ? words.better : words.asIs;
}

/** A cell without its sheet, which stands above already. */
function local(cell: string): string {
  return cell.slice(cell.lastIndexOf("!") + 1);
}

const useStyles = makeStyles({
  heading: { margin: 0, ":focus": { outline: "none" } },
  changes: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
