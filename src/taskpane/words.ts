import { createContext, useContext } from "react";

import { type Figures, figures } from "../text/figures";
import type { Language } from "../text/language";
import { type PaneWords, paneWords } from "../text/pane/paneWords";

/** The language that the pane speaks, with its words. */
export interface Wording {
  readonly language: Language;
  readonly words: PaneWords;
}

/** Every component speaks, so the words come by context; everything else comes by props. */
export const WordingContext = createContext<Wording>({ language: "en", words: paneWords("en") });

/** The words of the pane's language. */
export function useWords(): PaneWords {
  return useContext(WordingContext).words;
}

/** The pane's language, for texts that are not the pane's own, such as a failure's. */
export function usePaneLanguage(): Language {
  return useContext(WordingContext).language;
}

/** Numbers and moments as the pane's language writes them. */
export function useFigures(): Figures {
  return figures(useContext(WordingContext).language);
}
