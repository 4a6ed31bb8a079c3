import { Button, makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { useWords } from "../words";
import { Icon } from "./Icon";

export interface OrderButtonsProps {
  /** What is moved, as people call it. */
  readonly name: string;
  /** Its place in the list, the first being zero. */
  readonly place: number;
  readonly of: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** Moves one item of an ordered list up and down, or leaves it out; the last one stays. */
export function OrderButtons({ name, place, of, onMove, onRemove }: OrderButtonsProps): ReactElement {
  const styles = useStyles();
  const { segments } = useWords();
  return (
    <span className={styles.buttons}>
      <Button
        appearance="subtle"
        icon={<Icon name="up" />}
        aria-label={segments.moveUp(name)}
        disabled={place === 0}
        onClick={() => onMove(-1)}
      />
      <Button
        appearance="subtle"
        icon={<Icon name="down" />}
        aria-label={segments.moveDown(name)}
        disabled={place === of - 1}
        onClick={() => onMove(1)}
      />
      <Button
        appearance="subtle"
        icon={<Icon name="remove" />}
        aria-label={segments.leaveOut(name)}
        disabled={of <= 1}
        onClick={onRemove}
      />
    </span>
  );
}

const useStyles = makeStyles({
  buttons: { display: "grid", gridTemplateColumns: "32px 32px 32px" },
});
