import { Button, Caption1, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { type ReactElement, useRef, useState } from "react";

import { findLists } from "../../../actions/makeTable/findLists";
import { makeTable } from "../../../actions/makeTable/makeTable";
import { proposeTable, type TableProposal } from "../../../actions/makeTable/proposeTable";
import type { ListAsked } from "../../../actions/makeTable/readList";
import type { TableWanted } from "../../../actions/makeTable/tableWanted";
import { plainSettings } from "../../../plan/plainSettings";
import { listPaneWords } from "../../../text/list/listPaneWords";
import { FailureNote } from "../../shell/FailureNote";
import { ProgressLine } from "../../shell/ProgressLine";
import { useLoaded } from "../../state/useLoaded";
import type { Pane } from "../../state/usePane";
import { useTask } from "../../state/useTask";
import { usePaneLanguage } from "../../words";
import { HeaderField, withoutHeader } from "./HeaderField";
import { ProposalCard } from "./ProposalCard";

export interface ListOfferProps {
  readonly pane: Pane;
  /** The cells of a table that a copy would perhaps read better; absent where a list is still to be chosen. */
  readonly table?: string | undefined;
}

type Reading = ListAsked["reading"];

type Wanted = Pick<ListAsked, "cells" | "reading">;

interface Looked extends Wanted {
  readonly proposal: TableProposal;
}

/** Cells that are no table yet: which, what can be made of them, and the making. */
export function ListOffer({ pane, table }: ListOfferProps): ReactElement {
  const styles = useStyles();
  const language = usePaneLanguage();
  const words = listPaneWords(language);
  const lists = useLoaded({ subject: table === undefined ? "lists" : null, load: findLists });
  const task = useTask<"look" | "make">();
  const [looked, setLooked] = useState<Looked | null>(null);
  const said = saidBefore(pane);
  // Where the look began, to go back there by keyboard.
  const [begun, setBegun] = useState<string | null>(null);
  const startRef = (asked: string): typeof focusOn | undefined => (asked === begun ? focusOn : undefined);
  // What is said stands there at once; where more is said meanwhile, the list is looked at once more.
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const newest = useRef<Wanted | null>(null);
  const look = (cells: ListAsked["cells"], reading: Reading): void => {
    newest.current = { cells, reading };
    setWanted(newest.current);
    void task.start("look", async (onProgress) => {
      for (let next = newest.current, last; next !== null && next !== last; last = next, next = newest.current) {
        const asked = { cells: pinned(next.cells, looked), reading: next.reading, language };
        const proposal = await proposeTable(asked, { onProgress });
        setLooked({ ...next, proposal });
      }
    });
  };
  const make = ({ reading, proposal }: Looked, how: TableWanted["how"], title: boolean): void =>
    void task.start("make", async (onProgress) => {
      const cells = { kind: "address", address: `${proposal.sheet}!${proposal.range}` } as const;
      const made = await makeTable({ cells, reading, language, how, now: new Date(), onProgress });
      pane.tables.reload();
      pane.chooseTable(made.id, { reading: withoutHeader(reading), ...(title && proposal.title) });
    });
  const failure = task.failure !== null && (
    <>
      <FailureNote failure={task.failure} />
      {task.failure.code === "header-not-found" && looked === null && wanted !== null && (
        <HeaderField
          row={null}
          reading={said}
          disabled={task.running !== null}
          onRead={(reading) => look(wanted.cells, reading)}
        />
      )}
    </>
  );
  if (looked !== null) {
    return (
      <section className={styles.offer} aria-label={words.title}>
        <ProposalCard
          proposal={looked.proposal}
          reading={task.running === "look" && wanted !== null ? wanted.reading : looked.reading}
          busy={task.running}
          onRead={(reading) => look(looked.cells, reading)}
          onMake={(how, title) => make(looked, how, title)}
          onBack={() => {
            setBegun(askedFor(looked.cells));
            setLooked(null);
          }}
          onShow={pane.show}
        />
        {task.running !== null && <ProgressLine progress={task.progress} />}
        {failure}
      </section>
    );
  }
  if (table !== undefined) {
    return (
      <section className={styles.offer} aria-label={words.copyTitle}>
        <Caption1 className={styles.quiet}>{words.copySays}</Caption1>
        <div>
          <Button
            ref={startRef(table)}
            disabledFocusable={task.running !== null}
            onClick={() => look({ kind: "address", address: table }, said)}
          >
            {task.running === null ? words.copyTitle : words.looking}
          </Button>
        </div>
        {task.running !== null && <ProgressLine progress={task.progress} />}
        {failure}
      </section>
    );
  }
  return (
    <section className={styles.offer} aria-label={words.title}>
      <Subtitle2 as="h3">{words.title}</Subtitle2>
      <Caption1 className={styles.quiet}>{words.says}</Caption1>
      <div>
        <Button
          ref={startRef("")}
          disabledFocusable={task.running !== null}
          onClick={() => look({ kind: "selection" }, said)}
        >
          {task.running === null ? words.useSelection : words.looking}
        </Button>
      </div>
      {failure}
      {lists.value !== null && lists.value.length > 0 && (
        <ul className={styles.list}>
          {lists.value.map(({ label, named, sheet, address, asked, rows, columns }) => (
            <li key={asked}>
              <button
                ref={startRef(asked)}
                type="button"
                className={styles.card}
                aria-disabled={task.running !== null}
                onClick={() => task.running === null && look({ kind: "address", address: asked }, said)}
              >
                <span>{label}</span>
                <Caption1 className={styles.quiet}>
                  {[named ? `${words.named}, ${sheet}!${address}` : address, words.size(rows, columns)].join(" · ")}
                </Caption1>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What a list was asked for by; nothing for the selection. */
function askedFor(cells: ListAsked["cells"]): string {
  return cells.kind === "address" ? cells.address : "";
}

function focusOn(button: HTMLButtonElement | null): void {
  button?.focus();
}

/** Last month's answers hold for this month's list, until somebody says otherwise. */
function saidBefore({ form, workbook, carried }: Pane): Reading {
  return withoutHeader((form?.settings ?? workbook.value?.plan ?? carried?.plan ?? plainSettings).reading);
}

/** A list that was found stays the same one, wherever somebody clicks meanwhile. */
function pinned(cells: ListAsked["cells"], looked: Looked | null): ListAsked["cells"] {
  if (looked === null || cells.kind === "address") return cells;
  return { kind: "address", address: `${looked.proposal.sheet}!${looked.proposal.range}` };
}

const useStyles = makeStyles({
  offer: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalL,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
  },
  card: {
    display: "grid",
    width: "100%",
    padding: tokens.spacingVerticalS,
    textAlign: "start",
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    overflowWrap: "anywhere",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
});
