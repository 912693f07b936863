import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import type { Workflow } from "../../../delivery/pipelines/github/types";
import { githubWorkflow } from "../../../delivery/pipelines/github/workflow";
import { piped } from "./large-zone";

const workflow = parse(githubWorkflow(piped)) as Workflow;

/** Text of a step's script, by the name of the step. */
function scriptOf(job: string, name: string): string {
  const script = workflow.jobs[job]?.steps.find((step) => step.name === name)?.run;
  if (script === undefined) throw new Error(`the job ${job} has no step ${name}`);
  return script;
}

interface Place {
  readonly directory: string;
  /** Runs a script as GitHub's runner does, with programs of the test's own before the others. */
  run(script: string, environment?: Readonly<Record<string, string>>): number | null;
  /** The command lines that the stand-in for a program was called with. */
  calls(program: string): string[];
}

/** An empty directory in which some programs are stand-ins: shell text that runs after the call is noted. */
function place(standIns: Readonly<Record<string, string>>): Place {
  const directory = mkdtempSync(join(tmpdir(), "landfall-script-"));
  const programs = join(directory, "..", `${directory.split("/").pop() ?? ""}-bin`);
  mkdirSync(programs);
  for (const [program, text] of Object.entries(standIns)) {
    const file = join(programs, program);
    writeFileSync(file, `#!/bin/sh\necho "$*" >> ${join(programs, `${program}.log`)}\n${text}\n`, { mode: 0o755 });
  }
  return {
    directory,
    run: (script, environment = {}) =>
      spawnSync("bash", ["-e", "-c", script], {
        cwd: directory,
        env: { ...process.env, ...environment, PATH: `${programs}:${process.env["PATH"] ?? ""}` },
      }).status,
    calls: (program) =>
      readFileSync(join(programs, `${program}.log`), "utf8")
        .trim()
        .split("\n"),
  };
}

describe("the comment on a pull request", () => {
  const script = scriptOf("comment", "Put it on the pull request");
  const environment = { REPOSITORY: "acme/landing-zone", NUMBER: "7", RUN: "https://run" };

  test("is made when there is none", () => {
    const { directory, run, calls } = place({ gh: "true" });
    writeFileSync(join(directory, "comment.md"), "plans");
    expect(run(script, environment)).toBe(0);
    expect(calls("gh")[1]).toContain("--method POST repos/acme/landing-zone/issues/7/comments");
    expect(readFileSync(join(directory, "body.md"), "utf8")).toBe("plans\n[All jobs](https://run)\n");
  });

  test("is changed when it is there, so that there is one", () => {
    const { directory, run, calls } = place({ gh: 'case "$*" in *paginate*) echo 42; echo 43 ;; esac' });
    writeFileSync(join(directory, "comment.md"), "plans");
    expect(run(script, environment)).toBe(0);
    expect(calls("gh")).toHaveLength(2);
    expect(calls("gh")[1]).toContain("--method PATCH repos/acme/landing-zone/issues/comments/42");
  });

  test("is written also when a stack could not be planned, and not when there is nothing to say", () => {
    const gather = scriptOf("comment", "All plans as one comment");
    expect(place({ npx: "echo text > comment.md; exit 1" }).run(gather)).toBe(0);
    expect(place({ npx: "exit 2" }).run(gather)).not.toBe(0);
  });
});

describe("the comment on what the accounts may do", () => {
  const compare = scriptOf("diff", "What the accounts may do");
  const put = scriptOf("diff", "Put it on the pull request");
  const compared = (npx: string) => {
    const { directory, run } = place({ npx });
    const code = run(compare, { BASE: "main" });
    return { code, text: code === 0 ? readFileSync(join(directory, "decisions.md"), "utf8") : "" };
  };

  test.each([0, 1])("is what landfall diff writes when it exits %i", (code) => {
    expect(compared(`echo "no change" > diff.md; exit ${code}`)).toEqual({
      code: 0,
      text: "<!-- landfall diff -->\nno change\n",
    });
  });

  test("says so where the base has no zone to compare with", () => {
    expect(compared("exit 2").text).toContain("The zone at main cannot be compared with");
  });

  test("is another comment than the plans', found by its own marker", () => {
    const { directory, run, calls } = place({ gh: "true" });
    writeFileSync(join(directory, "decisions.md"), "<!-- landfall diff -->\n");
    expect(run(put, { REPOSITORY: "acme/landing-zone", NUMBER: "7", RUN: "https://run" })).toBe(0);
    expect(calls("gh")[0]).toContain('startswith("<!-- landfall diff -->")');
    expect(scriptOf("comment", "Put it on the pull request")).toContain('startswith("<!-- landfall plan -->")');
  });

  test("ends with what the change costs, also where something has no price, and says so where that is not known", () => {
    const cost = scriptOf("diff", "What it costs");
    const costing = (npx: string) => {
      const { directory, run, calls } = place({ npx });
      writeFileSync(join(directory, "decisions.md"), "<!-- landfall diff -->\n");
      expect(run(cost, { BASE: "main" })).toBe(0);
      expect(calls("npx")).toEqual(["landfall cost --base origin/main --format markdown"]);
      return readFileSync(join(directory, "decisions.md"), "utf8");
    };
    expect(costing("echo +36.50; exit 1")).toBe("<!-- landfall diff -->\n\n+36.50\n");
    expect(costing("exit 2")).toContain("What the change costs is not known");
  });

  test("compares with the base branch", () => {
    const { run, calls } = place({ npx: "echo > diff.md" });
    expect(run(compare, { BASE: "main" })).toBe(0);
    expect(calls("npx")).toEqual(["landfall diff --base origin/main --format markdown -o diff.md"]);
  });
});

