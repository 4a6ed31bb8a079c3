/** The host behind a frame, wherever it runs: one ProcessQuery as JSON text in, its answer as JSON text out. */
export type AskHost = (body: string) => Promise<string>;

export interface WebFrameOptions {
  /** The add-in's page. Office.js trusts the host only over https and on the same host name. */
  readonly page: string;
  /** Excel's display language, e.g. "zh-CN": `Office.context.displayLanguage`. */
  readonly uiLocale: string;
  /** What `Office.context.document.url` says. */
  readonly documentUrl: string;
  readonly readOnly: boolean;
  /** Accessible name of the frame. */
  readonly title: string;
  /**
   * Whether a link that holds a file saves it. Where not, it does nothing and says nothing, as in the web views of Excel
   * on a Mac and on an iPad ([I] H10 office-js#2700, #3385, #6468); a sandboxed frame is how a browser does the same.
   */
  readonly downloads: boolean;
  readonly askHost: AskHost;
  /** Told when office.js in the frame has found its host. */
  readonly onConnected?: () => void;
  /** Told when the keyboard leaves the frame: Tab past its last control, F6 or Ctrl+F6. */
  readonly onFocusLeaves?: () => void;
}

/** An add-in's page, playing in a frame that believes itself in Excel on the web. */
export interface WebFrame {
  readonly element: HTMLIFrameElement;
  /** Hands events of the host to the add-in: entries `[category, type, target id, JSON text, id]`. */
  deliver(entries: readonly (readonly unknown[])[]): void;
  /** Loads the page anew. Whatever the old page still waits for is never answered. */
  reload(): void;
  close(): void;
}

/**
 * Opens an add-in's page in an iframe and speaks the protocol that office.js expects of Excel on the web.
 *
 * Source of the protocol: `excel-web-16.00.debug.js` of `@microsoft/office-js`, `XdmCommunicationManager`,
 * `InitializationHelper.getAppContext` and `OSF.DDA.WAC.Delegate`. What the client never asks for is answered
 * as an unsupported call, so that nothing succeeds in silence.
 *
 * @param parent - element that takes the iframe
 */
export function openWebFrame(parent: HTMLElement, options: WebFrameOptions): WebFrame {
  const session = newSession(options);
  const element = parent.ownerDocument.createElement("iframe");
  // Chromium fixes a frame's window.name when the frame is inserted; office.js reads the conversation from it.
  element.name = frameName(session);
  element.title = options.title;
  if (!options.downloads) element.sandbox.value = "allow-scripts allow-same-origin allow-forms allow-popups";
  element.src = session.source;

  const receive = (event: MessageEvent): void => {
    if (event.source !== element.contentWindow || event.origin !== session.frameOrigin) return;
    const message = parseMessage(event.data);
    if (message?._messageType !== requestMessage || message._conversationId !== session.conversationId) return;
    answer(session, message, (text) => element.contentWindow?.postMessage(text, session.frameOrigin));
  };
  const view = parent.ownerDocument.defaultView;
  view?.addEventListener("message", receive);
  parent.append(element);

  return {
    element,
    deliver(entries) {
      const { registration } = session;
      if (!registration || entries.length === 0) return;
      const text = envelope(session, registration, { ArrayData: entries }, eventResponse);
      element.contentWindow?.postMessage(text, session.frameOrigin);
    },
    reload() {
      session.generation += 1;
      session.registration = null;
      element.src = session.source;
    },
    close() {
      session.generation += 1;
      view?.removeEventListener("message", receive);
      element.remove();
    },
  };
}

const requestMessage = 0;
const responseMessage = 1;
const callResponse = 0;
const eventResponse = 1;

/** `DdaMethod.DispatchId` of a ProcessQuery; every other Common API call is answered as unsupported. */
const executeRichApi = 93;
/** The Common API's "not supported by this application". */
const unsupportedCall = 5001;

/** `OSF.AgaveHostAction`: the keyboard leaves the frame. */
const focusLeaves: readonly number[] = [5, 6, 13, 14, 17, 18];

/** ExcelApi 1.15 is the highest set that the npm build of office.js knows. */
const requirementMatrix = JSON.stringify({ ExcelApi: "1.15" });

