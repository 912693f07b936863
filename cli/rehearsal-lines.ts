import { relative, resolve } from "node:path";
import type { Check } from "../rehearsal/checks/check";
import type { KeptRehearsal } from "../rehearsal/rehearse";
import type { FaultCount } from "../rehearsal/faults/faults";
import { passed, type RehearsalReport } from "../rehearsal/report";
import { paint } from "./paint";

export function checkLine(check: Check): string {
  const mark = check.ok ? paint("green", "ok  ", process.stderr) : paint("red", "FAIL", process.stderr);
  return `  ${mark} ${check.name}: ${check.detail}`;
}

/** The rehearsal in figures, and whether it passed. */
export function summaryLines(report: RehearsalReport): readonly string[] {
  const { seconds } = report;
  const failedStacks = report.deployment.stacks.filter((stack) => stack.status !== "done");
  const failedChecks = report.checks.filter((check) => !check.ok);
  return [
    "",
    ...failedStacks.flatMap((stack) =>
      stack.status === "failed"
        ? [`${stack.stack} failed:`, ...stack.errors.flatMap((error) => error.split("\n").map((line) => `    ${line}`))]
        : stack.status === "not-reached"
          ? [`${stack.stack} was not reached: ${stack.reason}`]
          : [],
    ),
    ...failedChecks.map(checkLine),
    ...faultLines(report.faults),
    `${report.accounts} accounts, ${report.stacks} stacks, ${report.resources} resources (${report.shown.behaves} behave, ${report.shown.stored} are stored), ${report.awsCalls} calls to AWS APIs` +
      (report.peakMemoryMiB === undefined ? "" : `, peak memory ${(report.peakMemoryMiB / 1024).toFixed(1)} GiB`),
    `${seconds.total.toFixed(0)} s: local AWS ${seconds.start.toFixed(0)}, deploy ${seconds.deploy.toFixed(0)}, ` +
      `checks ${seconds.checks.toFixed(0)}, second plan ${seconds.secondPlan.toFixed(0)}`,
    passed(report)
      ? paint("green", `The zone ${report.zone} is there: ${report.checks.length} checks passed.`, process.stderr)
      : paint(
          "red",
          `The zone ${report.zone} is not as declared: ${failedStacks.length} stacks and ${failedChecks.length} of ${report.checks.length} checks failed.`,
          process.stderr,
        ),
  ];
}

/** How often each fault has hit. */
export function faultLines(counts: readonly FaultCount[]): readonly string[] {
  return counts.map(({ rule, matched, hits }) => `Fault ${rule}: hit ${hits} of ${matched} calls it is about`);
}

/** How to reach a kept rehearsal from another terminal. */
export function keptLines({ aws, zone, environmentFile, faultsFile }: KeptRehearsal): readonly string[] {
  const exports = (variables: Readonly<Record<string, string>>): string[] =>
    Object.entries(variables).map(([name, value]) => `  export ${name}='${value}'`);
  return [
    "",
    "The local AWS is kept. For landfall, cdktf, Terraform, the aws CLI and curl, in another terminal here:",
    `  source ${relative(process.cwd(), environmentFile)}`,
    "For SDKs that read no proxy (path-style S3):",
    ...exports(aws.endpointEnvironment),
    ...zone.accounts.flatMap(({ service }) => (service ? [`  curl http://${service.domainName}/${service.name}`] : [])),
    `Faults written to ${relative(process.cwd(), resolve(faultsFile))} take effect at once (docs/faults.md).`,
    "Ctrl-C, or `landfall rehearse --destroy` in another terminal, ends it.",
  ];
}
