import type { Engine } from "../engine/engine";
import { workerEngine, type EngineWorker } from "./workerEngine";

/** The engine off the page's thread. The bundler finds the worker's file by exactly this expression. */
export function spawnEngine(): Engine {
  return workerEngine(() => new Worker(new URL("./worker.ts", import.meta.url)) as EngineWorker);
}
