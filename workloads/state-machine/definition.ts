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

/** States of their own within a state. Names of states are unique in the whole machine. */
export interface Branch<Call extends string = string> {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State<Call>>>;
}

/** Runs all its branches at once, each with the whole input; its result has theirs, in order. */
export interface ParallelState<Call extends string = string> {
  readonly Type: "Parallel";
  readonly Branches: readonly Branch<Call>[];
  readonly Catch?: readonly Catcher[];
  readonly [field: string]: unknown;
}

/** Runs its states for each item: within the execution, or, `DISTRIBUTED`, in an execution for each. */
export interface MapState<Call extends string = string> {
  readonly Type: "Map";
  readonly ItemProcessor: Branch<Call> & {
    readonly ProcessorConfig?:
      { readonly Mode: "INLINE" } | { readonly Mode: "DISTRIBUTED"; readonly ExecutionType: "STANDARD" | "EXPRESS" };
  };
  /** Of a distributed map: items are those of a JSON array, an object of a bucket of the service. `key` is the path of its key in the state. */
  readonly ReadItems?: { readonly bucket: string; readonly key: string };
  readonly Catch?: readonly Catcher[];
  readonly [field: string]: unknown;
}

/** Any other state, as Amazon States Language has it. */
export interface PlainState {
  readonly Type: "Choice" | "Fail" | "Pass" | "Succeed" | "Wait";
  readonly [field: string]: unknown;
}

export type State<Call extends string = string> =
  CallState<Call> | ParkState | ParallelState<Call> | MapState<Call> | PlainState;

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

export function isMap<Call extends string>(state: State<Call>): state is MapState<Call> {
  return "Type" in state && state.Type === "Map";
}

/** Whether each item has an execution of its own. */
export function isDistributed({ ItemProcessor }: MapState): boolean {
  return ItemProcessor.ProcessorConfig?.Mode === "DISTRIBUTED";
}

/** What a state runs within it. */
export function branchesOf(state: State): readonly Branch[] {
  if (isMap(state)) return [state.ItemProcessor];
  return "Type" in state && state.Type === "Parallel" ? (state as ParallelState).Branches : [];
}

/** All states by name, those within others too. */
export function statesOf({ states }: Pick<StateMachineDefinition, "states">): readonly (readonly [string, State])[] {
  return Object.entries(states).flatMap(([name, state]) => [
    [name, state] as const,
    ...branchesOf(state).flatMap(({ States }) => statesOf({ states: States })),
  ]);
}

/** Functions that the states call, each once, in the order of the states. */
export function callsOf(machine: StateMachineDefinition): readonly string[] {
  return [...new Set(statesOf(machine).flatMap(([, state]) => (isCall(state) ? [state.Call] : [])))];
}

/** Whether the machine has a queue for what needs people. */
export function parks(machine: StateMachineDefinition): boolean {
  return statesOf(machine).some(([, state]) => isPark(state));
}

/** Distributed maps, with the names of their states. */
export function distributedMapsOf(machine: StateMachineDefinition): readonly (readonly [string, MapState])[] {
  return statesOf(machine).flatMap(([name, state]): (readonly [string, MapState])[] =>
    isMap(state) && isDistributed(state) ? [[name, state]] : [],
  );
}
