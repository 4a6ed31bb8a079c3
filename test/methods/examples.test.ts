import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(__dirname, "../../src/methods");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

interface Example {
  readonly file: string;
  readonly call: string;
  readonly result: string;
}

/** Lines of the form ` * call(...); // => result` in the docstrings of a file. */
function examplesOf(file: string): Example[] {
  const lines = readFileSync(join(folder, file), "utf8").matchAll(/^ \* (\w+\(.*\)); \/\/ => (.+)$/gm);
  return [...lines].map(([, call = "", result = ""]) => ({ file, call, result }));
}

const plain = (value: unknown): unknown => (ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value);

test.each(files.flatMap(examplesOf))("the example $call in $file is true", ({ file, call, result }) => {
  const name = call.slice(0, call.indexOf("("));
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the file's name is known only here
  const methods = require(join(folder, file)) as Record<string, unknown>;
  const value: unknown = new Function(name, `return ${call}`)(methods[name]);
  expect(plain(value)).toEqual(new Function(`return ${result}`)());
});

test("every exported method has an example", () => {
  const without = files.filter((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    return text.includes("@param") && text.includes("@returns") && examplesOf(file).length === 0;
  });
  expect(without).toEqual([]);
});
