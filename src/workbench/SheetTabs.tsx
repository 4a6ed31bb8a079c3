import type { KeyboardEvent, ReactElement } from "react";
import type { BookView } from "./hostProtocol";
import type { WorkbenchWords } from "./words";

interface SheetTabsProps {
  readonly book: BookView;
  readonly activeId: string;
  readonly words: WorkbenchWords;
  readonly onShow: (sheetId: string) => void;
}

export function SheetTabs({ book, activeId, words, onShow }: SheetTabsProps): ReactElement {
  const active = book.sheets.findIndex(({ id }) => id === activeId);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step === undefined ? undefined : book.sheets[active + step];
    if (!next) return;
    onShow(next.id);
    event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")[active + (step ?? 0)]?.focus();
  };
  return (
    <div className="sheet-bar">
      <div className="sheet-tabs" role="tablist" aria-label={words.sheets} onKeyDown={onKeyDown}>
        {book.sheets.map(({ id, name, tabColor, isProtected }) => (
          <button
            key={id}
            type="button"
            role="tab"
            className="sheet-tab"
            aria-selected={id === activeId}
            tabIndex={id === activeId ? 0 : -1}
            onClick={() => onShow(id)}
            style={tabColor ? { boxShadow: `inset 0 -3px ${tabColor}` } : undefined}
          >
            {name}
            {isProtected && (
              <svg
                className="lock"
                viewBox="0 0 16 16"
                width="12"
                height="12"
                role="img"
                aria-label={words.protectedSheet}
              >
                <path d="M5 7V5a3 3 0 0 1 6 0v2h1v6H4V7zm1.3 0h3.4V5a1.7 1.7 0 0 0-3.4 0z" />
              </svg>
            )}
          </button>
        ))}
      </div>
      {book.hiddenSheets > 0 && <span className="hidden-sheets">{words.hiddenSheets(book.hiddenSheets)}</span>}
    </div>
  );
}
