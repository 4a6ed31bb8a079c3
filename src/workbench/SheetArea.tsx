import { useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { areaAddress, parseArea, type Area } from "../host/model/address";
import { FormulaBar } from "./FormulaBar";
import { SheetTabs } from "./SheetTabs";
import { Grid } from "./grid/Grid";
import type { EditEnd, Editing } from "./grid/CellEditor";
import { geometryOf } from "./grid/geometry";
import { firstCell, moved, selectedArea, selectionOf, type Selection } from "./grid/selection";
import type { HostClient } from "./hostClient";
import type { BookView, EditOutcome } from "./hostProtocol";
import type { WorkbenchWords } from "./words";

interface SheetAreaProps {
  readonly client: HostClient;
  readonly book: BookView;
  readonly version: number;
  readonly words: WorkbenchWords;
  /** A change by hand was refused; the text says why. */
  readonly onRefused: (text: string) => void;
}

/** Formula bar, grid and tabs of the open workbook. */
export function SheetArea({ client, book, version, words, onRefused }: SheetAreaProps): ReactElement | null {
  const [sheetId, setSheetId] = useState(book.shown.sheetId);
  const [selections, setSelections] = useState<Readonly<Record<string, Selection>>>({
    [book.shown.sheetId]: selectionOf(book.shown.area),
  });
  const [editing, setEditing] = useState<Editing | null>(null);
  const isEditing = useRef(false); // an entry ends once: giving the focus back ends it a second time otherwise
  const sheet = book.sheets.find(({ id }) => id === sheetId) ?? book.sheets[0];

  // An add-in that activates a sheet or selects cells takes the eye with it.
  useEffect(() => {
    setSheetId(book.shown.sheetId);
    setSelections((all) => ({ ...all, [book.shown.sheetId]: selectionOf(book.shown.area) }));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for every time the add-in shows a place, even the same
  }, [book.shown.count]);

  const selection = (sheet && selections[sheet.id]) ?? firstCell;
  const geometry = useMemo(() => (sheet ? geometryOf(sheet, selection.head) : null), [sheet, selection.head]);
  const content = useCellInput(client, sheet?.id, selection, version);
  if (!sheet || !geometry) return null;
  const area = selectedArea(selection, sheet.merges);

  const select = (next: Selection): void => {
    setSelections((all) => ({ ...all, [sheet.id]: next }));
    void client.ask("select", { sheetId: sheet.id, area: selectedArea(next, sheet.merges) });
  };
  const show = (id: string, next: Selection): void => {
    setSheetId(id);
    setSelections((all) => ({ ...all, [id]: next }));
    void client.ask("select", { sheetId: id, area: selectedArea(next, []) });
  };
  const told = (outcome: EditOutcome): void => {
    if (outcome !== null) onRefused(words.refusals[outcome]);
  };
  const refusal: EditOutcome = book.readOnly ? "read-only" : null;

  const beginEdit = (typed: string | null, at: Editing["at"] = "cell"): void => {
    if (refusal) return told(refusal);
    isEditing.current = true;
    setEditing({ row: area.row, column: area.column, text: typed ?? content, isFresh: typed !== null, at });
  };
  const endEdit = (end: EditEnd, shiftKey: boolean): void => {
    if (!editing || !isEditing.current) return;
    isEditing.current = false;
    setEditing(null);
    document.querySelector<HTMLElement>(".grid")?.focus({ preventScroll: true });
    if (end === "Escape") return;
    const { row, column, text } = editing;
    if (text !== content) void client.ask("type", { sheetId: sheet.id, row, column, texts: [[text]] }).then(told);
    const next =
      end === "blur"
        ? null
        : moved(
            selectionOf({ row, column, rows: 1, columns: 1 }),
            { key: end, shiftKey, ctrlKey: false },
            sheet,
            geometry,
            1,
          );
    if (next) select(next);
  };
  const goTo = (text: string): void => {
    const [, name, address] = /^(?:'?(.+?)'?!)?([^!]+)$/.exec(text.trim()) ?? [];
    const target = name === undefined ? sheet : book.sheets.find((other) => other.name === name.replaceAll("''", "'"));
    const place = parseArea(address ?? "");
    if (target && place) show(target.id, selectionOf(place));
  };

  return (
    <>
      <FormulaBar
        words={words}
        address={areaAddress(area)}
        content={editing?.text ?? content}
        isFresh={editing?.isFresh ?? false}
        onGoTo={goTo}
        onFocus={() => (editing ? setEditing({ ...editing, isFresh: false, at: "bar" }) : beginEdit(null, "bar"))}
        onText={(text) => setEditing((now) => now && { ...now, text })}
        onEnd={endEdit}
      />
      <Grid
        key={sheet.id}
        client={client}
        sheet={sheet}
        geometry={geometry}
        version={version}
        label={words.grid(sheet.name)}
        editorLabel={words.formulaBar}
        selection={selection}
        onSelect={select}
        editing={editing}
        onEdit={beginEdit}
        onEditText={(text) => setEditing((now) => now && { ...now, text })}
        onEditEnd={endEdit}
        onClear={(cleared: Area) =>
          void (refusal ? told(refusal) : client.ask("clear", { sheetId: sheet.id, area: cleared }).then(told))
        }
        onPaste={(texts) =>
          void (refusal
            ? told(refusal)
            : client.ask("type", { sheetId: sheet.id, row: area.row, column: area.column, texts }).then(told))
        }
        onFollow={goTo}
      />
      <SheetTabs book={book} activeId={sheet.id} words={words} onShow={(id) => show(id, selections[id] ?? firstCell)} />
    </>
  );
}

/** The content of the active cell as one would type it. */
function useCellInput(client: HostClient, sheetId: string | undefined, { active }: Selection, version: number): string {
  const [content, setContent] = useState("");
  useEffect(() => {
    let isCurrent = true;
    if (sheetId === undefined) return undefined;
    void client.ask("input", { sheetId, row: active.row, column: active.column }).then(
      (text) => isCurrent && setContent(text),
      () => isCurrent && setContent(""),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, sheetId, active.row, active.column, version]);
  return content;
}
