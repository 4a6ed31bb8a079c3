import { writeFileSync } from "node:fs";
import { planSchemaText, schemaPath } from "./planSchema";

// Run after a change of src/plan/plan.ts: npx tsx test/checks/writePlanSchema.ts
writeFileSync(schemaPath, planSchemaText());
