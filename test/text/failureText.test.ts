import { failuresEn } from "../../src/text/failure/en";
import { failureText } from "../../src/text/failureText";
import { languages } from "../../src/text/language";
import type { FailureCode } from "../../src/failure";

const codes = Object.keys(failuresEn) as FailureCode[];

test.each(languages.flatMap((language) => codes.map((code) => [language, code] as const)))(
  "says in %s what happened and what to do about %s, calmly and without gaps",
  (language, code) => {
    const { what, next } = failureText(language, { code, message: "secret of the developers" });
    for (const text of [what, next]) {
      expect(text.length).toBeGreaterThan(3);
      expect(text).not.toMatch(/[!!]|undefined|\[object|secret of the developers/);
      expect(text).toMatch(/[.。]$/);
    }
  },
);

test("says where, as the workbook names it", () => {
  expect(failureText("en", { code: "sheet-protected", message: "", subject: "Clients" }).where).toBe("Clients");
  expect(failureText("zh", { code: "no-plan", message: "" }).where).toBeNull();
});

test("names both formats of a plan that is too new", () => {
  const failure = { code: "plan-too-new", message: "", detail: { found: 7, known: 1 } } as const;
  expect(failureText("en", failure).what).toMatch(/format 7; this one knows format 1/);
  expect(failureText("zh", failure).what).toMatch(/格式 7.*格式 1/);
});

test("names the columns that are not to be trusted", () => {
  const failure = { code: "rollback-failed", message: "", detail: { columns: ["Value tier", "Risk"] } } as const;
  expect(failureText("en", failure).what).toMatch(/Value tier, Risk/);
});

test("says why a run was rolled back, where the user can do something about it", () => {
  const failure = { code: "rolled-back", message: "", detail: { reason: "sheet-protected" } } as const;
  expect(failureText("en", failure)).toMatchObject({
    what: expect.stringMatching(/^The sheet is protected.*as it was before the run\.$/) as string,
    next: expect.stringMatching(/^Unprotect/) as string,
  });
  expect(failureText("en", { ...failure, detail: { reason: "unexpected" } }).what).toMatch(/^Something went wrong/);
});

test("names the first repeated key and its cells", () => {
  const detail = { count: 3, key: "10032", cells: ["Clients!A41", "Clients!A388"] };
  const failure = { code: "duplicate-key", message: "", subject: "Clients!A41", detail } as const;
  expect(failureText("en", failure).what).toBe(
    "Keys that stand in more than one row: 3; the first is 10032, in Clients!A41, Clients!A388.",
  );
  expect(failureText("zh", failure).what).toMatch(/10032.*Clients!A388/);
});
