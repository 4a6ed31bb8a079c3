import { roleWords } from "../roleWords";

/** The pane's words for templates, units and what columns are for, in English. */
export const rolesEn = {
  names: roleWords.en as Readonly<Record<keyof typeof roleWords.en, string>>,
  of: (column: string): string => `What ${column} is for`,
  byName: "Guessed from the column’s name. Choose another meaning if it is wrong.",
  byValues: "Guessed from what its cells say. Choose another meaning if it is wrong.",
  chosen: "As the plan says.",
  hint: "What a column is for decides what the sheets can tell: say so where the guess is wrong.",
  missing: (role: string, column: string): string =>
    `${role} was “${column}”, which this table does not have. Say below which column it is now, or leave it out.`,
  leaveOut: "Leave it out",
  leaveOutOf: (role: string): string => `Leave ${role} out`,
  template: "Your customers",
  templates: { lending: "Loan clients", retail: "Retail customers" },
  templateHint: "Decides names, questions and the columns of the Segments sheet.",
  questions: {
    exposure: {
      asks: "Where is our exposure?",
      means: "Value tiers by what clients owe: the largest that together make up 80 %, and so on.",
      lacks: "The table has no column of numbers.",
    },
    earnings: {
      asks: "Who earns us most?",
      means: "Value tiers by margin: the clients that together bring 80 % of it, and so on.",
      lacks: "No column is marked as margin. Mark one under Data, in the list of columns.",
    },
    worth: {
      asks: "Who is worth most?",
      means: "Value tiers: the largest customers that together make up 80 %, and so on.",
      lacks: "The table has no column of numbers.",
    },
  },
  unit: "Unit of amounts",
  unitHint: "Such as “CNY k”. Stated once per sheet; no amount is converted.",
};
