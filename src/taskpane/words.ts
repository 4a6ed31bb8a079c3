import { createContext, useContext } from "react";

import type { FailureData } from "../failure";
import { type FailureText, tellFailure } from "../text/failure/tellFailure";
import { type Figures, figures } from "../text/figures";
import type { Language } from "../text/language";
import type { PaneWords } from "../text/pane/paneWords";
import type { Spoken } from "../text/spoken";

/** The language that the pane speaks, with its words. */
export interface Wording extends Spoken {
  readonly language: Language;
}

/** Every component speaks, so the words come by context; everything else comes by props. */
export const WordingContext = createContext<Wording | null>(null);

function useWording(): Wording {
  const wording = useContext(WordingContext);
  if (wording === null) throw new Error("a component that speaks requires a WordingContext around it");
  return wording;
}

/** The words of the pane's language. */
export function useWords(): PaneWords {
  return useWording().words;
}

/** The pane's language, for texts that are not the pane's own. */
export function usePaneLanguage(): Language {
  return useWording().language;
}

/** A failure as the pane's language tells it. */
export function useFailureText(failure: FailureData): FailureText {
  const { language, failures } = useWording();
  return tellFailure(language, failures, failure);
}

/** Numbers and moments as the pane's language writes them. */
export function useFigures(): Figures {
  return figures(useWording().language);
}
