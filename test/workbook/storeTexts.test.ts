import { inExcel } from "../../src/workbook/inExcel";
import { emptyHead, queueHead, queueStoreSheet, readEntries, writeEntries } from "../../src/workbook/store";
import { openTestOffice } from "../host/openTestOffice";

// Every test opens office.js anew; a busy machine needs its time.
jest.setTimeout(120_000);

test.each([
  ["a part would end within a character", `${"a".repeat(29_999)}😀${"b".repeat(10)}`, 2],
  ["a part ends after a character", `${"a".repeat(29_998)}😀${"b".repeat(10)}`, 2],
  ["every part would end within one", `a${"𠮷".repeat(45_100)}`, 4],
  ["the text ends with a character that just does not fit", `${"a".repeat(29_999)}😀`, 2],
  ["a part ends exactly with the text", "a".repeat(30_000), 1],
  ["it is empty", "", 1],
])("a text of the store comes back to the letter where %s", async (_, text, parts) => {
  await openTestOffice();
  await inExcel("store", async (session) => {
    queueStoreSheet(session);
    const head = await writeEntries(session, emptyHead, { plan: text, after: "x" }, { by: "Ada", at: "" });
    queueHead(session, head);
    await session.sync();
    expect(head.entries["plan"]?.parts).toBe(parts);
    expect(await readEntries(session, head, ["plan", "after"])).toEqual({ plan: text, after: "x" });
  });
});
