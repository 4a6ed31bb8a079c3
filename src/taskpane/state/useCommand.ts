import { useEffect, useEffectEvent } from "react";

/** What a button of the ribbon asks of the pane, beside opening it. */
export type Command = "preview" | "run";

/**
 * Hears the commands of the ribbon. They come as the fragment of the pane's address: a changed one loads nothing anew, so
 * that what a person typed, or a run that is under way, stays.
 */
export function useCommand(onCommand: (command: Command) => void): void {
  const tell = useEffectEvent(onCommand);
  useEffect(() => {
    const listen = (): void => {
      const command = /\bdo=(preview|run)\b/.exec(location.hash)?.[1] as Command | undefined;
      if (command === undefined) return;
      // The same button must be heard again.
      location.hash = "";
      tell(command);
    };
    listen();
    addEventListener("hashchange", listen);
    return () => removeEventListener("hashchange", listen);
  }, []);
}
