import { detailLines } from "../delivery/plan/plan-lines";
import { type PlannedStack, verdictOf, type ZonePlan } from "../delivery/plan/zone-plan";
import { type Colour, paint } from "./paint";

const colours: Readonly<Record<PlannedStack["status"], Colour>> = {
  planned: "bold",
  validated: "yellow",
  failed: "red",
};

/** One stack's plan for people: its verdict, then what changes. */
export function planLines(plan: PlannedStack, stream: NodeJS.WriteStream = process.stdout): readonly string[] {
  const colour: Colour = plan.status === "planned" && plan.changes.length === 0 ? "dim" : colours[plan.status];
  const details = detailLines(plan).map((line) => `    ${coloured(line, plan.status, stream)}`);
  return [`${plan.stack}: ${paint(colour, verdictOf(plan), stream)}`, ...details];
}

const lineColours: readonly (readonly [start: string, colour: Colour])[] = [
  ["-", "red"],
  ["+", "green"],
  ["~", "yellow"],
];

function coloured(line: string, status: PlannedStack["status"], stream: NodeJS.WriteStream): string {
  const colour = status === "planned" ? lineColours.find(([start]) => line.startsWith(start))?.[1] : undefined;
  return colour ? paint(colour, line, stream) : line;
}

/** The last line: how many stacks came out how. */
export function planSummary({ stacks }: ZonePlan): string {
  const count = (test: (plan: PlannedStack) => boolean): number => stacks.filter(test).length;
  const parts = [
    [count((plan) => plan.status === "planned" && plan.changes.length > 0), "with changes"],
    [count((plan) => plan.status === "planned" && plan.changes.length === 0), "without"],
    [count(({ status }) => status === "validated"), "validated, to be planned later"],
    [count(({ status }) => status === "failed"), "could not be planned"],
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, text]) => `${number} ${text}`);
  return `${stacks.length} ${stacks.length === 1 ? "stack" : "stacks"}: ${told.join(", ")}`;
}
