import { Field, Input } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

export interface LimitFieldProps<Limit> {
  readonly label: string;
  /** Null for an open end. */
  readonly value: Limit | null;
  /** What a typed text means. */
  readonly read: (typed: string) => Limit;
  /** How a limit is written that nobody typed here. */
  readonly write: (value: Limit) => string;
  /** How what was typed is understood; left out where that goes without saying. */
  readonly hint?: string | undefined;
  readonly inputMode?: "decimal";
  readonly onChange: (value: Limit | null) => void;
}

/** A limit as it is typed: what is typed stays on view as long as it is what the limit is. */
export function LimitField<Limit extends number | string>(props: LimitFieldProps<Limit>): ReactElement {
  const { label, value, read, write, hint, inputMode, onChange } = props;
  const [typed, setTyped] = useState("");
  const limitOf = (text: string): Limit | null => (text.trim() === "" ? null : read(text));
  const shown = Object.is(limitOf(typed), value) ? typed : value === null ? "" : write(value);
  return (
    <Field label={label} size="small" {...(hint !== undefined && { hint })}>
      <Input
        style={{ width: "100%", minWidth: 0 }}
        {...(inputMode && { inputMode })}
        value={shown}
        onChange={(_, chosen) => {
          setTyped(chosen.value);
          onChange(limitOf(chosen.value));
        }}
      />
    </Field>
  );
}
