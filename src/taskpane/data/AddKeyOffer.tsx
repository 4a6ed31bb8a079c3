import { Body1, Button, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import { useWords } from "../words";

export interface AddKeyOfferProps {
  readonly table: string;
  readonly busy: boolean;
  readonly onAdd: () => void;
}

/** No column tells customers apart: offers an id column, and says what it means before adding it. */
export function AddKeyOffer({ table, busy, onAdd }: AddKeyOfferProps): ReactElement {
  const styles = useStyles();
  const { data } = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <section className={styles.offer}>
      <Subtitle2 as="h3">{asking ? data.addKeyTitle : data.noKey}</Subtitle2>
      {asking ? (
        <ul className={styles.list}>
          {data.addKeyMeans.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <>
          <Body1>{data.noKeyWhy(table)}</Body1>
          <Body1>{data.noKeyOffer}</Body1>
        </>
      )}
      <div className={styles.buttons}>
        {asking ? (
          <>
            <Button appearance="primary" disabledFocusable={busy} onClick={onAdd}>
              {busy ? data.addKeyBusy : data.addKeyYes}
            </Button>
            <Button disabled={busy} onClick={() => setAsking(false)}>
              {data.addKeyNo}
            </Button>
          </>
        ) : (
          <Button onClick={() => setAsking(true)}>{data.addKey}</Button>
        )}
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  offer: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalXS,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
