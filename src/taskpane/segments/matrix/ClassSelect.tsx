import { Select } from "@fluentui/react-components";
import type { ReactElement } from "react";

import { useWords } from "../../words";
import type { MatrixForm } from "../planForm";

export interface ClassSelectProps {
  readonly classes: MatrixForm["classes"];
  /** The class's id; null for no policy. */
  readonly value: string | null;
  /** Spoken: what the choice is for. */
  readonly label: string;
  readonly disabled: boolean;
  readonly onChange: (to: string | null) => void;
}

/** The choice of a policy class, or of none. */
export function ClassSelect({ classes, value, label, disabled, onChange }: ClassSelectProps): ReactElement {
  const { matrix } = useWords();
  return (
    <Select
      size="small"
      aria-label={label}
      title={label}
      value={value ?? ""}
      disabled={disabled}
      onChange={(_, chosen) => onChange(chosen.value === "" ? null : chosen.value)}
    >
      <option value="">{matrix.noPolicy}</option>
      {classes.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
