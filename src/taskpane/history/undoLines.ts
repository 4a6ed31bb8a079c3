import type { UndoOffer } from "../../actions/undo/prepareUndo";
import type { Language } from "../../text/language";
import { readerText } from "../../text/readerText";
import { undoWords } from "../../text/undoWords";

/** The most names or cells that a sentence lists. */
const mostNamed = 5;

/** What undoing a run will do, a sentence for each thing that changes or stays. */
export function undoLines(offer: UndoOffer, language: Language): readonly string[] {
  const words = undoWords(language);
  const named = (names: readonly string[]): string =>
    [...names.slice(0, mostNamed), ...(names.length > mostNamed ? ["…"] : [])].join(words.listComma);
  const some = (names: readonly string[], says: (names: string) => string): readonly string[] =>
    names.length === 0 ? [] : [says(named(names))];
  return [
    ...some(offer.columns, (columns) =>
      offer.customers === 0 ? words.unchanged(columns) : words.back(columns, offer.customers),
    ),
    ...some(offer.columnsGone, words.columnsGone),
    ...some(offer.columnsBack, words.columnsBack),
    ...some(
      offer.columnsKept.flatMap(({ name, why }) => (why === "used" ? [] : [name])),
      words.columnsKept,
    ),
    ...offer.columnsKept.flatMap((column) =>
      column.why === "used" ? [words.columnUsed(column.name, readerText(language, column.by))] : [],
    ),
    ...some(offer.sheetsBack, words.sheetsBack),
    ...some(offer.sheetsGone, words.sheetsGone),
    ...some(offer.sheetsKept, words.sheetsKept),
    ...some(offer.sheetsLeft, words.sheetsLeft),
    ...some(offer.edited, (cells) => words.edited(offer.edited.length, cells)),
    offer.planBefore ? words.planBack : words.planGone,
    ...(offer.planBefore ? [words.owners] : []),
  ];
}
