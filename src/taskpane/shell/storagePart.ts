import { laterPart } from "./laterPart";

/** What tells that something of what the workbook keeps is damaged, and puts it in order. */
export const storagePart = laterPart("storage", async () => {
  const [{ inspectStorage }, { StorageMessage }] = await Promise.all([
    import(/* webpackChunkName: "storage" */ "../../actions/recovery/inspectStorage"),
    import(/* webpackChunkName: "storage" */ "./StorageMessage"),
  ]);
  return { inspectStorage, StorageMessage };
});
