import { Body1, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { Segmentation } from "../../segmentations/plans";
import { methodHelp, methodHelpWords } from "../../text/pane/methodHelp";
import { Disclosure } from "../shell/Disclosure";
import { usePaneLanguage } from "../words";

export interface MethodHelpProps {
  readonly method: Segmentation["method"];
}

/** What the method on view is, and when not to use it. */
export function MethodHelp({ method }: MethodHelpProps): ReactElement {
  const styles = useStyles();
  const language = usePaneLanguage();
  const words = methodHelpWords[language];
  const { what, use, avoid } = methodHelp(language, method);
  return (
    <Disclosure title={words.title}>
      <Body1 as="p">{what}</Body1>
      <dl className={styles.list}>
        <dt className={styles.term}>{words.use}</dt>
        <dd className={styles.meaning}>{use}</dd>
        <dt className={styles.term}>{words.avoid}</dt>
        <dd className={styles.meaning}>{avoid}</dd>
      </dl>
    </Disclosure>
  );
}

const useStyles = makeStyles({
  list: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXXS, margin: 0 },
  term: { fontWeight: tokens.fontWeightSemibold },
  meaning: { margin: 0, paddingBottom: tokens.spacingVerticalXS },
});
