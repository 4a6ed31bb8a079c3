import { makeStyles, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";

import type { InspectedColumn } from "../../actions/inspectTable";
import { numericRoles } from "../../plan/guessRoles";
import { type Role, roleNames } from "../../plan/plan";
import { useWords } from "../words";

/** What a column is for, and why. */
export interface ColumnRole {
  readonly role: Role | null;
  /** Why the role was guessed, or null where it was chosen. */
  readonly by: "name" | "values" | null;
}

export interface RoleSelectProps {
  readonly column: InspectedColumn;
  readonly chosen: ColumnRole;
  readonly disabled: boolean;
  readonly onChoose: (role: Role | null) => void;
}

/** What a column is for, changed with one click. Without a role it says what the column looks like. */
export function RoleSelect({ column, chosen, disabled, onChoose }: RoleSelectProps): ReactElement {
  const styles = useStyles();
  const { data, roles } = useWords();
  const { name, looksLike } = column;
  const { role, by } = chosen;
  const why = role === null ? data.looksLikeWhy[looksLike] : reasons(roles)[by ?? "chosen"];
  const fits = roleNames.filter((each) => each === role || numericRoles.has(each) === (looksLike === "value"));
  return (
    <Select
      size="small"
      className={styles.select}
      aria-label={roles.of(name)}
      title={why}
      value={role ?? ""}
      disabled={disabled}
      onChange={(_, { value }) => onChoose(roleNames.find((each) => each === value) ?? null)}
    >
      <option value="">{data.looksLike[looksLike]}</option>
      {fits.map((each) => (
        <option key={each} value={each}>
          {roles.names[each]}
        </option>
      ))}
    </Select>
  );
}

function reasons(roles: ReturnType<typeof useWords>["roles"]): Readonly<Record<"name" | "values" | "chosen", string>> {
  return { name: roles.byName, values: roles.byValues, chosen: roles.chosen };
}

const useStyles = makeStyles({ select: { flexShrink: 0, maxWidth: "55%" } });
