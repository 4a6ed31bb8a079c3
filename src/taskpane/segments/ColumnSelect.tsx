import { Select } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { useWords } from "../words";

export interface ColumnSelectProps {
  /** Empty while none is chosen. */
  readonly value: string;
  readonly names: readonly string[];
  readonly disabled: boolean;
  /** What stands there while none is chosen, where it need not be a column of numbers. */
  readonly choose?: string;
  readonly onChange: (name: string) => void;
}

/**
 * The choice of a column. The present one is offered even where it is not among the likely ones. Whatever else a `Field`
 * gives its child ties the two together.
 */
export function ColumnSelect({ value, names, disabled, choose, onChange, ...field }: ColumnSelectProps): ReactElement {
  const { segments } = useWords();
  const offered = names.includes(value) ? names : [value, ...names];
  return (
    <Select {...field} value={value} disabled={disabled} onChange={(_, chosen) => onChange(chosen.value)}>
      {offered.map((name) => (
        <option key={name} value={name}>
          {name === "" ? (choose ?? segments.valueChoose) : name}
        </option>
      ))}
    </Select>
  );
}