interface Session {
  readonly options: WebFrameOptions;
  readonly conversationId: string;
  readonly hostInfo: string;
  readonly hostOrigin: string;
  readonly frameOrigin: string;
  readonly source: string;
  /** Counts the pages loaded into the frame; an answer for an older page is dropped. */
  generation: number;
  /** The add-in's registration for events, once office.js has made it. */
  registration: XdmMessage | null;
}

interface XdmMessage {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data?: unknown;
}

let conversations = 0;

function newSession(options: WebFrameOptions): Session {
  conversations += 1;
  const conversationId = `tierbook${conversations}`;
  const page = new URL(options.page, location.href);
  const hostInfo = `Excel$Web$16.01$${options.uiLocale}$${conversationId}$$0$16`;
  page.searchParams.set("_host_Info", hostInfo);
  return {
    options,
    conversationId,
    hostInfo,
    hostOrigin: location.origin,
    frameOrigin: page.origin,
    source: page.href,
    generation: 0,
    registration: null,
  };
}

function frameName({ conversationId, hostInfo, hostOrigin }: Session): string {
  return JSON.stringify({
    baseFrameName: `frame-${conversationId}`,
    hostInfo,
    xdmInfo: `${conversationId}|${conversationId}|${hostOrigin}/`,
    serializerVersion: 1,
    flights: "[]",
  });
}

function parseMessage(data: unknown): XdmMessage | null {
  if (typeof data !== "string") return null;
  try {
    return JSON.parse(data) as XdmMessage;
  } catch {
    return null; // another script's message
  }
}

function answer(session: Session, message: XdmMessage, post: (text: string) => void): void {
  const { generation } = session;
  const reply = (data: unknown): void => {
    if (generation === session.generation) post(envelope(session, message, data, callResponse));
  };
  switch (message._actionName) {
    case "ContextActivationManager_getAppContextAsync":
      // A page that loads anew by itself starts here too: its forerunner's registration is void.
      session.registration = null;
      reply(appContext(session));
      session.options.onConnected?.();
      break;
    case "ContextActivationManager_notifyHost":
      if (focusLeaves.includes(notifiedAction(message._data))) session.options.onFocusLeaves?.();
      break;
    case "executeMethod":
      void executeMethod(session, message._data).then(reply);
      break;
    default:
      answerRegistration(session, message);
      reply({ Error: 0, Version: 1 });
  }
}

function answerRegistration(session: Session, message: XdmMessage): void {
  if (!message._actionName.includes("richApiMessage")) return;
  session.registration = message._actionType === 1 ? message : null;
}

async function executeMethod({ options }: Session, data: unknown): Promise<unknown> {
  const call = data as { DdaMethod?: { DispatchId?: number }; ArrayData?: readonly unknown[] };
  const body = call.ArrayData?.[4];
  if (call.DdaMethod?.DispatchId !== executeRichApi || typeof body !== "string") {
    return { Version: 1, Error: unsupportedCall };
  }
  return { Version: 1, Error: 0, Data: [200, [], await options.askHost(body)] };
}

function notifiedAction(data: unknown): number {
  const action: unknown = Array.isArray(data) ? data[1] : null;
  return typeof action === "number" ? action : -1;
}

function envelope(session: Session, about: XdmMessage, data: unknown, responseType: number): string {
  return JSON.stringify({
    _messageType: responseMessage,
    _actionName: about._actionName,
    _conversationId: session.conversationId,
    _correlationId: about._correlationId,
    _errorCode: 0,
    _responseType: responseType,
    _data: data,
    _origin: session.hostOrigin,
    _serializerVersion: 1,
  });
}

/** Every field that `getAppContext` requires; a missing one stops office.js. */
function appContext({ options, conversationId }: Session): Readonly<Record<string, unknown>> {
  return {
    _id: conversationId,
    _appName: 16, // OSF.AppName.ExcelWebApp
    _appVersion: "16.01",
    _appMinorVersion: 1,
    _appUILocale: options.uiLocale,
    _dataLocale: options.uiLocale,
    _docUrl: options.documentUrl,
    _clientMode: options.readOnly ? 0 : 1,
    _settings: [],
    _reason: 0,
    _osfControlType: 1,
    _eToken: "",
    _correlationId: conversationId,
    _appInstanceId: conversationId,
    _hostFullVersion: "16.0.19000.0",
    _requirementMatrix: requirementMatrix,
    _featureGates: {},
    _initialDisplayMode: 2,
    _addinName: "Tierbook",
    _appDomains: [],
    _wacHostEnvironment: "0",
  };
}
