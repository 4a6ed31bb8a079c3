import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { comparedFormulas, theirValues } from "../../host/formulas/comparedFormulas";

// npx tsx test/golden/make/libreOfficeFormulas.ts, on a machine with LibreOffice, whenever the vocabulary grows.
void theirValues(comparedFormulas).then((values) => {
  const program = execFileSync("soffice", ["--version"], { encoding: "utf8" }).trim();
  const answers = Object.fromEntries(comparedFormulas.map((formula, i) => [formula, values[i]]));
  const file = join(__dirname, "../data/expected/libreoffice_formulas.json");
  writeFileSync(file, `${JSON.stringify({ program, answers }, null, 1)}\n`);
});
