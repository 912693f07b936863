import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import boundaries from "../../boundaries.json";

const root = resolve(__dirname, "../..");

interface Packed {
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

let packed: Packed;
let paths: readonly string[];
beforeAll(() => {
  const answer = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  [packed = { size: 0, files: [] }] = JSON.parse(answer) as Packed[];
  paths = packed.files.map(({ path }) => path);
});

describe("the package's tarball", () => {
  test("holds no test, bench, sample zone, reference service, build setting or dot file", () => {
    const unwanted =
      /(^|\/)\.|^(test|bench|zone|docs|coverage)\/|\.test\.ts$|^workloads\/services\/|__pycache__|\.tgz$/;
    expect(paths.filter((path) => unwanted.test(path))).toEqual([]);
    expect(paths.filter((path) => !path.includes("/")).sort()).toEqual([
      "LICENSE",
      "README.md",
      "index.ts",
      "landfall.mjs",
      "main.ts",
      "package.json",
    ]);
  });

  test("holds every source of every folder but the reference services and what writes schemas and the universe", () => {
    const sources = Object.keys(boundaries)
      .filter((folder) => existsSync(join(root, folder)))
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
      )
      .filter((path) => /\.(ts|mjs|py|txt|json)$/.test(path))
      .filter((path) => !path.startsWith("workloads/services/"));
    expect(sources.filter((path) => !paths.includes(path)).sort()).toEqual([
      "declaration/generate-schemas.ts",
      "engine/universe/compact-service.ts",
      "engine/universe/generate-universe.ts",
      "engine/universe/universe-of-package.ts",
    ]);
  });

  test("holds the template, and the schemas that editors check a zone by", () => {
    expect(paths).toContain("template/zone/landing-zone.yaml");
    expect(paths).toContain("template/gitignore");
    expect(paths).toContain("schemas/account.json");
  });

  test("is under 1.5 MB, the actions of AWS among them", () => {
    expect(packed.size).toBeLessThan(1_500_000);
  });

  test("holds no path of the machine that packs it", () => {
    const texts = paths.map((path) => readFileSync(join(root, path), "utf8"));
    expect(paths.filter((_, at) => texts[at]?.includes(root) || texts[at]?.includes(`${homedir()}/`))).toEqual([]);
  });
});
