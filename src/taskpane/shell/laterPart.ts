import { fetchedPart } from "../../failure";

/** A part of the pane that travels in a file of its own, after the pane has opened. */
export interface LaterPart<T> {
  readonly name: string;
  /** The part once it has arrived, or null. */
  readonly here: () => T | null;
  /** Fetches it unless it is here. Fails with `part-missing`, and may be asked again. */
  readonly fetch: () => Promise<T>;
}

/**
 * Makes a part of what a dynamic `import()` gives.
 *
 * @param load - the import itself, with a `webpackChunkName`, because the bundler finds it by its text
 */
export function laterPart<T>(name: string, load: () => Promise<T>): LaterPart<T> {
  let arrived: T | null = null;
  return {
    name,
    here: () => arrived,
    fetch: async () => {
      arrived ??= await fetchedPart(name, load);
      return arrived;
    },
  };
}
