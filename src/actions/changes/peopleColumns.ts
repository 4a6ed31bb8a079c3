import { guessRoles } from "../../plan/guessRoles";
import type { Plan } from "../../plan/plan";

/** The columns by which a list of customers can be read and filtered; null where there is none. */
export interface PeopleColumns {
  readonly name: string | null;
  readonly manager: string | null;
  readonly branch: string | null;
}

/** The columns that the plan names, and where it names none, those whose headers say so. */
export function peopleColumns({ roles, keyColumn }: Plan, columns: readonly string[]): PeopleColumns {
  const candidates = columns.map((name) => ({ name, numeric: false, values: [] }));
  const guessed = guessRoles(candidates, keyColumn);
  const found = (role: keyof PeopleColumns): string | null => {
    const named = roles[role];
    return named !== undefined && columns.includes(named) ? named : (guessed[role]?.column ?? null);
  };
  return { name: found("name"), manager: found("manager"), branch: found("branch") };
}

/** The names of those that there are. */
export function namesOf({ name, manager, branch }: PeopleColumns): readonly string[] {
  return [name, manager, branch].filter((column) => column !== null);
}
