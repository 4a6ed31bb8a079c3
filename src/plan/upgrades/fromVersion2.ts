import { guessTemplate } from "../guessTemplate";
import { plainSettings } from "../plainSettings";

/** A plan of version 2 as version 3: one row per customer, and no column had a role. Anything else is returned as it is. */
export function fromVersion2(saved: unknown): unknown {
  const isSecond = typeof saved === "object" && saved !== null && "version" in saved && saved.version === 2;
  const { reading: _, ...settings } = plainSettings;
  return isSecond ? { ...saved, version: 3, template: guessTemplate(namesIn(saved)), ...settings } : saved;
}

/** The plan as saved is not checked yet: whatever texts its segmentations hold may be names of columns. */
function namesIn(saved: object): readonly string[] {
  const segmentations = "segmentations" in saved && Array.isArray(saved.segmentations) ? saved.segmentations : [];
  return segmentations
    .flatMap((each: unknown): unknown[] => (typeof each === "object" && each !== null ? Object.values(each) : []))
    .filter((value): value is string => typeof value === "string");
}
