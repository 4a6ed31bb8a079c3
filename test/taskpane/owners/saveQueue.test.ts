import type { Assignment } from "../../../src/actions/owners/assignOwner";
import { saveQueue } from "../../../src/taskpane/owners/saveQueue";

/** A queue whose saves end when the test says so. */
function held(): {
  readonly save: ReturnType<typeof saveQueue>;
  readonly begun: Assignment[];
  readonly end: (saved: boolean) => Promise<void>;
} {
  const begun: Assignment[] = [];
  let tell: (saved: boolean) => void = () => undefined;
  const save = saveQueue((assignment) => {
    begun.push(assignment);
    return new Promise((resolve) => (tell = resolve));
  });
  return {
    save,
    begun,
    end: async (saved) => {
      tell(saved);
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
}

const owner = (before: string, value: string, segment = "abc/a"): Assignment => ({
  segment,
  field: "owner",
  before,
  value,
});

test("fields are saved one after the other, in the order in which they were left", async () => {
  const { save, begun, end } = held();
  const ends = [save(owner("", "Ada")), save(owner("", "Bob", "abc/b")), save({ ...owner("", "x"), field: "note" })];
  expect(begun).toEqual([owner("", "Ada")]);
  await end(true);
  await end(false);
  await end(true);
  expect(begun.map(({ value }) => value)).toEqual(["Ada", "Bob", "x"]);
  expect(await Promise.all(ends)).toEqual([true, false, true]);
});

test("of several values typed during a save only the newest is written, over the one that was saved", async () => {
  const { save, begun, end } = held();
  const first = save(owner("", "A"));
  const others = ["Ad", "Ada", "Ada L."].map((value) => save(owner("", value)));
  await end(true);
  expect(begun).toEqual([owner("", "A"), owner("A", "Ada L.")]);
  await end(true);
  expect(await Promise.all([first, ...others])).toEqual([true, true, true, true]);
});

test("once the sheet was read again its value counts, and after a failed save the one before", async () => {
  const { save, begun, end } = held();
  void save(owner("", "Ada"));
  await end(true);
  void save(owner("Ada", "Bob"));
  await end(false);
  void save(owner("Grace", "Bob"));
  await end(true);
  expect(begun).toEqual([owner("", "Ada"), owner("Ada", "Bob"), owner("Grace", "Bob")]);
});
