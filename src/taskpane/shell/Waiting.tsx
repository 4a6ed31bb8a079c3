import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

export interface WaitingProps {
  readonly text: string;
}

/** Something is being read; screen readers hear what. */
export function Waiting({ text }: WaitingProps): ReactElement {
  const styles = useStyles();
  return (
    <div role="status" className={styles.waiting}>
      <Spinner size="tiny" label={text} />
    </div>
  );
}

const useStyles = makeStyles({
  waiting: { display: "flex", justifyContent: "flex-start", padding: tokens.spacingVerticalL },
});
