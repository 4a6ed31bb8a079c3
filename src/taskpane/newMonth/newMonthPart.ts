import { laterPart } from "../shell/laterPart";

/** What a new month's table begins with, and what became of the labels of the last one. */
export const newMonthPart = laterPart("new-month", async () => {
  const [{ NewMonth }, { InvalidLabelsNote }] = await Promise.all([
    import(/* webpackChunkName: "new-month" */ "./NewMonth"),
    import(/* webpackChunkName: "new-month" */ "./InvalidLabelsNote"),
  ]);
  return { NewMonth, InvalidLabelsNote };
});
