import { Button, Caption1, makeStyles, tokens } from "@fluentui/react-components";
import { type ChangeEvent, type ReactElement, useRef, useState } from "react";

import { carryTextLimit, readCarry } from "../../actions/carry/carryFile";
import { Failure } from "../../failure";
import { carryWords } from "../../text/month/carryWords";
import { Disclosure } from "../shell/Disclosure";
import { FailureNote } from "../shell/FailureNote";
import { TextBox } from "../shell/TextBox";
import { useTask } from "../state/useTask";
import type { Pane } from "../state/usePane";
import { usePaneLanguage } from "../words";

export interface CarryOfferProps {
  readonly pane: Pane;
}

/** For next month's workbook: takes over what last month's saved. Nothing is written before a run. */
export function CarryOffer({ pane }: CarryOfferProps): ReactElement {
  const styles = useStyles();
  const words = carryWords(usePaneLanguage());
  const input = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState("");
  const offer = useRef<HTMLDivElement>(null);
  const task = useTask<"read">();
  const { carried } = pane;

  function read(event: ChangeEvent<HTMLInputElement>): void {
    const file = event.target.files?.[0];
    // The same file may be chosen again after it was put right.
    event.target.value = "";
    if (file === undefined) return;
    void task.start("read", async () => {
      // No character takes more than four bytes.
      if (file.size > 4 * carryTextLimit) throw new Failure("carry-broken", "file is too large");
      pane.carry(readCarry(await file.text()));
    });
  }

  function take(): void {
    void task
      .start("read", async () => {
        // A turn for the pane to say that it reads.
        await new Promise((turn) => setTimeout(turn));
        pane.carry(readCarry(pasted.trim()));
      })
      .then((done) => {
        if (done) setPasted("");
      });
  }

  function leave(): void {
    pane.carry(null);
    offer.current?.querySelector("button")?.focus();
  }

  return (
    <div className={styles.offer}>
      <div ref={offer}>
        <Button disabledFocusable={task.running !== null} onClick={() => input.current?.click()}>
          {task.running === null ? words.offer : words.reading}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={words.offer}
          onChange={read}
        />
      </div>
      <Caption1 className={styles.hint}>{words.offerMeans}</Caption1>
      <Disclosure title={words.paste}>
        <TextBox
          label={words.pasted}
          hint={words.pasteMeans}
          value={pasted}
          onChange={({ target }) => setPasted(target.value)}
        />
        <Button size="small" className={styles.take} disabledFocusable={task.running !== null} onClick={take}>
          {words.take}
        </Button>
      </Disclosure>
      {task.failure !== null && <FailureNote failure={task.failure} />}
      {carried !== null && (
        <div className={styles.read}>
          <Caption1 role="status">
            {words.read(
              carried.run.table,
              carried.plan.dataDate,
              carried.plan.segmentations.length,
              carried.register.filter(({ values }) => values.owner !== undefined).length,
            )}
          </Caption1>
          <Button size="small" onClick={leave}>
            {words.leave}
          </Button>
        </div>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  offer: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXS },
  read: { display: "grid", gap: tokens.spacingVerticalXS, justifyItems: "start" },
  take: { justifySelf: "start" },
  hint: { color: tokens.colorNeutralForeground2 },
});
