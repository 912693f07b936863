import { didYouMean } from "../../declaration/problem/nearest";
import { isHandlerName, refuse } from "../microservice/refuse";
import type { Placement } from "../microservice/placement";
import type { ServiceDefinition } from "../service-definition";
import {
  branchesOf,
  callsOf,
  isDistributed,
  isMap,
  type State,
  type StateMachineDefinition,
  statesOf,
} from "./definition";
import { offerNamed } from "./names";

/** What the types of `defineService` cannot say, or were told not to. @throws UserError with every problem of tasks, offers and state machines */
export function checkStateMachines(definition: ServiceDefinition, placement: Placement): void {
  const {
    operations,
    consumers = {},
    tasks = {},
    offers = {},
    stateMachines = {},
    queues = {},
    buckets = {},
  } = definition;
  const called = [...Object.keys(tasks), ...Object.keys(offers)];
  const others = [...Object.keys(operations), ...Object.keys(consumers), ...Object.keys(queues)];
  const problems = [
    ...called.filter((name, index) => called.indexOf(name) !== index).map((name) => `${name} is a task and an offer`),
    ...called.filter((name) => others.includes(name)).map((name) => `${name} is a task or offer, and something else`),
    ...called
      .filter((name) => !isHandlerName(name))
      .map((name) => `${name} is no name that a handler can be exported under`),
    ...Object.entries(stateMachines).flatMap(([name, machine]) => [
      ...(isHandlerName(name) ? [] : [`${name} is no name of a state machine: letters and digits`]),
      ...statesThatAreNot(machine.startAt, machine.states).map(
        (state) => `${name} goes to ${state}, which is no state of it`,
      ),
      ...statesTwice(machine).map((state) => `${name} has two states called ${state}`),
      ...statesOf(machine).flatMap(([state, one]) => itemsProblem(`${state} of ${name}`, one, Object.keys(buckets))),
      ...callsOf(machine).flatMap((call) => callProblem(definition.name, call, called, placement, name)),
    ]),
  ];
  refuse(definition.name, problems, "Change `tasks`, `offers` or `stateMachines` in its service.ts.");
}

function callProblem(
  service: string,
  call: string,
  own: readonly string[],
  { peers = {} }: Placement,
  machine: string,
): readonly string[] {
  const foreign = offerNamed(call);
  if (foreign === undefined)
    return own.includes(call)
      ? []
      : [`${machine} calls ${call}, which is no task or offer of the service${didYouMean(call, own)}`];
  if (foreign.service === service) return [`${machine} calls its own service's ${foreign.offer} as another's`];
  const accounts = peers[foreign.service] ?? [];
  if (accounts.length === 1) return [];
  return accounts.length === 0
    ? [
        `${machine} calls ${call}, but no account on the same event bus has the service ${foreign.service}` +
          didYouMean(foreign.service, Object.keys(peers)),
      ]
    : [`${machine} calls ${call}, but ${accounts.length} accounts on the same event bus have ${foreign.service}`];
}

/** States that something leads to and that are not there, beside it: Step Functions refuses the whole definition. */
function statesThatAreNot(startAt: string, states: Readonly<Record<string, State>>): readonly string[] {
  const wanted = Object.values(states).flatMap((state) => {
    const { Next, Default, Choices = [], Catch = [] } = state as Leading;
    return [Next, Default, ...[...Choices, ...Catch].map((one) => one.Next)];
  });
  const within = Object.values(states).flatMap(branchesOf);
  return [
    ...[...new Set([startAt, ...wanted])].flatMap((name) => (name === undefined || name in states ? [] : [name])),
    ...within.flatMap(({ StartAt, States }) => statesThatAreNot(StartAt, States)),
  ];
}

/** Amazon States Language, "States": "The state name must be unique within the scope of the whole state machine". */
function statesTwice(machine: StateMachineDefinition): readonly string[] {
  const names = statesOf(machine).map(([name]) => name);
  return names.filter((name, index) => names.indexOf(name) !== index);
}

function itemsProblem(what: string, state: State, buckets: readonly string[]): readonly string[] {
  if (!isMap(state) || state.ReadItems === undefined) return [];
  const { bucket } = state.ReadItems;
  return [
    ...(isDistributed(state) ? [] : [`${what} reads its items from a bucket, which a distributed map alone does`]),
    ...(buckets.includes(bucket)
      ? []
      : [`${what} reads its items from ${bucket}, which is no bucket of the service${didYouMean(bucket, buckets)}`]),
  ];
}

interface Leading {
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Next?: string }[];
  readonly Catch?: readonly { readonly Next?: string }[];
}