function git(directory: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "init.defaultBranch=main"];
  return execFileSync("git", [...identity, ...args], { cwd: directory, encoding: "utf8", stdio: "pipe" }).trim();
}

/** A clone with one commit of a zone, and its origin. */
function clone(standIns: Readonly<Record<string, string>>): Place & { readonly origin: string } {
  const made = place(standIns);
  const { directory } = made;
  const origin = `${directory}-origin`;
  git(tmpdir(), "init", "--bare", "--quiet", origin);
  git(directory, "init", "--quiet");
  git(directory, "remote", "add", "origin", origin);
  mkdirSync(join(directory, "zone"));
  writeFileSync(join(directory, "zone", "addresses.lock.json"), "{}");
  writeFileSync(join(directory, "zone", "landing-zone.yaml"), "");
  git(directory, "add", ".");
  git(directory, "commit", "--quiet", "--message", "zone");
  git(directory, "push", "--quiet", "origin", "main");
  return { ...made, origin };
}

describe("the drift report", () => {
  const script = scriptOf("drift", "What differs from what is declared");

  test("gathers the plans of every stack into the summary of the run", () => {
    const { directory, run, calls } = place({ npx: "true" });
    expect(run(script, { GITHUB_STEP_SUMMARY: join(directory, "summary of the run.md") })).toBe(0);
    const summary = join(directory, "summary of the run.md");
    expect(calls("npx")).toEqual([`landfall plan --from plans --detailed-exitcode --markdown ${summary}`]);
  });

  test("fails the run when a stack differs or could not be planned, so that somebody is told", () => {
    expect(place({ npx: "exit 1" }).run(script, { GITHUB_STEP_SUMMARY: "summary.md" })).toBe(1);
  });
});

describe("the selection of stacks", () => {
  const script = scriptOf("waves", "Stacks this change affects, in waves");
  const asked = (event: string, tagged = false): string | undefined => {
    const { directory, run, calls } = clone({ npx: "echo plan-1=[]" });
    if (tagged) git(directory, "tag", "landfall-deployed");
    const output = join(directory, "output");
    const environment = { EVENT: event, BASE: "main", DEPLOYED: "landfall-deployed", GITHUB_OUTPUT: output };
    expect(run(script, environment)).toBe(0);
    expect(readFileSync(output, "utf8")).toBe("plan-1=[]\n");
    return calls("npx")[0];
  };

  test("compares a pull request with its base, and a push with what was last deployed", () => {
    expect(asked("pull_request")).toBe("landfall waves --changed-since origin/main --format github-matrix");
    expect(asked("push", true)).toBe(
      "landfall waves --changed-since refs/tags/landfall-deployed --format github-matrix",
    );
  });

  test("takes every stack for the first push, the drift report and a run by hand", () => {
    for (const event of ["push", "schedule", "workflow_dispatch"]) {
      expect(asked(event)).toBe("landfall waves --format github-matrix");
    }
  });
});

describe("the lock files that a deployment wrote", () => {
  const script = scriptOf("deployed", "Propose the lock files");
  const environment = { ZONE: "zone", BASE: "main", BRANCH: "landfall/locks", TITLE: "Record the ids that AWS chose" };

  test("are proposed on a branch of their own, and nothing else with them", () => {
    const { directory, origin, run, calls } = clone({ gh: "true" });
    writeFileSync(join(directory, "zone", "ids.lock.json"), "{}");
    writeFileSync(join(directory, "zone", "landing-zone.yaml"), "changed");
    expect(run(script, environment)).toBe(0);
    expect(git(origin, "diff", "--name-only", "main", "landfall/locks")).toBe("zone/ids.lock.json");
    expect(calls("gh")[1]).toContain("pr create --head landfall/locks --base main");
  });

  test("go to the pull request that is open already", () => {
    const { directory, run, calls } = clone({ gh: 'case "$*" in "pr list"*) echo 12 ;; esac' });
    writeFileSync(join(directory, "zone", "ids.lock.json"), "{}");
    expect(run(script, environment)).toBe(0);
    expect(calls("gh")).toHaveLength(1);
  });

  test("that are committed already need nothing", () => {
    const { origin, run } = clone({ gh: "exit 1" });
    expect(run(script, environment)).toBe(0);
    expect(git(origin, "branch", "--list", "landfall/locks")).toBe("");
  });
});
