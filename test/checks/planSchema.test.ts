import { readFileSync } from "node:fs";
import { planSchemaText, schemaPath } from "./planSchema";

test("the published schema is the one that the code reads plans by", () => {
  expect(readFileSync(schemaPath, "utf8")).toBe(planSchemaText());
});
