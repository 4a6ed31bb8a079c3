import { Body1, Body1Strong, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

export interface EmptyStateProps {
  readonly title: string;
  readonly text: string;
  readonly stepsTitle?: string;
  /** Things to do, in their order. */
  readonly steps?: readonly string[];
  /** Buttons below. */
  readonly children?: ReactNode;
}

/** A place with nothing to show yet: why, and what to do. */
export function EmptyState({ title, text, stepsTitle, steps = [], children }: EmptyStateProps): ReactElement {
  const styles = useStyles();
  return (
    <section className={styles.empty}>
      <Subtitle2 as="h2">{title}</Subtitle2>
      <Body1 as="p">{text}</Body1>
      {stepsTitle !== undefined && <Body1Strong as="h3">{stepsTitle}</Body1Strong>}
      {steps.length > 0 && (
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {children}
    </section>
  );
}

const useStyles = makeStyles({
  empty: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} 0`,
  },
  steps: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
  },
});
