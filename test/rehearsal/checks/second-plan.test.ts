import { describe, expect, test } from "@jest/globals";
import type { StackPlan } from "../../../delivery/plan-again";
import type { EmulatorGap } from "../../../rehearsal/checks/emulator-gaps";
import { checkSecondPlan, secondPlanProblems } from "../../../rehearsal/checks/second-plan";

const gap: EmulatorGap = {
  type: "aws_athena_workgroup",
  attribute: "configuration.engine_version",
  evidence: "GetWorkGroup leaves out EngineVersion, which CreateWorkGroup was sent",
};

function plan(actions: readonly string[], path: string): StackPlan {
  const address = "aws_athena_workgroup.logs";
  const differences = [{ path, before: null, after: "auto" }];
  const change = { stack: "logs", address, type: gap.type, actions, attributes: [path], differences };
  return { stack: "logs", changes: [change], types: [gap.type], errors: [] };
}

const clean: StackPlan = { stack: "logs", changes: [], types: ["aws_s3_bucket"], errors: [] };

describe("the check of a second plan", () => {
  test("passes when nothing would change", async () => {
    expect(await checkSecondPlan([clean], [])).toEqual({
      name: "second plan of every stack shows no change",
      ok: true,
      detail: "1 stacks planned again",
    });
  });

  test("fails on a change, naming stack, resource, attribute and both values", () => {
    expect(secondPlanProblems([plan(["update"], "name")], [])).toEqual([
      'logs: aws_athena_workgroup.logs would change name from null to "auto"',
    ]);
  });

  test("lets a known gap of the emulators pass, wherever in a list it is", () => {
    expect(secondPlanProblems([plan(["update"], "configuration.0.engine_version")], [gap])).toEqual([]);
  });

  test("fails on a gap that did not show, for then the table is stale", () => {
    expect(secondPlanProblems([{ ...clean, types: [gap.type] }], [gap])).toEqual([
      "the gap aws_athena_workgroup.configuration.engine_version did not show: remove it from the table",
    ]);
  });

  test("says nothing of a gap whose resource type the zone does not have", () => {
    expect(secondPlanProblems([clean], [gap])).toEqual([]);
  });

  test.each([[["delete", "create"]], [["delete"]], [["create"]]])("fails on %s whatever the table says", (actions) => {
    const [problem, ...more] = secondPlanProblems([plan(actions, "configuration.0.engine_version")], [gap]);
    expect(problem).toMatch(/^logs: aws_athena_workgroup\.logs would be /);
    expect(more).toEqual([
      "the gap aws_athena_workgroup.configuration.engine_version did not show: remove it from the table",
    ]);
  });

  test("fails when a stack could not be planned", () => {
    expect(secondPlanProblems([{ ...clean, errors: ["no state"] }], [])).toEqual([
      "logs could not be planned: no state",
    ]);
  });
});
