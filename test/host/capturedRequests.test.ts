import { createHost } from "../../src/host/host";
import { expected } from "../golden/goldenData";
import { addsSummary, bookWithCustomers, clientRequests, type ClientRequest } from "./clientRequests";
import ownRequests from "./fixtures/requests.json";

/** Requests of a real client over a workbook with the table Customers, as they were when somebody last read them. */
const captured = expected<readonly ClientRequest[]>("client_requests");

test("every captured request is understood but for those that the host says it does not play", async () => {
  const refused: [string, string | undefined][] = [];
  const missing: string[] = [];
  for (const { label, body } of captured) {
    const host = createHost(await bookWithCustomers(!addsSummary(label)));
    const { Error: error } = await host.processQuery(body);
    if (error) refused.push([label, error.Code]);
    missing.push(...host.missing);
  }
  expect(refused).toEqual([
    ["calculation", "ApiNotFound"],
    ["sheets of a file", "ApiNotFound"],
  ]);
  expect(missing).toEqual(["Workbook.Functions", "Workbook.InsertWorksheetsFromBase64()"]);
});

test("today's office.js still sends what was captured", async () => {
  expect(await clientRequests()).toEqual(captured);
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
