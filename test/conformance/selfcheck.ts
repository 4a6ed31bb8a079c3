import type { Log } from "./log";
import type { Answer } from "./probe";
import { probes, runProbes } from "./probes";

/** The page of the self-check: asks every probe of the Excel around it, and gives the log to copy. */

function element<Of extends HTMLElement>(id: string): Of {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`selfcheck.html requires an element #${id}`);
  return found as Of;
}

const state = element("state");
const log = element<HTMLTextAreaElement>("log");
const start = element<HTMLButtonElement>("start");
const copy = element<HTMLButtonElement>("copy");

/** What can be told of this Excel without its workbook. */
async function clientFacts(): Promise<Log["client"]> {
  const { diagnostics, displayLanguage, contentLanguage, requirements, officeTheme } = Office.context;
  const sets = Array.from({ length: 20 }, (_, i) => `1.${i + 1}`);
  return {
    platform: String(diagnostics.platform),
    version: diagnostics.version,
    host: String(diagnostics.host),
    displayLanguage,
    contentLanguage,
    sets: sets.filter((set) => requirements.isSetSupported("ExcelApi", set)),
    sharedRuntime: requirements.isSetSupported("SharedRuntime", "1.1"),
    theme: (officeTheme as Office.OfficeTheme | undefined)?.bodyBackgroundColor ?? null,
    agent: navigator.userAgent,
    worker: await workerRuns(),
    storage: storageKeeps(),
    clipboard: typeof (navigator.clipboard as Clipboard | undefined)?.writeText,
    pixels: [innerWidth, innerHeight, devicePixelRatio],
  };
}

function workerRuns(): Promise<Answer> {
  return new Promise((done) => {
    try {
      const worker = new Worker(URL.createObjectURL(new Blob(["postMessage(1)"])));
      worker.onmessage = () => done(true);
      worker.onerror = () => done(false);
    } catch (error) {
      done(String(error));
    }
  });
}

function storageKeeps(): Answer {
  try {
    localStorage.setItem("probe", "1");
    localStorage.removeItem("probe");
    return true;
  } catch (error) {
    return String(error);
  }
}

async function ask(): Promise<void> {
  start.disabled = true;
  let asked = 0;
  const tell = (id: string): void => {
    asked += 1;
    state.textContent = `${id}, ${asked} of ${probes.length}: ${probes.find((probe) => probe.id === id)?.asks ?? ""}`;
  };
  const client = await clientFacts();
  const made: Log = { format: 1, client, at: new Date().toISOString(), answers: await runProbes(tell) };
  log.value = JSON.stringify(made, null, 1);
  state.textContent = `Ready: ${made.answers.length} answers. Copy the text below.`;
  copy.disabled = false;
  log.focus();
  log.select();
}

start.addEventListener("click", () => {
  ask().catch((error: unknown) => {
    state.textContent = `Stopped: ${String(error)}`;
  });
});
copy.addEventListener("click", () => {
  // A download would do nothing on a Mac.
  navigator.clipboard.writeText(log.value).then(
    () => (state.textContent = "Copied."),
    () => {
      log.focus();
      log.select();
      state.textContent = "The text is selected: copy it with Ctrl+C (⌘C on a Mac).";
    },
  );
});
void Office.onReady().then(({ host }) => {
  const inExcel = host === Office.HostType.Excel;
  start.disabled = !inExcel;
  state.textContent = inExcel ? "Not started." : "Open this page as an add-in in Excel.";
});
