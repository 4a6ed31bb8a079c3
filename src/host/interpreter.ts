import { HostError, httpStatus, type HostErrorCode } from "./errors";
import { classes } from "./objects/classes";
import type { HostObject, ObjectClass } from "./objects/objectClass";
import { object, notFound } from "./objects/objectClass";
import { queried } from "./query";
import {
  ActionType,
  PathType,
  type Action,
  type ActionResult,
  type ArgumentInfo,
  type ObjectPath,
  type RequestBody,
  type ResponseBody,
} from "./protocol";
import type { Session } from "./session";

/** One request under way: each path is reached once and keeps its object. */
interface Batch {
  readonly session: Session;
  readonly paths: Readonly<Record<string, ObjectPath>>;
  readonly reached: Map<number, HostObject | null>;
}

/**
 * Executes a request's actions in order and stops at the first that fails. What came before stays applied:
 * Office.js has no transactions. [D]
 *
 * @param until - how many actions to execute; all, unless a fault is played
 * @param pause - somebody looks at the workbook once so many actions are done
 */
export function interpret(
  session: Session,
  body: RequestBody,
  until = body.Actions.length,
  pause?: { readonly at: number; look(): void },
): ResponseBody {
  const batch: Batch = { session, paths: body.ObjectPaths, reached: new Map() };
  const results: ActionResult[] = [];
  const traces: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    if (index >= until) break;
    if (index === pause?.at) pause.look();
    try {
      if (action.ActionType === ActionType.Trace) {
        traces.push(action.Id);
        // The client adds its event handlers when it sees the result of the trace behind the registration.
        results.push({ ActionId: action.Id, Value: null });
      } else {
        const value = executed(batch, action);
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
      }
    } catch (error) {
      return { Results: results, TraceIds: traces, Error: responseError(batch, action, index, error) };
    }
  }
  return { Results: results, TraceIds: traces };
}

/** True for an action that may change the workbook; faults and read-only books tell them apart. */
export function isChange(body: RequestBody, action: Action): boolean {
  if (action.ActionType === ActionType.SetProperty || action.ActionType === ActionType.Update)
    return !harmlessSets.has(action.Name ?? "");
  if (action.ActionType === ActionType.Method) return changes(action.Name ?? "");
  const path = body.ObjectPaths[String(action.ObjectPathId)];
  return (
    action.ActionType === ActionType.Instantiate && path?.ObjectPathType === PathType.Method && changes(path.Name ?? "")
  );
}

const harmlessSets = new Set(["EnableEvents", "CalculationMode"]);

function changes(method: string): boolean {
  return !/^(_|Get|Find|Select$|Activate$|Calculate$|Suspend|Notify)/.test(method);
}

function executed(batch: Batch, action: Action): unknown {
  const { session } = batch;
  const target = reach(batch, action.ObjectPathId);
  switch (action.ActionType) {
    case ActionType.Instantiate:
      return target === null ? null : (classOf(target).identity?.(target.of as never, session) ?? {});
    case ActionType.Query:
    case ActionType.RecursiveQuery:
    case ActionType.QueryAsJson:
      return target === null ? null : queried(session, target, action.QueryInfo ?? {});
    case ActionType.SetProperty:
      setProperty(batch, target, action);
      return undefined;
    case ActionType.Method:
      return invoked(batch, target, action);
    default:
      return missing(session, `action type ${action.ActionType}`);
  }
}

function setProperty(batch: Batch, target: HostObject | null, action: Action): void {
  const { session } = batch;
  const name = action.Name ?? "";
  if (target === null) throw nullObject(name);
  const set = classOf(target).sets?.[name] ?? missing(session, `${target.kind}.${name} =`);
  refuseIfReadOnly(session, !harmlessSets.has(name));
  refuseBehind(session, target, name);
  set(target.of as never, resolvedArguments(batch, action.ArgumentInfo)[0], session);
}

function invoked(batch: Batch, target: HostObject | null, action: Action): unknown {
  const { session } = batch;
  const name = action.Name ?? "";
  if (target === null) {
    // A tracked null object is asked to keep its reference before the client knows that it is null.
    if (name === "_KeepReference") return null;
    throw nullObject(name);
  }
  const method = classOf(target).actions?.[name] ?? missing(session, `${target.kind}.${name}()`);
  refuseIfReadOnly(session, changes(name));
  refuseBehind(session, target, name);
  const value = method(target.of as never, resolvedArguments(batch, action.ArgumentInfo), session);
  return value === undefined ? null : value;
}

/** The object a path names; null is a null object, and whatever is reached through one is null too. [K] P37 */
function reach(batch: Batch, id: number): HostObject | null {
  const known = batch.reached.get(id);
  if (known === null) return null;
  if (known !== undefined) {
    if (!isAlive(batch.session, known)) throw notFound(`a deleted ${known.kind}`);
    return known;
  }
  const path = batch.paths[String(id)];
  if (!path) throw new HostError("InvalidArgument", `object path ${id} is not in the request`);
  const found = follow(batch, path);
  batch.reached.set(id, found);
  return found;
}

