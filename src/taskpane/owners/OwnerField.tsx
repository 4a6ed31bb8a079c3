import { Field, Input, Select, Textarea } from "@fluentui/react-components";
import { type ReactElement, useId } from "react";

import type { OwnerRow } from "../../actions/owners/readOwners";
import type { PeopleField, Status } from "../../register/register";
import { useWords } from "../words";
import { useDraft } from "./useDraft";

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

/** One field of a segment. It is saved when a person leaves it, and says so. */
export function OwnerField({ row, field, disabled, kpis, missing, onSave }: OwnerFieldProps): ReactElement {
  const { owners } = useWords();
  const list = useId();
  const before = row.values[field] ?? "";
  const isDay = field === "due" || field === "nextReview";
  const unfit = isUnfit(row, field);
  const stands = field === "status" ? (row.status ?? "") : unfit ? "" : String(before);
  const { shown, end, edit, save } = useDraft(
    stands,
    (text) => String(valueOf(field, text)) === stands,
    (text) => onSave(field, before, valueOf(field, text)),
  );
  const hint = missing ? owners.noColumn : unfit ? owners.inSheet(String(before)) : undefined;
  const common = { value: shown, disabled: disabled || missing };
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
