import { execFile, type ExecFileOptions } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { readZoneFrom } from "../../declaration/load";
import { withPlaceholderIds } from "../../declaration/placeholder-ids";
import { rangesToRecord } from "../../declaration/record-addresses";
import { readDirectory } from "../../declaration/source/read-directory";

const root = resolve(__dirname, "../..");
const scratch = realpathSync(mkdtempSync(join(tmpdir(), "landfall-package-")));
const project = join(scratch, "acme");

/** Runs a program in the project. */
async function run(program: string, args: readonly string[], options: ExecFileOptions = {}): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, [...args], { cwd: project, ...options });
    return String(stdout);
  } catch (error) {
    throw new Error(`${program} ${args.join(" ")}: ${String(Reflect.get(Object(error), "stdout"))}${String(error)}`);
  }
}

const npx = (...args: readonly string[]): Promise<string> => run("npx", ["--no-install", ...args]);

/** As after a deployment: every id and range locked. */
function lockZone(): void {
  const zone = join(project, "zone");
  const result = readZoneFrom(readDirectory(zone));
  if (!("zone" in result)) throw new Error("the zone is not valid");
  const ranges = Object.fromEntries(rangesToRecord(result.zone, {}));
  writeFileSync(join(zone, "addresses.lock.json"), JSON.stringify({ version: 1, ranges }));
  const ids = Object.fromEntries(withPlaceholderIds(result.zone).ids.entries());
  writeFileSync(join(zone, "ids.lock.json"), JSON.stringify({ version: 1, ids }));
}

interface FunctionJson {
  readonly resource: { readonly aws_lambda_function: Readonly<Record<string, { readonly filename: string }>> };
}

/** The code of an operation as it stands beside the synthesised stack. */
function bundled(stack: string, operation: string): string {
  const directory = join(project, "cdktf.out", "stacks", stack);
  const json: FunctionJson = JSON.parse(readFileSync(join(directory, "cdk.tf.json"), "utf8"));
  const zip = readFileSync(join(directory, json.resource.aws_lambda_function[operation]?.filename ?? ""));
  return Buffer.from(unzipSync(zip)["index.mjs"] ?? []).toString();
}

beforeAll(async () => {
  await run("npm", ["pack", "--silent", "--pack-destination", scratch], { cwd: root });
  renameSync(join(scratch, "landfall-0.1.0.tgz"), join(scratch, "landfall.tgz"));
  mkdirSync(project);
  const install = ["install", "--omit=dev", "--prefer-offline", "--no-audit", "--no-fund", "../landfall.tgz"];
  await run("npm", install);
}, 900_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("a project that depends on the package", () => {
  test("is made by landfall init beside what npm wrote, and validates", async () => {
    const email = "aws+{account}@acme.example";
    const args = ["--organization", "acme", "--email-pattern", email, "--region", "eu-west-1"];
    expect(await npx("landfall", "init", ...args)).toContain("npx landfall rehearse");
    expect(JSON.parse(readFileSync(join(project, "package.json"), "utf8"))).toMatchObject({
      dependencies: { landfall: "file:../landfall.tgz" },
      scripts: { validate: "landfall validate" },
    });
    expect(await npx("landfall", "validate")).toBe("zone is valid: 5 accounts, 13 stacks.\n");
  }, 90_000);

  test("type-checks against the package's declaration files", async () => {
    // The second time, TypeScript looks at what changed alone.
    const compile = ["tsc", "-p", ".", "--incremental", "--tsBuildInfoFile", join(scratch, "tsc.json")];
    await npx(...compile);
    const handler = join(project, "services/notes/handlers/getNote.ts");
    const text = readFileSync(handler, "utf8");
    writeFileSync(handler, text.replace("problem(404, `There is no note ${path.noteId}`)", 'problem("none")'));
    await expect(npx(...compile)).rejects.toThrow(/getNote.ts.*error TS/s);
    writeFileSync(handler, text.replace("There is no note", "Nobody ever wrote the note"));
  }, 180_000);

  test("synthesises every stack, with a service of its own and what its handlers say", async () => {
    lockZone();
    await npx("tsx", "main.ts");
    const { stacks }: { stacks: object } = JSON.parse(readFileSync(join(project, "cdktf.out/manifest.json"), "utf8"));
    expect(Object.keys(stacks)).toHaveLength(13);
    expect(bundled("notes-dev-notes", "getNote")).toContain("Nobody ever wrote the note");
    expect(bundled("notes-dev-notes", "listNotes")).not.toContain("Nobody ever wrote the note");
  }, 180_000);

  test("is what deploying needs: elsewhere the program says so", async () => {
    const program = join(project, "node_modules/landfall/landfall.mjs");
    const elsewhere = run("node", [program, "eject", "out", "org", "--zone", join(project, "zone")], { cwd: scratch });
    await expect(elsewhere).rejects.toThrow(/in no Landfall project.*\n.*landfall init/s);
  }, 90_000);

  test("is told the nearest of its own services", async () => {
    const account = join(project, "zone/accounts/notes-dev.yaml");
    writeFileSync(account, readFileSync(account, "utf8").replace("name: notes\n", "name: note\n"));
    await expect(npx("landfall", "validate")).rejects.toThrow(
      /notes-dev.yaml:\d+:\d+ LF1415 there is no service note in services; did you mean notes\?/,
    );
  }, 90_000);
});
