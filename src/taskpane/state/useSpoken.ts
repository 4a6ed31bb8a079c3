import { useState } from "react";

import type { FailureData } from "../../failure";
import type { Language } from "../../text/language";
import type { Spoken } from "../../text/spoken";
import { type LaterPart, laterPart } from "../shell/laterPart";
import type { Wording } from "../words";
import { useLoaded } from "./useLoaded";

const parts: Readonly<Record<Language, LaterPart<Spoken>>> = {
  en: laterPart(
    "words-en",
    async () => (await import(/* webpackChunkName: "words-en" */ "../../text/spokenEn")).spokenEn,
  ),
  zh: laterPart(
    "words-zh",
    async () => (await import(/* webpackChunkName: "words-zh" */ "../../text/spokenZh")).spokenZh,
  ),
};

/** The words of the wanted language, and until they have arrived those spoken before. */
export interface SpokenState {
  readonly wording: Wording | null;
  readonly failure: FailureData | null;
  readonly reload: () => void;
}

/** Fetches the words of a language, of which the pane opens with one only. */
export function useSpoken(language: Language): SpokenState {
  const part = parts[language];
  const [last, setLast] = useState<Wording | null>(null);
  const loaded = useLoaded({ subject: part.here() === null ? language : null, load: part.fetch });
  const spoken = part.here();
  if (spoken !== null && last?.language !== language) {
    const wording = { language, ...spoken };
    setLast(wording);
    return { wording, failure: null, reload: loaded.reload };
  }
  return { wording: last, failure: loaded.failure, reload: loaded.reload };
}
