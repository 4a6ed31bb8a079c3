import { useCallback, useEffect, useState, useSyncExternalStore, type ReactElement } from "react";
import { DropTarget } from "./DropTarget";
import { PaneColumn } from "./PaneColumn";
import { SheetArea } from "./SheetArea";
import { Toolbar } from "./Toolbar";
import { TracePanel } from "./trace/TracePanel";
import type { HostClient } from "./hostClient";
import type { HostFailure } from "./hostProtocol";
import { workbenchWords } from "./words";

export interface WorkbenchProps {
  readonly client: HostClient;
  readonly language: "en" | "zh";
}

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The whole page: a workbook in a grid, the add-in's pane beside it, and what the two say to each other. */
export function Workbench({ client, language }: WorkbenchProps): ReactElement {
  const words = workbenchWords[language];
  const { book, version, trace } = useSyncExternalStore(client.subscribe, client.picture);
  const [fileName, setFileName] = useState(words.sampleName);
  const [opened, setOpened] = useState(0);
  const [busy, setBusy] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);

  const openWith = useCallback(
    async (name: string, opening: () => Promise<unknown>): Promise<void> => {
      setBusy(words.opening(name));
      setMessage(null);
      try {
        await opening();
        setFileName(name);
        setOpened((count) => count + 1);
      } catch (failure) {
        setMessage(failureText(words.failures, failure as HostFailure, name));
      } finally {
        setBusy(null);
      }
    },
    [words],
  );
  const openFile = (file: File): void => {
    void openWith(file.name, async () => client.ask("openFile", { bytes: new Uint8Array(await file.arrayBuffer()) }));
  };
  const openSample = (): void => {
    void openWith(words.sampleName, () => client.ask("openSample", { language }));
  };

  const download = async (): Promise<void> => {
    setBusy(words.saving);
    try {
      const bytes = await client.ask("save", {});
      saveAs(fileName, new Blob([bytes as Uint8Array<ArrayBuffer>], { type: workbookType }));
    } catch (failure) {
      setMessage((failure as HostFailure).message);
    } finally {
      setBusy(null);
    }
  };

  useEffect(() => {
    document.title = `${fileName} · ${words.title}`;
  }, [fileName, words]);

  return (
    <div className="workbench">
      <Toolbar
        words={words}
        fileName={fileName}
        readOnly={book?.readOnly ?? false}
        busy={busy}
        onOpen={openFile}
        onSample={openSample}
        onDownload={() => void download()}
        onMode={(readOnly) => void client.ask("setReadOnly", { readOnly }).then(() => setOpened((count) => count + 1))}
      />
      {message !== null && (
        <div className="message" role="alert">
          <span>{message}</span>
          <button type="button" onClick={() => setMessage(null)}>
            {words.close}
          </button>
        </div>
      )}
      <main className="desk">
        <section className="book">
          {book && (
            <SheetArea
              key={opened}
              client={client}
              book={book}
              version={version}
              words={words}
              onRefused={setMessage}
            />
          )}
          <TracePanel entries={trace} words={words} onClear={client.clearTrace} />
        </section>
        {book && (
          <PaneColumn
            key={opened}
            client={client}
            words={words}
            language={language}
            fileName={fileName}
            readOnly={book.readOnly}
          />
        )}
      </main>
      <DropTarget text={words.dropHere} onFile={openFile} />
    </div>
  );
}

function failureText(
  texts: Readonly<Record<string, (name: string) => string>>,
  failure: HostFailure,
  name: string,
): string {
  return (texts[failure.code] ?? texts["unexpected"])?.(name) ?? failure.message;
}

function saveAs(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has begun the download when the click returns; its bytes are its own by the next minute.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