function follow(batch: Batch, path: ObjectPath): HostObject | null {
  const { session } = batch;
  const name = path.Name ?? "";
  switch (path.ObjectPathType) {
    case PathType.Global:
      return object("Workbook", session.book);
    case PathType.Null:
      return null;
    case PathType.Reference: {
      const kept = session.kept.get(name);
      if (!kept) throw notFound(`reference ${name}`);
      return object("Range", kept);
    }
    case PathType.New:
      return name.endsWith("AddinInternalService")
        ? object("InternalService", session.book)
        : missing(session, `new ${name}`);
    default:
      break;
  }
  const parent = reach(batch, path.ParentObjectPathId ?? 0);
  if (parent === null) return null;
  const cls = classOf(parent);
  if (path.ObjectPathType === PathType.Property) {
    refuseBehind(session, parent, name);
    return (cls.navigation?.[name] ?? missing(session, `${parent.kind}.${name}`))(parent.of as never, session);
  }
  const args = resolvedArguments(batch, path.ArgumentInfo);
  if (path.ObjectPathType === PathType.Indexer) {
    return (cls.indexer ?? missing(session, `${parent.kind}[]`))(parent.of as never, args[0], session);
  }
  const method = cls.methods?.[name] ?? missing(session, `${parent.kind}.${name}()`);
  refuseIfReadOnly(session, changes(name));
  refuseBehind(session, parent, name);
  return method(parent.of as never, args, session);
}

function resolvedArguments(batch: Batch, info: ArgumentInfo | undefined): readonly unknown[] {
  const args = info?.Arguments ?? [];
  const references = info?.ReferencedObjectPathIds;
  if (!references) return args;
  return args.map((argument, i) => resolvedArgument(batch, argument, references[i]));
}

function resolvedArgument(batch: Batch, argument: unknown, reference: unknown): unknown {
  if (typeof reference === "number" && reference > 0) return reach(batch, reference);
  if (Array.isArray(argument) && Array.isArray(reference))
    return argument.map((item, i) => resolvedArgument(batch, item, reference[i]));
  return argument;
}

function classOf(target: HostObject): ObjectClass<never> {
  return classes[target.kind];
}

function isAlive(session: Session, target: HostObject): boolean {
  return classOf(target).alive?.(target.of as never, session) ?? true;
}

/** An operation the host does not play: listed, and refused. It is never answered with a silent success. */
function missing(session: Session, operation: string): never {
  if (!session.missing.includes(operation)) session.missing.push(operation);
  throw new HostError("ApiNotFound", `The API you are trying to use could not be found: ${operation}.`);
}

/** [K] P37 Excel's answer when something is asked of a null object other than whether it is null. */
function nullObject(name: string): HostError {
  return new HostError("ItemNotFound", `The requested resource doesn't exist (${name} of a null object).`);
}

function refuseIfReadOnly(session: Session, change: boolean): void {
  if (change && session.book.readOnly)
    throw new HostError("AccessDenied", "You cannot perform the requested operation: the workbook is read-only.");
}

/** What Excel refuses while another workbook is in front, by class and member, with the code of its refusal. */
const needsFront: Readonly<Record<string, HostErrorCode>> = {
  // [I] H4 office-js#6365
  "Worksheet.Names": "InvalidSelection",
  // [I] H4 office-js#561, #5319
  "Workbook.GetActiveCell": "InvalidSelection",
  "Workbook.GetSelectedRange": "InvalidSelection",
  // [D] "Troubleshoot Excel add-ins": APIs that fail when the active workbook switches; [I] H4 office-js#771
  "Workbook.GetSelectedRanges": "InvalidSelection",
  "Worksheet.Delete": "InvalidSelection",
  "Chart.Activate": "GeneralException",
  "Range.Select": "GeneralException",
  "Table.ClearFilters": "GeneralException",
  // [K] H4 the filter of one column is taken for the filters of all
  "Filter.Clear": "GeneralException",
  "WorksheetCollection.Add": "GeneralException",
  "Worksheet.Activate": "GeneralException",
  "Worksheet.Gridlines": "GeneralException",
  "WorksheetFreezePanes.FreezeAt": "GeneralException",
  "WorksheetFreezePanes.FreezeColumns": "GeneralException",
  "WorksheetFreezePanes.FreezeRows": "GeneralException",
  "WorksheetFreezePanes.Unfreeze": "GeneralException",
};

function refuseBehind(session: Session, target: HostObject, name: string): void {
  const code = session.behind ? needsFront[`${target.kind}.${name}`] : undefined;
  if (code !== undefined) throw new HostError(code, "The current selection is invalid for this operation.");
}

function responseError(batch: Batch, action: Action, index: number, error: unknown): ResponseBody["Error"] & object {
  // A fault of the host itself must not pass for an answer of Excel's.
  if (!(error instanceof HostError)) throw error;
  const kind = batch.reached.get(action.ObjectPathId)?.kind ?? "";
  const name = action.Name || batch.paths[String(action.ObjectPathId)]?.Name || "";
  const location = name === "" ? kind : `${kind}.${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
  return {
    Code: error.code,
    Message: error.message,
    Location: location,
    ActionIndex: index,
    HttpStatusCode: httpStatus(error.code),
  };
}
