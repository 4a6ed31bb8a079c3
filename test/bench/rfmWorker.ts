import { parentPort } from "node:worker_threads";
import { answer } from "../../src/worker/answer";
import type { RunRequest } from "../../src/worker/protocol";

parentPort?.on("message", (request: RunRequest) => answer(request, (reply) => parentPort?.postMessage(reply)));
