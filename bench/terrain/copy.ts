import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { withSwappedDependencies, withSwappedImports } from "./swap";

/** What synthesis does not need: it would only be copied. */
const left = /^(atlas\/html|audit\/html|docs|schemas|test)\//;

const isCode = /\.(ts|mjs|cjs)$/;

/** Landfall's oldest Terraform: S3's own state lock. CDK Terrain takes for granted that the oldest of Terraform and OpenTofu must do. */
export const targetVersions = { terraform: ">=1.10.0" } as const;

/** Copies the project's files as git lists them, with CDK Terrain's packages in place of CDKTF's. @returns how many files changed */
export function copySwapped(root: string, copy: string): number {
  const listed = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (listed.status !== 0) throw new Error(`git lists no files: ${listed.stderr}`);
  let changed = 0;
  for (const file of listed.stdout.split("\0").filter((each) => each !== "" && !left.test(each))) {
    const from = join(root, file);
    if (!existsSync(from)) continue;
    const to = join(copy, file);
    mkdirSync(dirname(to), { recursive: true });
    if (!isCode.test(file)) {
      cpSync(from, to, { recursive: true, verbatimSymlinks: true });
      continue;
    }
    const text = readFileSync(from, "utf8");
    const swapped = withSwappedImports(text);
    writeFileSync(to, swapped);
    if (swapped !== text) changed++;
  }
  rewriteJson(join(copy, "package.json"), withSwappedDependencies);
  rewriteJson(join(copy, "cdktf.json"), (settings) => ({ ...settings, targetVersions }));
  return changed;
}

function rewriteJson(file: string, change: (json: object) => object): void {
  const json = JSON.parse(readFileSync(file, "utf8")) as object;
  writeFileSync(file, `${JSON.stringify(change(json), undefined, 2)}\n`);
}

/** Installs by the lock file, which npm completes. No package's scripts are run. */
export function install(copy: string): void {
  const args = ["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", args, { cwd: copy, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`npm install ended with ${String(status)} in the copy`);
}

/**
 * Puts the bindings that Landfall uses today, with CDK Terrain's core below them, in place of the prebuilt ones: what `cdktn get` would generate for the
 * same release of the provider is no prebuilt package.
 */
export function useBindingsOfSameRelease(root: string, copy: string): void {
  const from = join(root, "node_modules/@cdktf/provider-aws");
  const to = join(copy, "node_modules/@cdktn/provider-aws");
  rmSync(to, { recursive: true });
  mkdirSync(to);
  cpSync(join(from, "package.json"), join(to, "package.json"));
  for (const entry of readdirSync(join(from, "lib"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".js")) continue;
    const file = join(entry.parentPath, entry.name);
    const target = join(to, file.slice(from.length));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(file, "utf8").replace('require("cdktf")', 'require("cdktn")'));
  }
}
