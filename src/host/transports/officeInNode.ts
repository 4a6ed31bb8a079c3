import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import type { Host } from "../host";
import { mostBytes, type RequestBody } from "../protocol";

/** The globals of one loaded office.js. */
export interface OfficeRealm {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
}

/** What office.js needs of a host. */
export type OfficeDoor = Pick<Host, "processQuery" | "onEvents">;

/** What office.js's native bridge looks like from outside: text in, text out. */
interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

interface BridgeMessage {
  readonly id: number;
  readonly message: { readonly body: RequestBody };
}

let compiled: Script | null = null;

/**
 * Loads the unmodified office.js of the npm package into a realm of its own and connects it to a host. It may be called
 * many times; every call is a fresh office.js.
 */
export function openOffice(host: OfficeDoor): Promise<OfficeRealm> {
  compiled ??= new Script(officeSource(), { filename: "excel-web-16.00.js" });
  const realm = pageGlobals();
  realm["_richApiNativeBridge"] = bridgeTo(host);
  const context = createContext(realm);
  // What Microsoft's AJAX library would have defined before office.js.
  new Script(
    `Function.__typeName = "Function"; var Type = Function;
     Type.registerNamespace = (name) => { let at = globalThis; for (const part of name.split(".")) at = at[part] ??= {}; };
     Type.prototype.registerClass = () => {}; window.Type = Type;`,
  ).runInContext(context);
  compiled.runInContext(context);
  return Promise.resolve({
    Excel: realm["Excel"] as typeof Excel,
    OfficeExtension: realm["OfficeExtension"] as typeof OfficeExtension,
  });
}

function officeSource(): string {
  const manifest = createRequire(join(process.cwd(), "package.json")).resolve("@microsoft/office-js/package.json");
  return readFileSync(join(manifest, "..", "dist", "excel-web-16.00.js"), "utf8");
}

function bridgeTo(host: OfficeDoor): NativeBridge {
  const bridge: NativeBridge = {
    sendMessageToHost(text) {
      const { id, message } = JSON.parse(text) as BridgeMessage;
      const answer = (statusCode: number, body: unknown): void =>
        bridge.onMessageFromHost?.(JSON.stringify({ id, type: 2, message: { statusCode, headers: {}, body } }));
      // The answer comes later than the call, as from another process.
      void Promise.resolve()
        .then(() => host.processQuery(message.body, mostBytes(text)))
        .then(
          (body) => answer(200, body),
          (error: unknown) =>
            answer(500, {
              error: {
                code: "HostFault",
                message: error instanceof Error ? (error.stack ?? error.message) : String(error),
              },
            }),
        );
    },
  };
  host.onEvents((entries) => bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } })));
  return bridge;
}

/** The little of a browser that office.js touches while it loads and runs. */
function pageGlobals(): Record<string, unknown> {
  const element = (): object => ({
    style: {},
    protocol: "https:",
    hostname: "localhost",
    port: "",
    setAttribute: () => undefined,
    appendChild: () => undefined,
    addEventListener: () => undefined,
  });
  const page: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    performance,
    URL,
    navigator: { userAgent: "Node" },
    location: {
      search: "",
      hash: "",
      href: "https://localhost/",
      origin: "https://localhost",
      protocol: "https:",
      host: "localhost",
    },
    name: "",
    external: {},
    addEventListener: () => undefined,
    document: {
      createElement: element,
      getElementsByTagName: () => [],
      querySelectorAll: () => [],
      documentElement: element(),
      body: element(),
      head: element(),
      cookie: "",
      domain: "localhost",
      addEventListener: () => undefined,
    },
  };
  page["window"] = page;
  page["self"] = page;
  page["parent"] = page;
  return page;
}
