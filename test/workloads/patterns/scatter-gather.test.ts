import { describe, expect, test } from "@jest/globals";
import { quotes } from "../../../examples/patterns/services/quotes/service";
import { gathered, type Replied } from "../../../workloads/runtime";
import { scatterGather } from "../../../workloads/service-definition";
import { checkStateMachines } from "../../../workloads/state-machine/check-state-machines";
import type { StateMachineDefinition } from "../../../workloads/state-machine/definition";
import fc from "../../fast-check";
import { account, builtService, placementOf } from "../built-service";

const built = builtService(quotes);

interface Task {
  readonly Type: string;
  readonly TimeoutSeconds?: number;
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
}

describe("a scatter-gather", () => {
  const { States } = JSON.parse(String(built["aws_sfn_state_machine"]?.["quote"]?.["definition"])) as {
    readonly States: {
      readonly Scatter: { readonly Branches: readonly { readonly States: Readonly<Record<string, Task>> }[] };
    };
  };
  const tasks = States.Scatter.Branches.flatMap((branch) =>
    Object.entries(branch.States).filter(([, { Type }]) => Type === "Task"),
  );

  test("asks each once, for so long and no longer, and takes no error for its own", () => {
    expect(tasks.map(([name]) => name)).toEqual(["AskRail", "AskRoad", "AskAir"]);
    for (const [name, task] of tasks) {
      expect(task).toMatchObject({
        Resource: "arn:aws:states:::lambda:invoke",
        Parameters: { FunctionName: `arn:aws:lambda:eu-west-1:${account}:function:quotes-${name.replace("A", "a")}` },
        TimeoutSeconds: 6,
        Catch: [{ ErrorEquals: ["States.ALL"], Next: name.replace("Ask", "Miss") }],
      });
      expect(task).not.toHaveProperty("Retry");
    }
  });

  test("may invoke what its branches call", () => {
    const policy = String(built["aws_iam_role_policy"]?.["quote_states"]?.["policy"]);
    for (const task of Object.keys(quotes.tasks)) expect(policy).toContain(`function:quotes-${task}"`);
    expect(policy).not.toContain("states:StartExecution");
  });

  test("tells who answered from who did not, and loses nobody", () => {
    const reply = fc.oneof(
      fc.record({ from: fc.string(), answer: fc.nat() }),
      fc.record({ from: fc.string(), failure: fc.constantFrom("States.Timeout", "Error") }),
    );
    fc.assert(
      fc.property(fc.array(reply), (replies: Replied<number>[]) => {
        const { answers, missing, complete } = gathered(replies);
        expect(answers.length + missing.length).toBe(replies.length);
        expect(missing.map(({ from }) => from)).toEqual(replies.flatMap((one) => ("failure" in one ? one.from : [])));
        expect(complete).toBe(replies.every((one) => "answer" in one));
      }),
    );
  });

  test("of nobody is none", () => {
    expect(() => scatterGather({ ask: {}, gather: "gather", withinSeconds: 1 })).toThrow("asks nobody");
  });
});

describe("states within states", () => {
  const checked = (machine: StateMachineDefinition) => () =>
    checkStateMachines({ ...quotes, stateMachines: { quote: machine } }, placementOf(account));
  const nested = (name: string, Next: string, Call: string): StateMachineDefinition => ({
    startAt: "Both",
    states: {
      Both: {
        Type: "Parallel",
        Branches: [{ StartAt: name, States: { [name]: { Call, Next }, Last: { Type: "Succeed" } } }],
        End: true,
      },
    },
  });

  test("are held to what the states of a machine are", () => {
    expect(checked(nested("Ask", "Last", "askRail"))).not.toThrow();
    expect(checked(nested("Ask", "Last", "askShip"))).toThrow("calls askShip, which is no task");
    // Step Functions knows no way out of a branch.
    expect(checked(nested("Ask", "Both", "askRail"))).toThrow("goes to Both, which is no state");
    expect(checked(nested("Both", "Last", "askRail"))).toThrow("two states called Both");
  });
});
