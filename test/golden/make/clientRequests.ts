import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { clientRequests } from "../../host/clientRequests";

// npx tsx test/golden/make/clientRequests.ts, after a new release of office.js has been read with care.
void clientRequests().then((requests) => {
  const lines = requests.map((request) => ` ${JSON.stringify(request)}`);
  writeFileSync(join(__dirname, "../data/expected/client_requests.json"), `[\n${lines.join(",\n")}\n]\n`);
});
