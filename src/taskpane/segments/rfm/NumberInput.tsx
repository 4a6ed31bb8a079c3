import { Input } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";

import { numberOf } from "../planForm";

export interface NumberInputProps {
  readonly label: string;
  /** NaN while what is typed is no number. */
  readonly value: number;
  readonly wrong: string | undefined;
  readonly onChange: (value: number) => void;
}

/** A number as it is typed: what is typed stays on view as long as it is what the number is. */
export function NumberInput({ label, value, wrong, onChange }: NumberInputProps): ReactElement {
  const [typed, setTyped] = useState("");
  const shown = Object.is(numberOf(typed), value) ? typed : Number.isNaN(value) ? "" : String(value);
  return (
    <Input
      size="small"
      inputMode="decimal"
      style={{ width: "100%", minWidth: 0 }}
      aria-label={wrong === undefined ? label : `${label}: ${wrong}`}
      aria-invalid={wrong !== undefined}
      value={shown}
      onChange={(_, chosen) => {
        setTyped(chosen.value);
        onChange(numberOf(chosen.value));
      }}
    />
  );
}
