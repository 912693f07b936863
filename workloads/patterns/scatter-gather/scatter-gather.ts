import type { Branch, State, StateMachineDefinition } from "../../state-machine/definition";

export interface ScatterGatherDefinition<Call extends string = string> {
  /** Who is asked: name → the function that asks. All at once, each with the whole input. */
  readonly ask: Readonly<Record<string, Call>>;
  /** The function that makes one answer: it is given the input, and the replies at `replies` (`gathered`). */
  readonly gather: Call;
  /** Who has not answered by then is missing in the answer. Longer than a function takes to start, shorter than anybody waits. */
  readonly withinSeconds: number;
}

/** Room for the aggregator and its retries. */
const gatheringSeconds = 180;

/**
 * A state machine that asks several at once and makes one answer of what came in time (Hohpe and Woolf, "Enterprise Integration Patterns", Scatter-Gather).
 * Whoever is late or fails is in the replies by name, and delays nobody: a branch that ended in an error would end all of them.
 */
export function scatterGather<const Call extends string>(
  definition: ScatterGatherDefinition<Call>,
): StateMachineDefinition<Call> {
  const { ask, gather, withinSeconds } = definition;
  const asked = Object.entries<Call>(ask);
  if (asked.length === 0) throw new Error("a scatter-gather asks nobody");
  return {
    startAt: "Scatter",
    timeoutSeconds: withinSeconds + gatheringSeconds,
    states: {
      Scatter: {
        Type: "Parallel",
        Branches: asked.map(([from, call]) => branch(from, call, withinSeconds)),
        ResultPath: "$.replies",
        Next: "Gather",
      },
      Gather: { Call: gather, ResultPath: null, End: true },
    },
  };
}

/** There is one try: a second one would be late. */
function branch<Call extends string>(from: string, call: Call, withinSeconds: number): Branch<Call> {
  const [asks, answers, misses] = ["Ask", "Answer", "Miss"].map((prefix) => prefix + inCapitals(from)) as [
    string,
    string,
    string,
  ];
  const States: Record<string, State<Call>> = {
    [asks]: {
      Call: call,
      ResultPath: "$.reply",
      TimeoutSeconds: withinSeconds,
      Retry: [],
      Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: "$.reply", Next: misses }],
      Next: answers,
    },
    [answers]: { Type: "Pass", Parameters: { from, "answer.$": "$.reply.value" }, End: true },
    [misses]: { Type: "Pass", Parameters: { from, "failure.$": "$.reply.Error" }, End: true },
  };
  return { StartAt: asks, States };
}

function inCapitals(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
