import { useSyncExternalStore } from "react";

/** Whether to draw light on dark: as Excel says, and as the system prefers where Excel does not say. */
export function useDarkTheme(officeSays: boolean | null): boolean {
  const systemPrefers = useSyncExternalStore(watchSystem, systemIsDark);
  return officeSays ?? systemPrefers;
}

const preference = (): MediaQueryList => window.matchMedia("(prefers-color-scheme: dark)");

function systemIsDark(): boolean {
  return preference().matches;
}

function watchSystem(changed: () => void): () => void {
  const watched = preference();
  watched.addEventListener("change", changed);
  return () => watched.removeEventListener("change", changed);
}
