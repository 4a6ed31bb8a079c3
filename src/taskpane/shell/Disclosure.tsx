import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

export interface DisclosureProps {
  readonly title: string;
  /** Opens it, for what must not be overlooked. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** Something that opens on demand. The browser's own element brings keyboard and screen reader along. */
export function Disclosure({ title, open = false, children }: DisclosureProps): ReactElement {
  const styles = useStyles();
  return (
    <details className={styles.details} open={open}>
      <summary className={styles.summary}>{title}</summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}

const useStyles = makeStyles({
  details: { fontSize: tokens.fontSizeBase200 },
  summary: {
    cursor: "pointer",
    padding: `${tokens.spacingVerticalXS} 0`,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  inside: { display: "grid", gap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalXS} 0` },
});
