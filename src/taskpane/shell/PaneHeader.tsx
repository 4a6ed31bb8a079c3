import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { useWords } from "../words";

export interface PaneHeaderProps {
  /** The chosen table and its customers; null before there is one. */
  readonly table: { readonly name: string; readonly rows: number } | null;
  readonly onLanguage: () => void;
}

/** Whose customers these are, and the switch to the other language. Excel itself shows the add-in's name above. */
export function PaneHeader({ table, onLanguage }: PaneHeaderProps): ReactElement {
  const styles = useStyles();
  const { shell, segments } = useWords();
  return (
    <header className={styles.header}>
      <h1 className={styles.unseen}>Tierbook</h1>
      <Caption1 className={styles.table}>
        {table === null ? segments.chooseFirst : segments.source(table.name, table.rows)}
      </Caption1>
      <Button appearance="subtle" size="small" onClick={onLanguage} aria-label={shell.otherLanguageLabel}>
        {shell.otherLanguage}
      </Button>
    </header>
  );
}

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} 0`,
  },
  table: {
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground2,
  },
  // Read to those who move by headings.
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});
