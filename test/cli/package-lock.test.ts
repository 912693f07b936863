import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

test("package-lock.json holds the packages of every platform: npm ci refuses it otherwise, on all of them", () => {
  const file = readFileSync(join(__dirname, "../../package-lock.json"), "utf8");
  const { packages } = JSON.parse(file) as { packages: Readonly<Record<string, LockedPackage>> };
  const locked = new Set(Object.keys(packages).map((path) => path.split("node_modules/").pop()));
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !locked.has(name))
      .map((name) => `${path} wants ${name}`),
  );
  expect(missing).toEqual([]);
});
