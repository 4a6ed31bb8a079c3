import type { Session } from "../session";

/** Actions that register and unregister one event for a target. */
export function eventActions<T>(
  events: Readonly<Record<string, number>>,
  target: (of: T) => string,
): Record<string, (of: T, args: readonly unknown[], session: Session) => null> {
  const actions: Record<string, (of: T, args: readonly unknown[], session: Session) => null> = {};
  for (const [name, type] of Object.entries(events)) {
    actions[`_Register${name}Event`] = (of, _, { registered }) => {
      registered.add(`${type} ${target(of)}`);
      return null;
    };
    actions[`_Unregister${name}Event`] = (of, _, { registered }) => {
      registered.delete(`${type} ${target(of)}`);
      return null;
    };
  }
  return actions;
}
