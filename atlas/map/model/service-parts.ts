import type { LandingZone } from "../../../declaration/model";
import { callsOf } from "../../../workloads/state-machine/definition";
import type { ServiceDefinition } from "../../../workloads/service-definition";
import type { AnyUse } from "../../../workloads/uses/use";

export type PartKind =
  | "api"
  | "function"
  | "table"
  | "queue"
  | "topic"
  | "schedule"
  | "bucket"
  | "secret"
  | "database"
  | "dataStream"
  | "stream"
  | "email"
  | "machine"
  | "userPool"
  | "bus";

/** What a service is made of. */
export interface ServicePart {
  readonly kind: PartKind;
  readonly name: string;
}

/** From one part to another, both as `KIND NAME`. */
export interface PartLink {
  readonly from: string;
  readonly to: string;
  /** What is done: actions of a function, `calls`, `starts it`, or the events that are taken. */
  readonly what: string;
}

export interface ServicePicture {
  readonly name: string;
  /** Accounts that run it. */
  readonly accounts: readonly string[];
  readonly parts: readonly ServicePart[];
  readonly links: readonly PartLink[];
}

/** The services that accounts declare, each once, by name. */
export function servicesOf(
  { accounts }: LandingZone,
  definitionOf: (service: string) => ServiceDefinition,
): readonly ServicePicture[] {
  const names = [...new Set(accounts.flatMap(({ service }) => (service ? [service.name] : [])))].sort();
  return names.map((name) => ({
    ...partsOf(definitionOf(name)),
    accounts: accounts.filter(({ service }) => service?.name === name).map((account) => account.name),
  }));
}

const partOfUse: Readonly<Record<AnyUse["kind"], PartKind>> = {
  table: "table",
  queue: "queue",
  bucket: "bucket",
  secret: "secret",
  stateMachine: "machine",
  database: "database",
  bus: "bus",
  email: "email",
  deliveryStream: "stream",
  topic: "topic",
  dataStream: "dataStream",
};

/** Where a consumer takes from, and what. */
const taken = {
  stream: ["table", "changes"],
  queue: ["queue", "messages"],
  topic: ["topic", "messages"],
  dataStream: ["dataStream", "records"],
  schedule: ["schedule", "calls"],
} as const satisfies Readonly<Record<string, readonly [PartKind, string]>>;

const api = { kind: "api", name: "API" } as const;
const bus = { kind: "bus", name: "central" } as const;

/** A service's parts and what goes between them, as its definition says. */
export function partsOf(definition: ServiceDefinition): Omit<ServicePicture, "accounts"> {
  const { name, operations, consumers = {}, tasks = {}, offers = {}, stateMachines = {}, events = {} } = definition;
  const uses = (from: string, all: readonly AnyUse[]): readonly PartLink[] =>
    all.map((use) => ({ from: `function ${from}`, to: usedId(definition, use), what: [...use.actions].join(", ") }));
  const links: readonly PartLink[] = [
    ...Object.entries(operations).flatMap(([operation, each]) => [
      { from: idOf(api), to: `function ${operation}`, what: "calls" },
      ...uses(operation, each.uses),
    ]),
    ...Object.entries(definition.api?.sendTo ?? {}).map(([operation, queue]) => ({
      from: idOf(api),
      to: `queue ${queue}`,
      what: operation,
    })),
    ...Object.entries(consumers).flatMap(([consumer, { from, uses: used }]) => [
      ...(from.kind === "subscription"
        ? [{ from: idOf(bus), to: `function ${consumer}`, what: (events.subscribes?.[from.name] ?? []).join(", ") }]
        : [{ from: `${taken[from.kind][0]} ${from.name}`, to: `function ${consumer}`, what: taken[from.kind][1] }]),
      ...uses(consumer, used),
    ]),
    ...[...Object.entries(tasks), ...Object.entries(offers)].flatMap(([task, each]) => uses(task, each.uses)),
    ...Object.entries(stateMachines).flatMap(([machine, each]) =>
      callsOf(each).map((call) => ({ from: `machine ${machine}`, to: `function ${call}`, what: "calls" })),
    ),
  ];
  const declared: readonly ServicePart[] = [
    ...(links.some(({ from }) => from === idOf(api)) ? [api] : []),
    ...functionNames(definition).map((each) => ({ kind: "function" as const, name: each })),
    ...schedulesOf(definition),
    ...stores(definition),
    ...(links.some(({ from, to }) => from === idOf(bus) || to === idOf(bus)) ? [bus] : []),
  ];
  const known = new Set(declared.map(idOf));
  const called = links.flatMap(({ to }) => (known.has(to) ? [] : [to.slice("function ".length)]));
  return {
    name,
    parts: [...declared, ...[...new Set(called)].map((each) => ({ kind: "function" as const, name: each }))],
    links,
  };
}

function idOf({ kind, name }: ServicePart): string {
  return `${kind} ${name}`;
}

function usedId({ email }: ServiceDefinition, { kind, name }: AnyUse): string {
  return `${partOfUse[kind]} ${kind === "email" ? (email?.from ?? name) : name}`;
}

function functionNames({ operations, consumers, tasks, offers }: ServiceDefinition): readonly string[] {
  return [operations, consumers, tasks, offers].flatMap((each) => Object.keys(each ?? {}));
}

/** Consumers that are called at the same times have one. */
function schedulesOf({ consumers = {} }: ServiceDefinition): readonly ServicePart[] {
  const names = Object.values(consumers).flatMap(({ from }) => (from.kind === "schedule" ? [from.name] : []));
  return [...new Set(names)].map((name) => ({ kind: "schedule", name }));
}

function stores(definition: ServiceDefinition): readonly ServicePart[] {
  const {
    tables,
    queues,
    topics,
    buckets,
    secrets,
    databases,
    dataStreams,
    deliveryStreams,
    stateMachines,
    userPools,
    email,
  } = definition;
  const parts = (kind: PartKind, named: object | undefined): readonly ServicePart[] =>
    Object.keys(named ?? {}).map((name) => ({ kind, name }));
  return [
    ...parts("table", tables),
    ...parts("queue", queues),
    ...parts("topic", topics),
    ...parts("bucket", buckets),
    ...parts("secret", secrets),
    ...parts("database", databases),
    ...parts("dataStream", dataStreams),
    ...parts("stream", deliveryStreams),
    ...parts("machine", stateMachines),
    ...parts("userPool", userPools),
    ...(email ? [{ kind: "email" as const, name: email.from }] : []),
  ];
}
