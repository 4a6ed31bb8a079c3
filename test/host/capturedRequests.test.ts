import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createHost } from "../../src/host/host";
import { newBook } from "../../src/host/model/newBook";
import type { RequestBody } from "../../src/host/protocol";
import { openTestOffice } from "./openTestOffice";
import ownRequests from "./fixtures/requests.json";

interface Captured {
  readonly label: string;
  readonly request?: { readonly message: { readonly body: RequestBody } } | null;
}

/** Requests of a real client, captured one after another over a workbook with the table Customers. */
const shared = join(__dirname, "../../../shared/office-js/captured-wire.json");

/** The workbook that the captured requests speak of. */
async function bookWithCustomers(withSummary = true) {
  const book = newBook("Data");
  await openTestOffice(book);
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const data = worksheets.getItem("Data");
    data.getRange("A1:B3").values = [
      ["Name", "Score"],
      ["Ann", 1],
      ["Bo", 2],
    ];
    data.tables.add("A1:B3", true).name = "Customers";
    const other = worksheets.add("S");
    other.getRange("E3:F5").values = [
      ["k", "v"],
      ["b", 2],
      ["a", 1],
    ];
    other.tables.add("E3:F5", true).name = "T";
    if (withSummary) worksheets.add("Summary");
    await context.sync();
  });
  return book;
}

/** Each request meets a fresh workbook: the capture's own was no more than a stub that said yes. */
async function replay(requests: readonly Captured[]) {
  const refused: [string, string | undefined][] = [];
  const missing: string[] = [];
  for (const { label, request } of requests) {
    if (!request) continue;
    const host = createHost(await bookWithCustomers(label !== "sheet add + values"));
    const { Error: error } = await host.processQuery(request.message.body);
    if (error) refused.push([label, error.Code]);
    missing.push(...host.missing);
  }
  return { refused, missing };
}

const requests: readonly Captured[] = existsSync(shared)
  ? (JSON.parse(readFileSync(shared, "utf8")) as Captured[])
  : [];
if (requests.length === 0) test.skip("skipped: no shared data", () => undefined);
else
  test("every captured request is understood but for those that the host says it does not play", async () => {
    const { refused, missing } = await replay(requests);
    expect(refused).toEqual([
      ["calc", "ApiNotFound"],
      ["insertWorksheetsFromBase64", "ApiNotFound"],
    ]);
    expect(missing).toEqual(["Workbook.Functions", "Workbook.InsertWorksheetsFromBase64()"]);
  });

test("the requests kept here are understood and answered in the client's form", async () => {
  const host = createHost(await bookWithCustomers());
  const read = await host.processQuery(ownRequests.read);
  expect(read.Error).toBeUndefined();
  expect(read.Results.find(({ ActionId }) => ActionId === 15)?.Value).toEqual({
    _ReferenceId: "r1",
    Values: [
      ["Ann", 1],
      ["Bo", 2],
    ],
    Address: "Data!A2:B3",
  });
  const missing = await host.processQuery(ownRequests.missing);
  expect(missing.Error).toMatchObject({ Code: "ItemNotFound", ActionIndex: 2, HttpStatusCode: 404 });
  expect(missing.Results.map(({ ActionId }) => ActionId)).toEqual([2, 4]);
  const unknown = await host.processQuery(ownRequests.unknown);
  expect(unknown.Error).toMatchObject({ Code: "ApiNotFound", ActionIndex: 1 });
  expect(host.missing).toEqual(["Workbook.Comments"]);
});
