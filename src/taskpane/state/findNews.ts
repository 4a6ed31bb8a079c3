import type { Preview } from "../../actions/previewPlan";
import { stillAsRead } from "../../actions/stillAsRead";
import type { Loaded } from "./useLoaded";

/** Between two looks at whether a reading has ended. In milliseconds. */
const pause = 500;

/**
 * Whether the tables hold something else than what was read of them last. Looks again as long as something was heard that no
 * look has answered for.
 */
export async function findNews(unlooked: { current: boolean }, reading: () => Loaded<Preview>): Promise<boolean> {
  while (unlooked.current) {
    unlooked.current = false;
    if (await isNews(reading)) return true;
  }
  return false;
}

async function isNews(reading: () => Loaded<Preview>): Promise<boolean> {
  do await new Promise((again) => setTimeout(again, pause));
  while (reading().busy);
  const { value } = reading();
  if (value === null) return true;
  try {
    const same = await stillAsRead(value.plan, value.customers);
    // What was read anew meanwhile has to be looked at in its turn.
    return reading().value === value ? !same : await isNews(reading);
  } catch {
    return true; // What cannot be read any more was changed.
  }
}
