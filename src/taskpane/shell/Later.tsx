import type { ReactElement } from "react";

import { useLoaded } from "../state/useLoaded";
import { useWords } from "../words";
import { FailureNote } from "./FailureNote";
import type { LaterPart } from "./laterPart";
import { Waiting } from "./Waiting";

export interface LaterProps<T> {
  readonly part: LaterPart<T>;
  /** Shows nothing until it is here, and nothing where it does not come: for what nobody waits for. */
  readonly quiet?: boolean;
  readonly children: (arrived: T) => ReactElement;
}

/** Shows a part that comes in a file of its own: at once if it is here, and with a way to try again if it fails. */
export function Later<T>({ part, quiet = false, children }: LaterProps<T>): ReactElement {
  const { shell } = useWords();
  const here = part.here();
  const loaded = useLoaded({ subject: here === null ? part.name : null, load: part.fetch });
  const arrived = here ?? loaded.value;
  if (arrived !== null) return children(arrived);
  if (quiet) return <></>;
  if (loaded.failure !== null) return <FailureNote failure={loaded.failure} onRetry={loaded.reload} />;
  return <Waiting text={shell.loading} />;
}
