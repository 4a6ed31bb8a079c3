import { answer } from "./answer";
import type { RunReply, RunRequest } from "./protocol";

/** What this file needs of a worker's global scope; the page's types are in force here. */
interface WorkerScope {
  onmessage: ((event: { readonly data: RunRequest }) => void) | null;
  postMessage(reply: RunReply): void;
}

const scope = self as unknown as WorkerScope;

scope.onmessage = ({ data }) => answer(data, (reply) => scope.postMessage(reply));
