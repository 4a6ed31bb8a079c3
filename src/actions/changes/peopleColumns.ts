import type { Plan } from "../../plan/plan";

/** The columns by which a list of customers can be read and filtered; null where there is none. */
export interface PeopleColumns {
  readonly name: string | null;
  readonly manager: string | null;
  readonly branch: string | null;
}

const usual: Readonly<Record<keyof PeopleColumns, RegExp>> = {
  name: /^(client|customer|company|borrower)( name)?$|name$|名称|姓名|户名/iu,
  manager: /manager|officer|\brm\b|account executive|客户经理|经办人/iu,
  branch: /branch|office$|outlet|经办机构|机构|支行|分行|网点/iu,
};

/** The columns that the plan names, and where it names none, those whose headers say so. */
export function peopleColumns({ roles, keyColumn }: Plan, columns: readonly string[]): PeopleColumns {
  const found = (role: keyof PeopleColumns): string | null => {
    const named = roles[role];
    if (named !== undefined && columns.includes(named)) return named;
    return columns.find((column) => column !== keyColumn && usual[role].test(column)) ?? null;
  };
  return { name: found("name"), manager: found("manager"), branch: found("branch") };
}
