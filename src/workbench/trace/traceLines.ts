import { ActionType, PathType, type Action, type RequestBody } from "../../host/protocol";

/**
 * A request body as readable lines, one per action that does something. Object paths become the chain of calls that
 * a developer wrote; long arguments are cut.
 *
 * @param limit - lines at most
 */
export function traceLines(body: RequestBody, limit: number): { lines: string[]; more: number } {
  const spoken = body.Actions.filter(
    (action) => action.ActionType !== ActionType.Instantiate && !isHousekeeping(action),
  );
  const lines = spoken.slice(0, limit).map((action) => lineOf(action, body.ObjectPaths));
  return { lines, more: spoken.length - lines.length };
}

function isHousekeeping({ ActionType: type, Name }: Action): boolean {
  return type === ActionType.Trace || Name === "_KeepReference" || Name === "_RemoveReference";
}

function lineOf(action: Action, paths: RequestBody["ObjectPaths"]): string {
  const object = pathText(String(action.ObjectPathId), paths);
  const values = argumentText(action.ArgumentInfo?.Arguments);
  switch (action.ActionType) {
    case ActionType.Query:
      return `${object}: load ${action.QueryInfo?.Select?.join(", ") ?? "all"}`;
    case ActionType.Method:
      return `${object}.${lowerFirst(action.Name)}(${values})`;
    case ActionType.SetProperty:
      return `${object}.${lowerFirst(action.Name)} = ${values}`;
    default:
      return `${object}: action ${action.ActionType}`;
  }
}

function pathText(id: string, paths: RequestBody["ObjectPaths"], depth = 0): string {
  const path = paths[id];
  if (!path || depth > 20) return "?";
  const parent =
    path.ParentObjectPathId === undefined ? "" : pathText(String(path.ParentObjectPathId), paths, depth + 1);
  const dotted = parent === "" ? "" : `${parent}.`;
  const name = path.Name ?? "";
  const values = argumentText(path.ArgumentInfo?.Arguments);
  switch (path.ObjectPathType) {
    case PathType.Global:
      return "context";
    case PathType.New:
      return `new ${name}`;
    case PathType.Method:
      return `${dotted}${lowerFirst(name)}(${values})`;
    case PathType.Property:
      return `${dotted}${lowerFirst(name)}`;
    case PathType.Indexer:
      return `${parent}[${values}]`;
    default:
      return path.ObjectPathType === PathType.Reference ? `range ${name}` : "null";
  }
}

const longest = 60;

function argumentText(values: readonly unknown[] | null | undefined): string {
  return (values ?? []).map(shortened).join(", ");
}

function shortened(value: unknown): string {
  if (Array.isArray(value) && Array.isArray(value[0]))
    return `[${value.length} × ${(value[0] as unknown[]).length} values]`;
  const text = (JSON.stringify(value) as string | undefined) ?? "";
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function lowerFirst(name = ""): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
