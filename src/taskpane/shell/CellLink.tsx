import { Link, makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { useWords } from "../words";

export interface CellLinkProps {
  /** With its sheet: "Clients!C14". */
  readonly cell: string;
  /** What stands in the link where the sheet was just named: "C14". */
  readonly text: string;
  readonly onShow: (cell: string) => void;
}

/** A cell that a click brings into sight. */
export function CellLink({ cell, text, onShow }: CellLinkProps): ReactElement {
  const styles = useStyles();
  const { data } = useWords();
  return (
    <Link as="button" inline className={styles.link} aria-label={data.show(cell)} onClick={() => onShow(cell)}>
      {text}
    </Link>
  );
}

const useStyles = makeStyles({
  link: { fontSize: "inherit", lineHeight: "inherit" },
});
