/** One task of a page's thread, in milliseconds of processor time where the browser tells it. */
export interface TracedTask {
  /** When it began, in milliseconds of the trace's clock. */
  readonly at: number;
  readonly milliseconds: number;
  /** Its time by the script whose code ran, or for whom the browser worked: the file's name, "" for none. */
  readonly byScript: ReadonlyMap<string, number>;
  /** Its time by function, "file:function:line", for finding what to shorten. */
  readonly byFunction: ReadonlyMap<string, number>;
}

/** What `Tracing` needs to be told so that a trace holds tasks and samples of scripts. */
export const traceCategories = [
  "-*",
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "disabled-by-default-v8.cpu_profiler",
  "blink.user_timing",
];

/** The part of Chromium's trace events that is read here. Source: "Trace Event Format", and DevTools' frontend. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly id?: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly data?: {
      readonly startTime?: number;
      readonly timeDeltas?: readonly number[];
      readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] };
    };
  };
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: { readonly functionName: string; readonly url?: string; readonly lineNumber?: number };
}

interface Sample {
  readonly at: number;
  readonly length: number;
  readonly script: string;
  readonly code: string;
}

/** Tasks of at least `least` milliseconds on the threads on which a script named like `script` ran. */
export function longTasks(trace: string, script: RegExp, least: number): readonly TracedTask[] {
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] };
  const tasks: TracedTask[] = [];
  for (const [id, samples] of samplesByThread(traceEvents)) {
    if (!samples.some((sample) => script.test(sample.script))) continue;
    let next = 0;
    const run = traceEvents
      .filter((event) => event.name === "RunTask" && threadOf(event) === id)
      .sort((a, b) => a.ts - b.ts);
    for (const { ts, dur = 0, tdur } of run) {
      while (next < samples.length && (samples[next] as Sample).at < ts) next++;
      const milliseconds = (tdur ?? dur) / 1000;
      if (milliseconds < least) continue;
      const byScript = new Map<string, number>();
      const byFunction = new Map<string, number>();
      // Samples count by the clock; a task that other processes held up took less than that.
      const scale = dur > 0 ? milliseconds / dur : 0;
      for (let i = next; i < samples.length && (samples[i] as Sample).at < ts + dur; i++) {
        const { at, length, script: url, code } = samples[i] as Sample;
        const spent = Math.min(length, ts + dur - at) * scale;
        byScript.set(url, (byScript.get(url) ?? 0) + spent);
        byFunction.set(code, (byFunction.get(code) ?? 0) + spent);
      }
      tasks.push({ at: ts / 1000, milliseconds, byScript, byFunction });
    }
  }
  return tasks.sort((a, b) => b.milliseconds - a.milliseconds);
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;

/** The samples of every profiled thread of a page, in the order of time. */
function samplesByThread(events: readonly TraceEvent[]): ReadonlyMap<string, readonly Sample[]> {
  const result = new Map<string, Sample[]>();
  for (const profile of events.filter(({ name }) => name === "Profile")) {
    const nodes = new Map<number, ProfileNode>();
    const samples: Sample[] = [];
    let at = profile.args?.data?.startTime ?? profile.ts;
    const chunks = events
      .filter(({ name, pid, id }) => name === "ProfileChunk" && pid === profile.pid && id === profile.id)
      .sort((a, b) => a.ts - b.ts);
    for (const { args } of chunks) {
      for (const node of args?.data?.cpuProfile?.nodes ?? []) nodes.set(node.id, node);
      const deltas = args?.data?.timeDeltas ?? [];
      (args?.data?.cpuProfile?.samples ?? []).forEach((id, i) => {
        at += deltas[i] ?? 0;
        samples.push({ at, length: 0, script: scriptOf(nodes, id), code: codeOf(nodes, id) });
      });
    }
    samples.sort((a, b) => a.at - b.at);
    const timed = samples.map((sample, i) => ({ ...sample, length: (samples[i + 1]?.at ?? sample.at) - sample.at }));
    const id = threadOf(profile);
    result.set(id, [...(result.get(id) ?? []), ...timed]);
  }
  return result;
}

/** The file for which the browser was busy: of a call into the browser, the caller's. */
function scriptOf(nodes: ReadonlyMap<number, ProfileNode>, id: number): string {
  for (let node = nodes.get(id); node; node = nodes.get(node.parent ?? -1))
    if (node.callFrame.url) return fileName(node.callFrame.url);
  return "";
}

function codeOf(nodes: ReadonlyMap<number, ProfileNode>, id: number): string {
  const { functionName = "", url = "", lineNumber = 0 } = nodes.get(id)?.callFrame ?? {};
  const caller = url ? "" : ` for ${scriptOf(nodes, id)}`;
  return `${fileName(url)}:${functionName}:${lineNumber + 1}${caller}`;
}

function fileName(url: string): string {
  return url.replace(/[?#].*$/, "").replace(/^.*\//, "");
}
