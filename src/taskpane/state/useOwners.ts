import { useState } from "react";

import type { Assignment } from "../../actions/owners/assignOwner";
import { type Owners, readOwners } from "../../actions/owners/readOwners";
import type { FailureData } from "../../failure";
import { saveQueue } from "../owners/saveQueue";
import { writingPart } from "../write/writingPart";
import { readPreference } from "./keptPreference";
import { type Loaded, useLoaded } from "./useLoaded";
import { useTask } from "./useTask";

/** Who answers for what, as the Owners sheet says it, and the saving of one field. */
export interface OwnersInPane {
  readonly loaded: Loaded<Owners>;
  /** Why the last field was not saved. */
  readonly failure: FailureData | null;
  /** Saves one field, after those that are being saved; true if it stands in the sheet. */
  readonly save: (assignment: Assignment) => Promise<boolean>;
}

/** Reads the Owners sheet, and writes to it field by field. */
export function useOwners(): OwnersInPane {
  const loaded = useLoaded({ subject: "owners", load: () => readOwners(new Date()) });
  const task = useTask<"save">();

  async function saveNow(assignment: Assignment): Promise<boolean> {
    const mark = { by: readPreference("person") ?? "", at: new Date().toISOString() };
    const saved = await task.start("save", async () => {
      const { assignOwner } = await writingPart.fetch();
      await assignOwner(assignment, mark);
    });
    loaded.reload();
    return saved;
  }

  const [save] = useState(() => saveQueue(saveNow));
  return { loaded, failure: task.failure, save };
}
