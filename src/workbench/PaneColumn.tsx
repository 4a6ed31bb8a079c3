import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactElement } from "react";
import { openWebFrame, type WebFrame } from "../host/transports/webFrame";
import type { HostClient } from "./hostClient";
import type { WorkbenchWords } from "./words";

interface PaneColumnProps {
  readonly client: HostClient;
  readonly words: WorkbenchWords;
  /** The pane's language at first. */
  readonly language: "en" | "zh";
  readonly fileName: string;
  readonly readOnly: boolean;
}

/** Excel shows a task pane this wide, in pixels. */
const narrowest = 320;
const widest = 450;
const step = 10;

const locales = { en: "en-US", zh: "zh-CN" } as const;

/** The add-in's own page, as it ships, in a column like Excel's task pane. */
export function PaneColumn({ client, words, language, fileName, readOnly }: PaneColumnProps): ReactElement {
  const [paneLanguage, setPaneLanguage] = useState(language);
  const [width, setWidth] = useState(360);
  const place = useRef<HTMLDivElement>(null);
  const frame = useRef<WebFrame | null>(null);

  useEffect(() => {
    if (!place.current) return undefined;
    const opened = openWebFrame(place.current, {
      page: "taskpane.html?office-js=local",
      uiLocale: locales[paneLanguage],
      documentUrl: fileName,
      readOnly,
      title: words.pane,
      downloads: new URLSearchParams(location.search).get("downloads") !== "none",
      askHost: (body) => client.ask("query", { body }),
      onFocusLeaves: () => document.querySelector<HTMLElement>(".grid")?.focus(),
    });
    frame.current = opened;
    const stop = client.onEvents(opened.deliver);
    return () => {
      stop();
      opened.close();
    };
  }, [client, paneLanguage, fileName, readOnly, words]);

  return (
    <aside className="pane" style={{ width }}>
      <PaneEdge
        width={width}
        label={words.paneWidth}
        onWidth={(wanted) => setWidth(Math.min(widest, Math.max(narrowest, wanted)))}
      />
      <div className="pane-head">
        <span className="pane-title">Tierbook</span>
        <select
          aria-label={words.paneLanguage}
          value={paneLanguage}
          onChange={(event) => setPaneLanguage(event.target.value === "zh" ? "zh" : "en")}
        >
          <option value="en">English</option>
          <option value="zh">简体中文</option>
        </select>
        <button type="button" onClick={() => frame.current?.reload()}>
          {words.reloadPane}
        </button>
      </div>
      <div className="pane-frame" ref={place} />
    </aside>
  );
}

interface PaneEdgeProps {
  readonly width: number;
  readonly label: string;
  readonly onWidth: (width: number) => void;
}

function PaneEdge({ width, label, onWidth }: PaneEdgeProps): ReactElement {
  const begun = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const onPointerDown = (event: PointerEvent): void => {
    begun.current = { x: event.clientX, width };
    event.currentTarget.setPointerCapture(event.pointerId); // the iframe would swallow the moves otherwise
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (begun.current) onWidth(begun.current.width + begun.current.x - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowLeft") onWidth(width + step);
    if (event.key === "ArrowRight") onWidth(width - step);
  };
  return (
    <div
      className="pane-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (begun.current = null)}
      onKeyDown={onKeyDown}
    />
  );
}
