import type { Engine } from "../engine/engine";
import { workerEngine, type EngineWorker } from "./workerEngine";

/** The engine off the page's thread. The bundler finds the worker by exactly this expression, and its file by the name. */
export function spawnEngine(): Engine {
  return workerEngine(() => new Worker(new URL("./worker.ts", import.meta.url), { name: "engine" }) as EngineWorker);
}
