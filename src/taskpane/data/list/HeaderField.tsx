import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { ListAsked } from "../../../actions/makeTable/readList";
import { listPaneWords } from "../../../text/list/listPaneWords";
import { usePaneLanguage } from "../../words";

type Reading = ListAsked["reading"];

export interface HeaderFieldProps {
  /** The row where the header was found, as the sheet counts; null where none was. */
  readonly row: number | null;
  readonly reading: Reading;
  readonly disabled: boolean;
  readonly onRead: (reading: Reading) => void;
}

const lastRow = 1_048_576;

/** Which row of the sheet names the columns: what was found, or what a person says. */
export function HeaderField({ row, reading, disabled, onRead }: HeaderFieldProps): ReactElement {
  const styles = useStyles();
  const words = listPaneWords(usePaneLanguage());
  const found = String(reading.header?.row ?? row ?? "");
  const [typed, setTyped] = useState<string | null>(null);
  const said = typed ?? found;
  const wanted = /^\d{1,7}$/.test(said.trim()) ? Number(said) : NaN;
  const isRow = wanted >= 1 && wanted <= lastRow;
  const read = (): void => {
    setTyped(null);
    onRead({ ...reading, header: { row: wanted } });
  };
  return (
    <Field label={row === null ? words.headerMissing : words.header} hint={row === null ? null : words.headerHint}>
      <div className={styles.line}>
        <Input
          className={styles.number}
          inputMode="numeric"
          value={said}
          disabled={disabled}
          aria-label={row === null ? words.headerMissing : words.header}
          onChange={(_, { value }) => setTyped(value)}
          onKeyDown={({ key }) => key === "Enter" && isRow && said !== found && read()}
        />
        {said !== found && (
          <Button size="small" disabledFocusable={disabled || !isRow} onClick={read}>
            {words.headerRead}
          </Button>
        )}
        {reading.header !== undefined && said === found && (
          <Button size="small" disabledFocusable={disabled} onClick={() => onRead(withoutHeader(reading))}>
            {words.headerFind}
          </Button>
        )}
      </div>
    </Field>
  );
}

/** What was said of one list's header says nothing of the next list. */
export function withoutHeader({ header: _, ...reading }: Reading): Reading {
  return reading;
}

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "center" },
  number: { width: "96px", minWidth: 0 },
});
