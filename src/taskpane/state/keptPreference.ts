/** What the pane remembers about its user on this computer; nothing depends on it. */
export type PreferenceName = "language" | "person";

/** A remembered preference, or null: also where the browser allows no storage. */
export function readPreference(name: PreferenceName): string | null {
  try {
    return localStorage.getItem(`tierbook.${name}`);
  } catch {
    return null;
  }
}

/** Remembers a preference where the browser allows it. */
export function keepPreference(name: PreferenceName, value: string): void {
  try {
    localStorage.setItem(`tierbook.${name}`, value);
  } catch {
    // Blocked storage costs a user one field to fill in again, so it is no failure.
  }
}

/** Who works here, as typed before the last run; empty if not stated. */
export function keptPerson(): string {
  return readPreference("person") ?? "";
}
