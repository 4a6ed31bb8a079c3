import { laterPart } from "./laterPart";

/** What is told of a run that was interrupted, and of one that was undone. */
export const unfinishedPart = laterPart("unfinished", async () => {
  const [{ UnfinishedMessage }, { UndoneMessage }] = await Promise.all([
    import(/* webpackChunkName: "unfinished" */ "./UnfinishedMessage"),
    import(/* webpackChunkName: "unfinished" */ "./UndoneMessage"),
  ]);
  return { UnfinishedMessage, UndoneMessage };
});
