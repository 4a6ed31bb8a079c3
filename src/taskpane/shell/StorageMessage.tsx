import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import type { StorageFinding, StorageReport } from "../../actions/recovery/inspectStorage";
import { beginHistory, repairStorage } from "../../actions/recovery/repairStorage";
import { storageWords } from "../../text/storageWords";
import { type Task, useTask } from "../state/useTask";
import { usePaneLanguage } from "../words";
import { Disclosure } from "./Disclosure";
import { FailureNote } from "./FailureNote";
import { type AskedText, handOver, SavedText } from "./SavedText";

export interface StorageMessageProps {
  readonly report: StorageReport;
  readonly readOnly: boolean;
  readonly onDone: () => void;
}

/** Findings that cost nobody anything. */
const small: readonly StorageFinding["kind"][] = ["copy-missing", "copy-damaged", "copy-differs", "pointer-missing"];
/** Findings that putting in order settles. */
const mended: readonly StorageFinding["kind"][] = [...small, "directory-rebuilt", "other-plans"];

/** What of Tierbook's own was damaged or missing, what took its place, and what is lost; or whether this is a copy. */
export function StorageMessage({ report, readOnly, onDone }: StorageMessageProps): ReactElement {
  const words = storageWords(usePaneLanguage());
  const task = useTask<"repair" | "begin">();
  const [saved, setSaved] = useState<AskedText | null>(null);
  const act = (name: "repair" | "begin", doing: () => Promise<void>): void => {
    void task.start(name, doing).then((done) => {
      if (done) onDone();
    });
  };
  if (task.failure !== null) return <FailureNote failure={task.failure} />;
  const { findings, renamed, damaged } = report;
  if (findings.length === 0 && renamed !== null) {
    return (
      <MessageBar intent="info" layout="multiline" role="status">
        <MessageBarBody>
          <MessageBarTitle>{words.renamed}</MessageBarTitle>
          <div>{words.renamedWas(renamed.before, renamed.now)}</div>
        </MessageBarBody>
        {!readOnly && (
          <MessageBarActions>
            <Act task={task} word={words.goOn} onAct={() => act("repair", repairStorage)} />
            <Act task={task} word={words.begin} onAct={() => act("begin", () => beginHistory(new Date()))} />
          </MessageBarActions>
        )}
      </MessageBar>
    );
  }
  const harmless = findings.every(({ kind }) => small.includes(kind));
  const mends = !readOnly && findings.some(({ kind }) => mended.includes(kind));
  return (
    <MessageBar intent={harmless ? "info" : "warning"} layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>{harmless ? words.small : words.title}</MessageBarTitle>
        <Disclosure title={words.details} open={!harmless && findings.length === 1}>
          {findings.map((finding) => (
            <div key={JSON.stringify(finding)}>
              {findingTexts(finding, words).map((text) => (
                <div key={text}>{text}</div>
              ))}
            </div>
          ))}
        </Disclosure>
        {saved !== null && <SavedText {...saved} />}
      </MessageBarBody>
      {(mends || damaged.length > 0) && (
        <MessageBarActions>
          {mends && <Act task={task} word={words.repair} onAct={() => act("repair", repairStorage)} />}
          {damaged.slice(0, 1).map((one) => (
            <Button
              key={one.name}
              size="small"
              onClick={() => {
                handOver(one);
                setSaved(one);
              }}
            >
              {words.save}
            </Button>
          ))}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

interface ActProps {
  readonly task: Task<"repair" | "begin">;
  readonly word: string;
  readonly onAct: () => void;
}

function Act({ task, word, onAct }: ActProps): ReactElement {
  return (
    <Button size="small" disabledFocusable={task.running !== null} onClick={onAct}>
      {word}
    </Button>
  );
}

type Words = ReturnType<typeof storageWords>;

function findingTexts(finding: StorageFinding, words: Words): readonly string[] {
  if (finding.kind !== "rebuilt") return [findingText(finding, words)];
  const lost = finding.lost.map(({ name, cell }) => words.notRebuilt(name, cell));
  return [words.rebuilt(finding), ...lost, words.rebuiltNot];
}

function findingText(finding: Exclude<StorageFinding, { readonly kind: "rebuilt" }>, words: Words): string {
  switch (finding.kind) {
    case "store-missing":
      return words.storeMissing(finding.revision);
    case "plan-restored":
      return words.restored(finding.from, finding.revision);
    case "other-plans":
      return words.others(finding.plans);
    case "text-lost":
      return words.lost[finding.name];
    case "owners-missing":
      return words.owners(finding.rows);
    case "sheet-twice":
      return words.twice(finding.sheet, finding.of);
    case "large":
      return words.large(finding.characters);
    default:
      return words[finding.kind];
  }
}
