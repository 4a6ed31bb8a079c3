import { Field, Input, Select, Textarea } from "@fluentui/react-components";
import { type ReactElement, useId, useRef, useState } from "react";

import type { OwnerRow } from "../../actions/owners/readOwners";
import type { PeopleField, Status } from "../../register/register";
import { useWords } from "../words";

export interface OwnerFieldProps {
  readonly row: OwnerRow;
  readonly field: PeopleField;
  readonly disabled: boolean;
  /** KPIs that have a live figure. */
  readonly kpis: readonly string[];
  /** True where the sheet has no column for it. */
  readonly missing: boolean;
  /** Saves what a person entered; true if it stands in the sheet. */
  readonly onSave: (field: PeopleField, before: string | number, value: string | number) => Promise<boolean>;
}

/** What a person typed, over what stood there then, and whether it is saved. */
interface Draft {
  readonly text: string;
  readonly over: string;
  readonly saved: boolean;
}

/** One field of a segment. It is saved when a person leaves it, and says so. */
export function OwnerField({ row, field, disabled, kpis, missing, onSave }: OwnerFieldProps): ReactElement {
  const { owners } = useWords();
  const list = useId();
  const [draft, setDraft] = useState<Draft | null>(null);
  const newest = useRef("");
  const [end, setEnd] = useState<"saving" | "saved" | "notSaved" | null>(null);
  const before = row.values[field] ?? "";
  const isDay = field === "due" || field === "nextReview";
  const unfit = isUnfit(row, field);
  const stands = field === "status" ? (row.status ?? "") : unfit ? "" : String(before);
  // What was saved is shown until the sheet has been read again: only then it stands there.
  const typed = draft !== null && !(draft.saved && draft.over !== stands) ? draft.text : null;
  const shown = typed ?? stands;

  async function save(text: string): Promise<void> {
    const value = valueOf(field, text);
    const isSaved = draft?.saved === true && typed === text;
    if (isSaved || (String(value) === stands && end !== "saving") || (unfit && text === "")) {
      if (!isSaved) setDraft(null);
      return;
    }
    newest.current = text;
    setEnd("saving");
    const saved = await onSave(field, before, value);
    // What somebody typed meanwhile is theirs to go on with, and is saved when they leave the field.
    if (newest.current !== text) return;
    setEnd(saved ? "saved" : "notSaved");
    if (saved) setDraft({ text, over: stands, saved });
  }

  const hint = missing ? owners.noColumn : unfit ? owners.inSheet(String(before)) : undefined;
  const common = { value: shown, disabled: disabled || missing };
  const edit = (text: string): void => {
    newest.current = text;
    setDraft({ text, over: stands, saved: false });
    setEnd(null);
  };
  return (
    <>
      <Field
        label={owners.fields[field]}
        {...(hint === undefined ? {} : { hint })}
        validationState={end === "notSaved" ? "error" : end === "saved" ? "success" : "none"}
        validationMessage={end === null ? null : owners[end]}
      >
        {field === "status" ? (
          <Select
            {...common}
            onChange={(_, { value }) => {
              edit(value);
              void save(value);
            }}
          >
            <option value="">{owners.noStatus}</option>
            {(Object.keys(owners.statuses) as Status[]).map((status) => (
              <option key={status} value={status}>
                {owners.statuses[status]}
              </option>
            ))}
          </Select>
        ) : field === "objective" || field === "note" ? (
          <Textarea
            {...common}
            maxLength={2000}
            onChange={(_, { value }) => edit(value)}
            onBlur={() => void save(shown)}
          />
        ) : (
          <Input
            {...common}
            {...(field === "kpi" ? { list } : {})}
            type={isDay ? "date" : "text"}
            maxLength={255}
            onChange={(_, { value }) => edit(value)}
            onBlur={() => void save(shown)}
          />
        )}
      </Field>
      {field === "kpi" && (
        <datalist id={list}>
          {kpis.map((kpi) => (
            <option key={kpi} value={kpi} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** What no field of this kind can show is said below it, and stays until somebody enters something else. */
function isUnfit({ status, values }: OwnerRow, field: PeopleField): boolean {
  if (field === "status") return status === null && values.status !== undefined;
  const isDay = field === "due" || field === "nextReview";
  return isDay && !/^(\d{4}-\d{2}-\d{2})?$/.test(String(values[field] ?? ""));
}

/** A plain number of a baseline or a target is a number in the sheet, so that formulas can use it. */
function valueOf(field: PeopleField, text: string): string | number {
  const trimmed = text.trim();
  const isAmount = (field === "baseline" || field === "target") && /^-?\d{1,15}(\.\d+)?$/.test(trimmed);
  return isAmount ? Number(trimmed) : trimmed;
}
