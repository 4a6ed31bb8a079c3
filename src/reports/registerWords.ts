import type { RegisterField, RegisterWords, Status } from "../register/register";
import { languages } from "../text/language";
import { formerOwnerHeaders, ownerHeaders, ownerInPlan, ownerStatuses } from "../text/ownerWords";

// Not by way of all the words of the sheets: the pane needs these few as it opens.
const owners = languages.map((language) => ({
  headers: ownerHeaders[language],
  statuses: ownerStatuses[language],
  inPlan: ownerInPlan[language],
}));

function inAll<Key extends string>(
  pick: (words: (typeof owners)[number]) => Readonly<Record<Key, string>>,
): Readonly<Record<Key, readonly string[]>> {
  const keys = Object.keys(pick(owners[0] as (typeof owners)[number])) as Key[];
  return Object.fromEntries(keys.map((key) => [key, owners.map((words) => pick(words)[key])])) as unknown as Readonly<
    Record<Key, readonly string[]>
  >;
}

const formerHeaders = languages.map((language): Partial<Readonly<Record<RegisterField, string>>> => {
  return formerOwnerHeaders[language];
});
const renamed = [...new Set(formerHeaders.flatMap((headers) => Object.keys(headers) as RegisterField[]))];

/** The words of the Owners sheet in every language, so that a sheet is understood whatever language it was made in. */
export const registerWords: RegisterWords = {
  headers: inAll<RegisterField>(({ headers }) => headers),
  formerHeaders: Object.fromEntries(
    renamed.map((field) => [field, formerHeaders.map((headers) => headers[field] ?? "")]),
  ),
  statuses: inAll<Status>(({ statuses }) => statuses),
  notInPlan: owners.map(({ inPlan }) => inPlan.no),
};
