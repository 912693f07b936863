import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { UserError } from "../../declaration/user-error";
import type { PlannedStack, ZonePlan } from "./zone-plan";

const plannedChange = z.object({
  stack: z.string(),
  address: z.string(),
  type: z.string(),
  actions: z.array(z.string()),
  attributes: z.array(z.string()),
  differences: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
});
const common = { stack: z.string(), seconds: z.number() };
const zonePlan = z.object({
  stacks: z.array(
    z.discriminatedUnion("status", [
      z.object({ ...common, status: z.literal("planned"), changes: z.array(plannedChange) }),
      z.object({ ...common, status: z.literal("validated"), waitsFor: z.string() }),
      z.object({ ...common, status: z.literal("failed"), errors: z.array(z.string()) }),
    ]),
  ),
});

/**
 * Gathers what `landfall plan --json` printed in several jobs: every .json file below a directory. An empty one is of a
 * job that failed before it printed anything; it is named after its stack.
 * @returns their stacks by name; none when there is no file
 * @throws UserError naming a file that holds something else
 */
export function readPlans(directory: string): ZonePlan {
  if (!existsSync(directory)) throw new UserError(`there is no directory ${directory}`, "Name the one with the plans.");
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  const stacks = files.flatMap((name) => readPlan(join(directory, name)).stacks);
  return { stacks: stacks.sort((a, b) => (a.stack < b.stack ? -1 : 1)) };
}

function readPlan(file: string): ZonePlan {
  const broken = (reason: string): UserError =>
    new UserError(`${file} is not what \`landfall plan --json\` prints: ${reason}`, "Keep only such files there.");
  const text = readFileSync(file, "utf8");
  if (text.trim() === "") return { stacks: [notPlanned(basename(file, ".json"))] };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw broken(String(error));
  }
  const plan = zonePlan.safeParse(content);
  if (!plan.success) throw broken(z.prettifyError(plan.error));
  return plan.data;
}

function notPlanned(stack: string): PlannedStack {
  return { stack, seconds: 0, status: "failed", errors: ["no plan was made; see the job's log"] };
}
