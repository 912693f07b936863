import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";

const root = resolve(__dirname, "../..");
const tracked = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" }).split("\n").filter(Boolean);
const sources = tracked.filter((path) => /\.(ts|mjs|js|py)$/.test(path));

function lines(path: string): string[] {
  return readFileSync(resolve(root, path), "utf8").split("\n");
}

describe("the repository", () => {
  test("holds no absolute path of a machine", () => {
    const machinePath = /(^|[^A-Za-z0-9_.}])\/(work|root|tmp|home)\/[A-Za-z.]/;
    const found = sources
      .filter((path) => path !== "test/structure/repository.test.ts")
      .flatMap((path) => lines(path).flatMap((line, i) => (machinePath.test(line) ? [`${path}:${i + 1}`] : [])));
    expect(found).toEqual([]);
  });

  test("has small files: half of the sources under 80 lines", () => {
    const sizes = sources
      .filter((path) => !path.startsWith("test/"))
      .map((path) => lines(path).length)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)] ?? 0).toBeLessThan(80);
  });

  test("names every direct dependency with a reason in docs/dependencies.md", () => {
    const manifest: { dependencies: object; devDependencies: object } = JSON.parse(
      readFileSync(resolve(root, "package.json"), "utf8"),
    );
    const documented = readFileSync(resolve(root, "docs/dependencies.md"), "utf8");
    const missing = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      (name) => !documented.includes(`\`${name}\``),
    );
    expect(missing).toEqual([]);
  });

  test("pins every dependency to one version", () => {
    const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } = JSON.parse(
      readFileSync(resolve(root, "package.json"), "utf8"),
    );
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
