import type { Catcher, State, StateMachineDefinition } from "./definition";
import { retryAll } from "./retry";

/** One step of a saga. Every function is idempotent: it may be called again after it had its effect. */
export interface Step<Call extends string = string> {
  /** Name of the state. */
  readonly name: string;
  /** The function that takes the step, as a state machine calls it: `takePayment`, or `payments/takePayment` of another service. */
  readonly do: Call;
  /**
   * The function that takes it back. It is called too when nobody knows whether the step had its effect, and then maybe before that effect: it has to
   * leave behind that the step must not be taken any more. `null`: the step has no effect to take back. Only a final step may say nothing of it.
   */
  readonly undo?: Call | null;
  /** Names of errors by which the function says that it did nothing, and never will: not tried again, nor taken back itself. */
  readonly refuses?: readonly string[];
  /** Times the step is tried again; 3 when absent. */
  readonly retries?: number;
  readonly timeoutSeconds?: number;
  /** Past the point of no return: tried as long as a compensation is, and parked when it fails. Steps after it have to be so too. */
  readonly final?: boolean;
}

export interface SagaDefinition<Call extends string = string> {
  readonly steps: readonly [Step<Call>, ...Step<Call>[]];
  /** Times a compensation is tried again; 10 when absent, which takes 20 minutes at most. */
  readonly undoRetries?: number;
}

const longestPauseSeconds = 300;

/**
 * A state machine of steps that are all taken, or taken back from the one that failed to the first (Garcia-Molina and Salem, "Sagas", 1987). Its input is
 * an object; what a step returned is at `results.<step>.value`. It succeeds with `outcome` `done` or `undone`, and what failed in `failure`. What can be
 * neither done nor undone is parked: the whole state goes into the machine's parked queue, and the execution fails. Starting one with that message as its input
 * goes on where it was.
 */
export function saga<const Call extends string>(definition: SagaDefinition<Call>): StateMachineDefinition<Call> {
  const { steps, undoRetries = 10 } = definition;
  checkSteps(steps);
  const undone = "Undone";
  /** State that takes back everything before a step. */
  const undoBefore = (index: number): string => {
    const last = steps.slice(0, index).findLast(({ undo }) => typeof undo === "string");
    return last?.undo ? undoName(last.undo) : undone;
  };
  const states: [string, State<Call>][] = steps.flatMap((step, index): [string, State<Call>][] => {
    const { name, undo, refuses = [], retries = 3, timeoutSeconds, final = false } = step;
    const Next = steps[index + 1]?.name ?? "Done";
    const limit = timeoutSeconds === undefined ? {} : { TimeoutSeconds: timeoutSeconds };
    const unknown = undo ? undoName(undo) : undoBefore(index);
    const forward: State<Call> = {
      Call: step.do,
      ResultPath: `$.results.${name}`,
      ...limit,
      Retry: final ? retryAll(undoRetries, longestPauseSeconds) : retryAll(retries, 20, refuses),
      Catch: final
        ? [caught(["States.ALL"], parking(name))]
        : [...(refuses.length > 0 ? [caught(refuses, undoBefore(index))] : []), caught(["States.ALL"], unknown)],
      Next,
    };
    if (!undo) return [[name, forward], ...(final ? [parked(name)] : [])];
    const back: State<Call> = {
      Call: undo,
      ResultPath: null,
      ...limit,
      Retry: retryAll(undoRetries, longestPauseSeconds),
      Catch: [caught(["States.ALL"], parking(undoName(undo)), "$.stuck")],
      Next: undoBefore(index),
    };
    return [[name, forward], [undoName(undo), back], parked(undoName(undo))];
  });
  const resumable = states.flatMap(([name]) => (states.some(([other]) => other === parking(name)) ? [name] : []));
  return {
    startAt: "Begin",
    states: Object.fromEntries<State<Call>>([
      ["Begin", begin(steps[0].name, resumable)],
      ...states,
      ["Done", { Type: "Pass", Result: "done", ResultPath: "$.outcome", End: true }],
      [undone, { Type: "Pass", Result: "undone", ResultPath: "$.outcome", End: true }],
      ["Park", { Park: true, Next: "Parked" }],
      ["Parked", { Type: "Fail", Error: "Parked", Cause: "It is in the parked queue, with all that is known" }],
    ]),
  };
}

/** `payments/refundPayment` → `RefundPayment`. */
function undoName(call: string): string {
  const name = call.split("/").pop() ?? call;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function parking(state: string): string {
  return `Park${state}`;
}

/** Notes where to go on. */
function parked(state: string): [string, State<never>] {
  return [parking(state), { Type: "Pass", Result: state, ResultPath: "$.resume", Next: "Park" }];
}

/** A parked execution that is started again goes on where it was. */
function begin(first: string, resumable: readonly string[]): State<never> {
  if (resumable.length === 0) return { Type: "Pass", Next: first };
  return {
    Type: "Choice",
    Choices: resumable.map((name) => ({
      And: [
        { Variable: "$.resume", IsPresent: true },
        { Variable: "$.resume", StringEquals: name },
      ],
      Next: name,
    })),
    Default: first,
  };
}

function caught(ErrorEquals: readonly string[], Next: string, ResultPath = "$.failure"): Catcher {
  return { ErrorEquals, ResultPath, Next };
}

function checkSteps(steps: readonly Step[]): void {
  const names = steps.flatMap(({ name, undo }) => [name, ...(undo ? [undoName(undo)] : [])]);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`a saga has two states called ${twice}`);
  const pivot = steps.findIndex(({ final }) => final === true);
  if (pivot >= 0 && steps.slice(pivot).some(({ final, undo }) => final !== true || typeof undo === "string"))
    throw new Error("past the point of no return every step is final, and none is taken back");
  const silent = steps.find(({ final, undo }) => final !== true && undo === undefined);
  if (silent !== undefined)
    throw new Error(
      `nothing is said to take back ${silent.name}: name what does, or write undo: null where it has no effect`,
    );
}
