import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { compared, type ComparedZone, synthesise } from "./compare";
import { copySwapped, install, useBindingsOfSameRelease } from "./copy";
import { described, meansTheSame } from "./differences";
import { swaps } from "./swap";

const zones: readonly ComparedZone[] = [
  { name: "sample", project: ".", zone: "zone" },
  { name: "minimal", project: ".", zone: "test/zones/minimal" },
  { name: "patterns", project: "examples/patterns", zone: "examples/patterns/zone" },
];

const root = resolve(__dirname, "../..");

function releaseOfProvider(tree: string, name: string): string {
  const json = JSON.parse(readFileSync(join(tree, "node_modules", name, "package.json"), "utf8")) as {
    readonly cdktf: { readonly provider: { readonly version: string } };
  };
  return json.cdktf.provider.version;
}

/** Compares every zone; each difference once, with the stacks it is in. @returns how many stacks differ */
function compareZones(copy: string, scratch: string): number {
  let differing = 0;
  for (const { name, project, zone } of zones) {
    const [before, after] = [join(scratch, name), mkdtempSync(join(scratch, "terrain-"))];
    synthesise(copy, project, join(root, zone), after);
    const stacks = compared(before, after);
    const found = new Map<string, string[]>();
    for (const [stack, differences] of stacks) {
      for (const each of differences) found.set(described(each), [...(found.get(described(each)) ?? []), stack]);
    }
    const different = [...stacks.values()].filter((differences) => !differences.every(meansTheSame)).length;
    const spelt = [...stacks.values()].some((differences) => differences.some(meansTheSame));
    console.log(
      `${name}: identical: ${stacks.size - different} stacks; different: ${different}` +
        (spelt ? "; the same provider is written otherwise:" : ""),
    );
    for (const [difference, where] of found) {
      console.log(`  ${difference} (${where.length === stacks.size ? "every stack" : where.join(", ")})`);
    }
    differing += different;
  }
  return differing;
}

/** What the fork's command line program says to the minimal zone, as somebody who moved would call it. It asks for a newer Node than Landfall does. */
function byCommandLine(copy: string, scratch: string): string {
  const out = join(scratch, "by-command-line");
  const { status, stderr } = spawnSync(join(copy, "node_modules/.bin/cdktn"), ["synth", "--output", out], {
    cwd: copy,
    encoding: "utf8",
    env: { ...process.env, LANDFALL_ZONE: join(root, "test/zones/minimal"), CI: "1", CHECKPOINT_DISABLE: "1" },
  });
  if (status === 0)
    return `${readdirSync(join(out, "stacks")).length} stacks of the minimal zone, those that wait for no id`;
  return `fails on Node ${process.versions.node}: ${/^\w*Error: .*/m.exec(stderr)?.[0] ?? stderr.trim()}`;
}

/**
 * `node landfall.mjs --run bench/terrain/run.ts`: synthesises zones with CDKTF here and with CDK Terrain in a copy, first on bindings of the same release of
 * the provider, then on the fork's own. Exits 1 when a stack differs, 2 when one side could not be synthesised. Needs the npm registry, and minutes.
 */
function run(): number {
  const scratch = mkdtempSync(join(tmpdir(), "landfall-terrain-"));
  const copy = join(scratch, "copy");
  try {
    console.log(`${copySwapped(root, copy)} files import other packages: ${swaps.map(pair).join(", ")}`);
    install(copy);
    console.log(`cdktn synth: ${byCommandLine(copy, scratch)}`);
    for (const { name, project, zone } of zones) synthesise(root, project, join(root, zone), join(scratch, name));
    const prebuilt = releaseOfProvider(copy, "@cdktn/provider-aws");
    console.log(`\nThe fork's prebuilt bindings, of hashicorp/aws ${prebuilt}:`);
    const withPrebuilt = compareZones(copy, scratch);
    useBindingsOfSameRelease(root, copy);
    console.log(`\nBindings of hashicorp/aws ${releaseOfProvider(copy, "@cdktn/provider-aws")}, as here:`);
    return withPrebuilt + compareZones(copy, scratch) === 0 ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 2;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function pair({ from, to, version }: (typeof swaps)[number]): string {
  return `${from} → ${to} ${version}`;
}

process.exitCode = run();
