import { useState, type ReactElement } from "react";
import type { WorkbenchWords } from "../words";
import type { TraceEntry } from "./traceEntry";

interface TracePanelProps {
  readonly entries: readonly TraceEntry[];
  readonly words: WorkbenchWords;
  readonly onClear: () => void;
}

/** What the add-in asked of Excel, newest first, one line per request; open one to read its actions. */
export function TracePanel({ entries, words, onClear }: TracePanelProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const unsupported = new Set(entries.flatMap((entry) => entry.unsupported));
  return (
    <section className="trace" aria-label={words.trace}>
      <div className="trace-head">
        <button type="button" className="trace-toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <span className="chevron" aria-hidden="true" data-open={isOpen} />
          {words.trace} · {words.requests(entries.at(-1)?.index ?? 0)}
        </button>
        {unsupported.size > 0 && (
          <strong className="trace-unsupported" data-testid="unsupported">
            {words.unsupported(unsupported.size)}
          </strong>
        )}
        {isOpen && (
          <button type="button" className="trace-clear" onClick={onClear}>
            {words.clearTrace}
          </button>
        )}
      </div>
      {isOpen && (
        <div className="trace-list">
          {entries.length === 0 && <p>{words.noRequests}</p>}
          {[...entries].reverse().map((entry) => (
            <TraceRow key={entry.index} entry={entry} words={words} />
          ))}
        </div>
      )}
    </section>
  );
}

function TraceRow({ entry, words }: { readonly entry: TraceEntry; readonly words: WorkbenchWords }): ReactElement {
  const { index, lines, moreLines, milliseconds, requestBytes, responseBytes, error, unsupported } = entry;
  const hasFailed = error !== null || unsupported.length > 0;
  return (
    <details className="trace-row" data-failed={hasFailed}>
      <summary>
        <span className="trace-index">{index}</span>
        <span className="trace-first">{lines[0] ?? "–"}</span>
        <span className="trace-sizes">
          {milliseconds.toFixed(0)} ms · {kilobytes(requestBytes)} → {kilobytes(responseBytes)}
        </span>
      </summary>
      {unsupported.map((operation) => (
        <p key={operation} className="trace-error">
          {words.notSupported}: {operation}
        </p>
      ))}
      {error && (
        <p className="trace-error">
          {error.code}: {error.message}
        </p>
      )}
      <ol>
        {lines.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
        {moreLines > 0 && <li>{words.moreLines(moreLines)}</li>}
      </ol>
    </details>
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
