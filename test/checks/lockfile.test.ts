import { readFileSync } from "node:fs";
import { join } from "node:path";

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const root = join(__dirname, "../..");
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), "utf8"));
const lock = read("package-lock.json") as { readonly packages: Readonly<Record<string, LockedPackage>> };
const project = read("package.json") as Readonly<
  Record<"dependencies" | "devDependencies" | "optionalDependencies", Record<string, string>>
>;
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");

test("names no registry, so that everyone installs from their own", () => {
  expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
});

test("carries a checksum for every package", () => {
  expect(packages.filter(([, { integrity, link }]) => integrity === undefined && !link).map(([path]) => path)).toEqual(
    [],
  );
});

// A lock made while a platform's binary is not yet published misses it, and `npm ci` dies on that platform alone.
test("holds the native binaries of every platform", () => {
  const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => {
        const places = path.split("/node_modules/").map((_, depth, steps) => steps.slice(0, depth + 1));
        return ![
          ...places.map((steps) => `${steps.join("/node_modules/")}/node_modules/${name}`),
          `node_modules/${name}`,
        ].some((place) => place in lock.packages);
      })
      .map((name) => `${name}, which ${path} names`),
  );
  expect(missing).toEqual([]);
});

test("pins what package.json asks for, to the very version", () => {
  const asked = { ...project.dependencies, ...project.devDependencies, ...project.optionalDependencies };
  const loose = Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  expect(loose).toEqual([]);
  const other = Object.entries(asked).filter(
    ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
  );
  expect(other).toEqual([]);
});
