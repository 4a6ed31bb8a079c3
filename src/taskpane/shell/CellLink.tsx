import { Link, makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { useWords } from "../words";

export interface CellLinkProps {
  /** With its sheet: "Clients!C14". */
  readonly cell: string;
  /** What stands in the link: "C14" where the sheet was just named, or the customer of the row. */
  readonly text: string;
  readonly onShow: (cell: string) => void;
}

/** A cell that a click brings into sight. */
export function CellLink({ cell, text, onShow }: CellLinkProps): ReactElement {
  const styles = useStyles();
  const { data } = useWords();
  // Who speaks to the computer names a link by what stands in it.
  const label = cell.includes(text) ? data.show(cell) : `${text}: ${data.show(cell)}`;
  return (
    <Link as="button" inline className={styles.link} aria-label={label} onClick={() => onShow(cell)}>
      {text}
    </Link>
  );
}

const useStyles = makeStyles({
  link: { fontSize: "inherit", lineHeight: "inherit" },
});
