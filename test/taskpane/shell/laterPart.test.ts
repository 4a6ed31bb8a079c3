import { laterPart } from "../../../src/taskpane/shell/laterPart";

test("a part is fetched once and then kept", async () => {
  let fetched = 0;
  const part = laterPart("owners", async () => Promise.resolve({ times: ++fetched }));
  expect(part.here()).toBeNull();
  await part.fetch();
  await part.fetch();
  expect(part.here()).toEqual({ times: 1 });
});

test("a part that could not be fetched says so, and may be asked for again", async () => {
  const answers = [Promise.reject(new Error("Loading chunk owners failed.")), Promise.resolve("the place")];
  const part = laterPart("owners", async () => answers.shift()!);
  await expect(part.fetch()).rejects.toMatchObject({ code: "part-missing" });
  expect(part.here()).toBeNull();
  await expect(part.fetch()).resolves.toBe("the place");
});
