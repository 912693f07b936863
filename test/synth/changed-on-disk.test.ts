import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, jest, test } from "@jest/globals";
import fc from "../fast-check";
import { loadZone } from "../../declaration/load";
import { projectAt } from "../../declaration/project";
import { changedSince } from "../../delivery/fingerprint/changed-since";
import { soakFactor } from "../soak-factor";
import { apply, type Change, change } from "./changes/changes";
import { filesOf } from "./changes/declaration";
import { start } from "./changes/start";
import { differing, type State, stateOf } from "./changes/state";

jest.setTimeout(600_000 * soakFactor);

const repository = mkdtempSync(join(tmpdir(), "landfall-changed-"));
const directory = join(repository, "zone");
const project = projectAt(resolve(__dirname, "../.."));
afterAll(() => rmSync(repository, { recursive: true, force: true }));

function git(...args: readonly string[]): void {
  const identity = ["-c", "user.name=team", "-c", "user.email=team@acme.example"];
  execFileSync("git", [...identity, ...args], { cwd: repository, stdio: "pipe" });
}

function write({ declaration, zone }: State): void {
  rmSync(directory, { recursive: true, force: true });
  const ids = JSON.stringify({ version: 1, ids: Object.fromEntries(zone.ids.entries()) });
  for (const [name, text] of [...filesOf(declaration), ["ids.lock.json", ids] as const]) {
    const file = join(directory, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

const figures = { compared: 0, effective: 0 };

/** Commits a zone, writes what it is changed to over it, and asks what changed since the commit. */
async function step(before: State, made: Change): Promise<State> {
  const after = stateOf(apply(before.declaration, before.zone, made));
  if (after === undefined) return before;
  write(before);
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "--message", "before");
  write(after);
  const { changed } = await changedSince({ zone: loadZone(directory), directory, project }, "HEAD");
  const ids = changed.map(({ spec }) => spec.id).filter((id) => before.stacks.has(id) || after.stacks.has(id));
  const different = differing(before, after);
  expect({ made, ids }).toEqual({ made, ids: different });
  figures.compared++;
  if (different.length > 0) figures.effective++;
  return after;
}

test("what --changed-since selects of files in a repository is what differs, whatever was changed in them", async () => {
  git("init", "--quiet");
  await fc.assert(
    fc.asyncProperty(start, fc.array(change, { minLength: 4, maxLength: 4 }), async (declaration, changes) => {
      let state = stateOf(declaration);
      if (state === undefined) throw new Error("the zone does not validate");
      for (const made of changes) state = await step(state, made);
    }),
    { numRuns: 5 * soakFactor, endOnFailure: true },
  );
  console.log(`${figures.compared} changes of files compared, ${figures.effective} with an effect`);
  expect(figures.effective).toBeGreaterThan(3 * soakFactor);
});
