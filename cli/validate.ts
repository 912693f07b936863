import { readZone } from "../declaration/load";
import { formatProblem } from "../declaration/problem/problem";
import { stacksOf } from "../declaration/stacks";
import { checkReachability } from "../network/reachability/check";
import { attachedPolicies } from "../policies/attached";
import { exitCodes, registration } from "./command";
import { costNotes } from "./cost-notes";
import { countProblems } from "./report-error";
import { zoneWithRanges } from "./zone-with-ranges";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly json?: boolean;
}

export const validate = registration<Options>({
  name: "validate",
  usage: "",
  summary: "check the zone's declaration; every problem is file:line:column CODE message",
  examples: ["landfall validate", "landfall validate --zone zones/europe", "landfall validate --json"],
  tools: [],
  configure: (command) =>
    void command.addOption(zoneOption()).option("--json", "print the problems as JSON, for editors and pipelines"),
  run: (_positionals, { zone, json }) => {
    const result = readZone(zone);
    const problems = "problems" in result ? result.problems : [];
    if ("zone" in result) {
      checkReachability(result.zone);
      // Whether the guardrails fit under AWS's quotas is known once they are packed.
      attachedPolicies(result.zone);
    }
    if (json) console.log(JSON.stringify({ problems }, undefined, 2));
    else if ("zone" in result) {
      const stacks = stacksOf(result.zone).length;
      console.log(`${zone} is valid: ${result.zone.accounts.length} accounts, ${stacks} stacks.`);
      for (const note of costNotes(result.zone, () => zoneWithRanges(zone))) console.log(note);
    } else {
      for (const problem of problems) console.error(formatProblem(problem));
      console.error(countProblems(problems.length));
    }
    return Promise.resolve(problems.length === 0 ? exitCodes.success : exitCodes.userError);
  },
});
