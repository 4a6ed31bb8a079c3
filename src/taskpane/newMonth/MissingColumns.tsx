import { Field, Select, Subtitle2 } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { MonthMatch } from "../../actions/newMonth/matchMonth";
import { monthWords } from "../../text/month/monthWords";
import { usePaneLanguage } from "../words";

export interface MissingColumnsProps {
  readonly missing: MonthMatch["missing"];
  /** What was chosen for which of them; "" for nothing. */
  readonly chosen: Readonly<Record<string, string>>;
  /** The columns of the new table. */
  readonly columns: readonly string[];
  readonly disabled: boolean;
  readonly onChoose: (missing: string, column: string) => void;
}

/** Columns of the stored segmentations that the new table lacks: which of its columns they are now. */
export function MissingColumns({
  missing,
  chosen,
  columns,
  disabled,
  onChoose,
}: MissingColumnsProps): ReactElement | null {
  const words = monthWords(usePaneLanguage());
  if (missing.length === 0) return null;
  return (
    <>
      <Subtitle2 as="h4">{words.missing}</Subtitle2>
      {missing.map(({ column, of }) => (
        <Field key={column} label={words.missingFor(column, of)}>
          <Select value={chosen[column] ?? ""} disabled={disabled} onChange={(_, { value }) => onChoose(column, value)}>
            <option value="">{words.chooseColumn}</option>
            {columns.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </Field>
      ))}
    </>
  );
}
