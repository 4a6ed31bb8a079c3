import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { buildErrors, workbenchCompiler } from "./build";
import { localCertificate } from "./certificate";
import { serveWorkbench, workbenchHeaders } from "./server";

/** `npm start [-- --port 3000 --no-open]`: builds, watches, serves and opens the workbench. */
function start(args: readonly string[]): void {
  const cache = join(resolve(__dirname, "../.."), ".cache", "workbench");
  const folders = { pane: join(cache, "pane"), page: join(cache, "page") };
  const port = portFrom(args);
  let isServed = false;

  console.log("Building Tierbook. The first time takes about half a minute.");
  workbenchCompiler(folders, "development").watch({ ignored: /node_modules|\.cache/ }, (error, stats) => {
    const errors = buildErrors(error, stats);
    if (errors !== null) console.error(errors);
    else if (isServed) console.log("Built again: reload the page.");
    else {
      isServed = true;
      void serve();
    }
  });

  async function serve(): Promise<void> {
    const certificate = await localCertificate(cache);
    const served = [{ path: folders.page, headers: workbenchHeaders }, { path: folders.pane }];
    const { url } = await serveWorkbench(served, certificate, port).catch(refusePort);
    console.log(`The workbench is at ${url} (in Chinese: ${url}?language=zh). Ctrl+C stops it.`);
    console.log("A browser that does not know this machine's certificate asks once whether to go on.");
    if (!args.includes("--no-open") && !process.env["CI"]) openBrowser(url);
  }

  function refusePort(error: NodeJS.ErrnoException): never {
    if (error.code !== "EADDRINUSE") throw error;
    console.error(`Port ${port} is in use. Choose another one: npm start -- --port ${port + 1}`);
    process.exit(1);
  }
}

function portFrom(args: readonly string[]): number {
  const at = args.indexOf("--port");
  if (at < 0) return 3000;
  const port = Number(args[at + 1]);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  console.error("--port requires a number from 1 to 65535");
  process.exit(2);
}

/** A machine without a browser is no error: the address stands on the screen. */
function openBrowser(url: string): void {
  const [command = "", ...rest] =
    process.platform === "win32" ? ["cmd", "/c", "start", ""] : [process.platform === "darwin" ? "open" : "xdg-open"];
  const opened = spawn(command, [...rest, url], { stdio: "ignore", detached: true });
  opened.on("error", () => undefined);
  opened.unref();
}

start(process.argv.slice(2));
