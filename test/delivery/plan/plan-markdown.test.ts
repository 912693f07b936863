import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { commentLimit, commentMarker, planMarkdown } from "../../../delivery/plan/plan-markdown";
import { readPlans } from "../../../delivery/plan/read-plans";
import { hasPlannedChanges, type PlannedStack } from "../../../delivery/plan/zone-plan";

function changed(stack: string, after: unknown = "b"): PlannedStack {
  const difference = { path: "tags.owner", before: "a", after };
  const change = { stack, type: "aws_vpc", attributes: ["tags.owner"], differences: [difference] };
  const changes = [
    { ...change, address: "aws_vpc.spoke", actions: ["update"] },
    { ...change, address: "aws_vpc.other", actions: ["delete", "create"] },
  ];
  return { stack, seconds: 1, status: "planned", changes };
}

const unchanged: PlannedStack = { stack: "logs", seconds: 1, status: "planned", changes: [] };
const waiting: PlannedStack = { stack: "refunds-dev", seconds: 1, status: "validated", waitsFor: "the account exists" };
const failed: PlannedStack = { stack: "org", seconds: 1, status: "failed", errors: ["Error: no\nAccessDenied"] };

describe("plans as a comment", () => {
  test("tell of every stack that is not as declared, and count the others", () => {
    const text = planMarkdown({ stacks: [changed("network"), unchanged, waiting, failed] });
    expect(text.startsWith(`${commentMarker}\n### Plan: 3 of 4 stacks would change, 1 could not be planned\n`)).toBe(
      true,
    );
    expect(text).toContain("| `network` | 1 to change, 1 to replace |");
    expect(text).toContain("| `refunds-dev` | synthesised and validated, planned once the account exists |");
    expect(text).toContain("| `org` | could not be planned |");
    expect(text).toContain('! aws_vpc.spoke  tags.owner: "a" → "b"');
    expect(text).toContain("AccessDenied");
    expect(text).toContain("No change: 1 stack.");
  });

  test("stay within GitHub's limit and say what was left out", () => {
    const stacks = Array.from({ length: 1500 }, (_, at) => changed(`account-with-a-long-name-${at}`));
    const text = planMarkdown({ stacks });
    expect(text.length).toBeLessThanOrEqual(commentLimit);
    expect(text).toMatch(/Left out for length: \d+ stacks with their changes\. /);
    expect(planMarkdown({ stacks }, 2000).length).toBeLessThanOrEqual(2000);
  });

  test("cannot be ended by a value in them", () => {
    const text = planMarkdown({ stacks: [changed("network", "```\n</details> @everyone")] });
    expect(text).toContain("\n````diff\n");
    expect(text.split("\n````\n")).toHaveLength(2);
  });

  test("are gathered from the files of several jobs", () => {
    const directory = mkdtempSync(join(tmpdir(), "landfall-plans-"));
    for (const plan of [waiting, changed("network"), failed]) {
      mkdirSync(join(directory, `plan-${plan.stack}`));
      writeFileSync(join(directory, `plan-${plan.stack}`, "plan.json"), JSON.stringify({ stacks: [plan] }));
    }
    expect(readPlans(directory).stacks).toEqual([changed("network"), failed, waiting]);
    writeFileSync(join(directory, "other.json"), "{}");
    expect(() => readPlans(directory)).toThrow(/other\.json is not what `landfall plan --json` prints/);
  });

  test("of a job that printed none say so, and those of the others are there", () => {
    const directory = mkdtempSync(join(tmpdir(), "landfall-plans-"));
    writeFileSync(join(directory, "org.json"), JSON.stringify({ stacks: [failed] }));
    writeFileSync(join(directory, "shop-payments.json"), "");
    const errors = ["no plan was made; see the job's log"];
    const stacks = [failed, { stack: "shop-payments", seconds: 0, status: "failed", errors }];
    expect(readPlans(directory).stacks).toEqual(stacks);
    expect(planMarkdown(readPlans(directory))).toContain(errors[0]);
  });

  test("of a stack that is not there yet count as drift; unchanged ones do not", () => {
    expect(hasPlannedChanges({ stacks: [unchanged] })).toBe(false);
    expect(hasPlannedChanges({ stacks: [unchanged, waiting] })).toBe(true);
    expect(hasPlannedChanges({ stacks: [changed("network")] })).toBe(true);
  });
});
