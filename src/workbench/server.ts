import { readFile } from "node:fs/promises";
import { createServer, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, resolve, sep } from "node:path";
import { headersFor, parseHeaders, type HeaderRule } from "./headerRules";

/** A folder of files to serve at the root. */
export interface ServedFolder {
  readonly path: string;
  /** The folder's own rules for response headers; without them, the rules of its `_headers` file. */
  readonly headers?: readonly HeaderRule[];
}

export interface WorkbenchServer {
  /** The workbench's address, with a closing slash. */
  readonly url: string;
  /** Lets the process end although the server still serves. */
  unref(): void;
  close(): Promise<void>;
}

/** Rules for the workbench page and its host: neither can reach any network, so nothing can be uploaded. */
export const workbenchHeaders: readonly HeaderRule[] = [
  {
    path: "/*",
    headers: {
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-cache",
      "Content-Security-Policy":
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
        "worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  },
  { path: "/worker/*", headers: { "Content-Security-Policy": "default-src 'none'" } },
];

/**
 * Serves folders over https on localhost. `/` is `workbench.html`; the first folder that holds a file answers.
 *
 * Office.js comes from `node_modules` where the workbench asks for a page with `?office-js=local`; the page on
 * disk, and the page that real Excel asks for, keep Microsoft's address.
 *
 * @param port - zero for any free port
 * @throws what the operating system says if the port is taken
 */
export async function serveWorkbench(
  folders: readonly ServedFolder[],
  certificate: Pick<ServerOptions, "key" | "cert">,
  port: number,
): Promise<WorkbenchServer> {
  const server = createServer(certificate, (request, response) => {
    void respond(folders, request.url ?? "/").then(({ status, headers, body }) => {
      response.writeHead(status, headers);
      response.end(request.method === "HEAD" ? undefined : body);
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "localhost", listening);
  });
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}/`,
    unref: () => void server.unref(),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const officeFolder = join(resolve(__dirname, "../.."), "node_modules", "@microsoft", "office-js", "dist");
/** Whatever address of Office.js a page was built with. */
const officeAddress = /https:\/\/[^"\s>]*\/(?=office\.js\b)/g;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

async function respond(folders: readonly ServedFolder[], url: string): Promise<Answer> {
  const { pathname, searchParams } = new URL(url, "https://localhost");
  const path = pathname === "/" ? "/workbench.html" : decodedPath(pathname);
  // As hosts do that take .html out of addresses: the rules of the address asked for count.
  const name = extname(path) === "" ? `${path}.html` : path;
  const type = { "Content-Type": contentTypes[extname(name)] ?? "application/octet-stream" };
  if (path.startsWith("/office-js/")) {
    const body = await fileIn(officeFolder, path.slice("/office-js".length));
    if (body) return { status: 200, headers: { ...type, "Cache-Control": "no-cache" }, body };
  }
  for (const folder of folders) {
    const body = await fileIn(folder.path, name);
    if (!body) continue;
    const rules = folder.headers ?? parseHeaders((await fileIn(folder.path, "/_headers"))?.toString() ?? "");
    const local = searchParams.get("office-js") === "local" && type["Content-Type"].startsWith("text/html");
    return {
      status: 200,
      headers: { ...headersFor(rules, path), ...type },
      body: local ? body.toString().replace(officeAddress, "office-js/") : body,
    };
  }
  return { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" }, body: "Not found" };
}

function decodedPath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

async function fileIn(folder: string, path: string): Promise<Buffer | null> {
  const root = resolve(folder);
  const file = normalize(join(root, path));
  if (!file.startsWith(root + sep)) return null;
  return readFile(file).catch(() => null);
}

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xml": "text/xml; charset=utf-8",
};
