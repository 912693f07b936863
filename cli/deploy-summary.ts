import type { Deployment } from "../delivery/deployment";
import { outcome, taskLines, tasksOf } from "./deploy-progress";

/** The end of a deployment for people: what failed, with Terraform's words, what was not reached, and what to do. */
export function deploySummary(deployment: Deployment, stream: NodeJS.WriteStream = process.stderr): readonly string[] {
  const { stacks, seconds, interrupted } = deployment;
  const done = stacks.filter((stack) => stack.status === "done").length;
  const lines = stacks.flatMap((result) => {
    switch (result.status) {
      case "done":
        return taskLines(
          tasksOf(result).filter(({ status }) => status === "left"),
          stream,
        ).map((line) => `${result.stack}: ${line}`);
      case "failed":
        return [
          `${result.stack}: ${outcome(result, stream)}`,
          ...result.errors.flatMap((error) => error.split("\n").map((line) => `    ${line}`)),
          `    Everything it printed: ${result.logFile}`,
        ];
      case "not-reached":
        return [`${result.stack}: ${outcome(result, stream)}`];
    }
  });
  const verdict = `${done} of ${stacks.length} stacks deployed in ${seconds.toFixed(1)} s`;
  if (done === stacks.length) return [...lines, verdict];
  const next = interrupted ? "Interrupted; " : "";
  return [...lines, `${verdict}. ${next}\`landfall deploy\` goes on from here.`];
}
