import type { AnyUse } from "../uses/use";

/** A function that the service's state machines call. Its handler is `<handlers>/<its name>.ts`. */
export interface TaskDefinition<Uses extends AnyUse = AnyUse> {
  readonly uses: readonly Uses[];
}

/** The same, offered to state machines of other services, whose accounts are on the same event bus. They call it `<service>/<its name>`. */
export interface OfferDefinition<Uses extends AnyUse = AnyUse> extends TaskDefinition<Uses> {
  /** Names of the services whose state machines may call it. */
  readonly to: readonly string[];
}

/** Amazon States Language, "Retry after an error". */
export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: "FULL" | "NONE";
}

/** Amazon States Language, "Fallback states". */
export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly ResultPath?: string | null;
  readonly Next: string;
}

/** What comes after a state. */
export type Transition = { readonly Next: string } | { readonly End: true };

/**
 * Calls a function: a task or an offer of the service, or `<service>/<offer>` of another. The function is given what `InputPath` and `Parameters`
 * select, the whole state when neither is there; what it returns is at `value` below `ResultPath`.
 */
export type CallState<Call extends string = string> = {
  readonly Call: Call;
  readonly Comment?: string;
  readonly InputPath?: string;
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly ResultPath?: string | null;
  /** 15 when absent: longer than the function runs. */
  readonly TimeoutSeconds?: number;
  /** Errors of Lambda itself, and time-outs, three times, when absent. */
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly Catcher[];
} & Transition;

/** Puts the whole state into the machine's parked queue, whose alarm calls people. */
export type ParkState = { readonly Park: true; readonly Retry?: readonly Retrier[] } & Transition;

/** Any other state, as Amazon States Language has it. */
export interface PlainState {
  readonly Type: "Choice" | "Fail" | "Map" | "Parallel" | "Pass" | "Succeed" | "Wait";
  readonly [field: string]: unknown;
}

export type State<Call extends string = string> = CallState<Call> | ParkState | PlainState;

/** A Standard workflow in Amazon States Language, whose tasks are calls of functions. */
export interface StateMachineDefinition<Call extends string = string> {
  readonly startAt: string;
  readonly states: Readonly<Record<string, State<Call>>>;
  /** An execution that is still running then ends as timed out, with an alarm. A day when absent. */
  readonly timeoutSeconds?: number;
}

export function isCall<Call extends string>(state: State<Call>): state is CallState<Call> {
  return "Call" in state;
}

export function isPark(state: State): state is ParkState {
  return "Park" in state;
}

/** Functions that the states call, each once, in the order of the states. */
export function callsOf({ states }: StateMachineDefinition): readonly string[] {
  return [...new Set(Object.values(states).flatMap((state) => (isCall(state) ? [state.Call] : [])))];
}

/** Whether the machine has a queue for what needs people. */
export function parks({ states }: StateMachineDefinition): boolean {
  return Object.values(states).some(isPark);
}
