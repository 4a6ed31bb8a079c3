import { useRef, type ReactElement } from "react";
import type { WorkbenchWords } from "./words";

interface ToolbarProps {
  readonly words: WorkbenchWords;
  readonly fileName: string;
  readonly readOnly: boolean;
  /** What is going on, or null. */
  readonly busy: string | null;
  readonly onOpen: (file: File) => void;
  readonly onSample: () => void;
  readonly onDownload: () => void;
  readonly onMode: (readOnly: boolean) => void;
}

export function Toolbar({
  words,
  fileName,
  readOnly,
  busy,
  onOpen,
  onSample,
  onDownload,
  onMode,
}: ToolbarProps): ReactElement {
  const file = useRef<HTMLInputElement>(null);
  return (
    <header className="toolbar">
      <h1 className="product">{words.title}</h1>
      <button type="button" onClick={() => file.current?.click()} disabled={busy !== null}>
        {words.open}
      </button>
      <input
        ref={file}
        type="file"
        accept=".xlsx,.xlsm"
        hidden
        data-testid="workbook-file"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) onOpen(chosen);
          event.target.value = ""; // choosing the same file again opens it again
        }}
      />
      <button type="button" onClick={onSample} disabled={busy !== null}>
        {words.sample}
      </button>
      <button type="button" onClick={onDownload} disabled={busy !== null}>
        {words.download}
      </button>
      <label className="mode">
        <span className="unseen">{words.mode}</span>
        <select value={readOnly ? "viewing" : "editing"} onChange={(event) => onMode(event.target.value === "viewing")}>
          <option value="editing">{words.editing}</option>
          <option value="viewing">{words.viewing}</option>
        </select>
      </label>
      <span className="file-name" data-testid="file-name" title={fileName}>
        {fileName}
      </span>
      <span className="stays" role="status">
        {busy ?? words.stays}
      </span>
    </header>
  );
}
