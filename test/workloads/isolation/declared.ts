import type { LandingZone } from "../../../declaration/model";
import type { ServiceDefinition } from "../../../workloads/service-definition";
import type { Place } from "./resources";

/** What a function may do, by what its service declares. */
export interface Declared {
  readonly action: string;
  /** An ARN; with `*` at its end, everything that begins so. */
  readonly on: string;
  /** Of events: those it may put. Of mails, whose source is `mail`: the address they are from. */
  readonly events?: { readonly source: string; readonly types: readonly string[] };
}

/** One use of a handler, as its service's definition says it. */
export interface DeclaredUse {
  readonly kind: string;
  readonly name: string;
  readonly actions: readonly string[];
}

/** What a function of a service is declared to be. */
export interface DeclaredFunction {
  readonly id: string;
  readonly uses: readonly DeclaredUse[];
  readonly from?: { readonly kind: string; readonly name: string } | undefined;
}

/** A service in an account. */
export interface Home extends Place {
  readonly service: string;
  /** ARN of the central event bus that the account joins. */
  readonly centralBus?: string | undefined;
  readonly domainName: string;
  /** The address that its mails are from. */
  readonly sender: string;
  /** What the service publishes. */
  readonly publishes: readonly string[];
}

type Row = (home: Home, name: string, actions: readonly string[]) => readonly Declared[];

const own = (home: Home, service: string, resource: string): string =>
  `arn:${home.partition}:${service}:${home.region}:${home.account}:${resource}`;
const each = (actions: readonly string[], prefix: string, on: (action: string) => string): readonly Declared[] =>
  actions.map((action) => ({ action: `${prefix}:${action}`, on: on(action) }));

/**
 * What each kind of use lets a function do. This is the microservice's documentation over again ("What is used is declared once"), and shares
 * nothing with what writes the roles.
 */
const uses: Readonly<Record<string, Row>> = {
  table: (home, name, actions) =>
    each(actions, "dynamodb", () => own(home, "dynamodb", `table/${home.service}-${name}`)),
  queue: (home, name, actions) =>
    actions.map((action) => ({
      action: `sqs:${action === "ParkMessage" ? "SendMessage" : action}`,
      on: own(home, "sqs", `${home.service}-${name}${action === "ParkMessage" ? "_dead-letters" : ""}`),
    })),
  secret: (home, name, actions) =>
    each(actions, "secretsmanager", () => own(home, "secretsmanager", `secret:${home.service}-${name}-*`)),
  stateMachine: (home, name, actions) =>
    each(actions, "states", () => own(home, "states", `stateMachine:${home.service}-${name}`)),
  deliveryStream: (home, name, actions) =>
    each(actions, "firehose", () => own(home, "firehose", `deliverystream/${home.service}-${name}`)),
  dataStream: (home, name, actions) =>
    each(actions, "kinesis", () => own(home, "kinesis", `stream/${home.service}-${name}`)),
  topic: (home, name, actions) => each(actions, "sns", () => own(home, "sns", `${home.service}-${name}`)),
  email: (home, _name, actions) =>
    [`identity/${home.domainName}`, `configuration-set/${home.service}`].flatMap((resource) =>
      each(actions, "ses", () => own(home, "ses", resource)).map((row) => ({
        ...row,
        events: { source: "mail", types: [home.sender] },
      })),
    ),
  bucket: (home, name, actions) =>
    each(
      actions,
      "s3",
      (action) =>
        `arn:${home.partition}:s3:::${home.service}-${name}-${home.account}${action === "ListBucket" ? "" : "/*"}`,
    ),
  bus: (home, _name, actions) => [
    {
      action: "events:PutEvents",
      on: home.centralBus ?? "no bus",
      events: {
        source: home.service,
        types: (actions.includes("*") ? home.publishes : actions).map((event) => event.replace(/\.v\d+$/, "")),
      },
    },
  ],
};

const taking = ["ReceiveMessage", "DeleteMessage", "GetQueueAttributes"];
const fromQueue = (home: Home, queue: string): readonly Declared[] =>
  each(taking, "sqs", () => own(home, "sqs", `${home.service}-${queue}`));

/** What Lambda needs of the role to feed a consumer, by what it takes from (Lambda guide, execution role permissions). */
const sources: Readonly<Record<string, (home: Home, name: string, consumer: string) => readonly Declared[]>> = {
  queue: fromQueue,
  subscription: fromQueue,
  topic: (home, _topic, consumer) => fromQueue(home, consumer),
  schedule: (home, _when, consumer) => fromQueue(home, consumer),
  dataStream: (home, stream, consumer) => [
    ...each(
      ["DescribeStream", "DescribeStreamSummary", "GetRecords", "GetShardIterator", "ListShards"],
      "kinesis",
      () => own(home, "kinesis", `stream/${home.service}-${stream}`),
    ),
    { action: "kinesis:ListStreams", on: "*" },
    { action: "sqs:SendMessage", on: own(home, "sqs", `${home.service}-${consumer}_dead-letters`) },
  ],
  stream: (home, table, consumer) => [
    ...each(["DescribeStream", "GetRecords", "GetShardIterator"], "dynamodb", () =>
      own(home, "dynamodb", `table/${home.service}-${table}/stream/*`),
    ),
    { action: "dynamodb:ListStreams", on: "*" },
    { action: "sqs:SendMessage", on: own(home, "sqs", `${home.service}-${consumer}_dead-letters`) },
  ],
};

/** @throws when nobody said what the use or the source lets a function do */
export function declaredOf(home: Home, { id, uses: used, from }: DeclaredFunction): readonly Declared[] {
  const row = <Value>(table: Readonly<Record<string, Value>>, what: string, kind: string): Value => {
    const found = table[kind];
    if (found !== undefined) return found;
    throw new Error(
      `${home.service}: ${id} has a ${what} of kind ${kind}, and nobody said what that lets a function do: add it to test/workloads/isolation/declared.ts`,
    );
  };
  const logs = own(home, "logs", `log-group:/aws/lambda/${home.service}-${id}:log-stream:*`);
  return [
    ...used.flatMap(({ kind, name, actions }) => row(uses, "use", kind)(home, name, actions)),
    ...(from === undefined
      ? []
      : [
          ...row(sources, "source", from.kind)(home, from.name, id),
          ...(from.kind === "dataStream"
            ? []
            : each(["GetItem", "PutItem", "UpdateItem", "DeleteItem"], "dynamodb", () =>
                own(home, "dynamodb", `table/${home.service}.idempotency`),
              )),
        ]),
    ...each(["CreateLogStream", "PutLogEvents"], "logs", () => logs),
    ...each(["PutTraceSegments", "PutTelemetryRecords"], "xray", () => "*"),
  ];
}

/**
 * The functions that a definition has in an account.
 *
 * @param joins whether that joins an event bus: a service that can do without has no consumers there that take events or put them
 */
export function declaredFunctions(
  { operations, consumers = {}, tasks = {}, offers = {}, api = {}, events }: ServiceDefinition,
  joins: boolean,
): readonly DeclaredFunction[] {
  const stored = Object.keys(api.sendTo ?? {});
  const goes = !joins && events?.optional === true;
  return [
    ...Object.entries(operations)
      .filter(([id]) => !stored.includes(id))
      .map(([id, operation]) => ({ id, uses: operation.uses })),
    // A token that an issuer signed is read by API Gateway itself.
    ...Object.entries(api.authorizers ?? {})
      .filter(([, { audience }]) => audience === undefined)
      .map(([id, { uses: used = [] }]) => ({ id, uses: used })),
    ...Object.entries({ ...tasks, ...offers }).map(([id, { uses: used }]) => ({ id, uses: used })),
    ...Object.entries(consumers)
      .filter(
        ([, { from, uses: used }]) =>
          !goes || (from.kind !== "subscription" && used.every(({ kind }) => kind !== "bus")),
      )
      .map(([id, consumer]) => ({ id, uses: consumer.uses, from: consumer.from })),
  ];
}

/** Where a service is: what of the zone its functions' permissions follow from. */
export function homeOf(zone: LandingZone, account: string, definition: ServiceDefinition): Home {
  const found = zone.accounts.find(({ name }) => name === account);
  const { partition } = zone;
  const center = zone.foundation["shared-services"];
  const bus = found?.service?.eventBus;
  return {
    ...{ partition, region: zone.regions.home, account: zone.ids.get(`account/${account}`) },
    service: definition.name,
    publishes: definition.events?.publishes ?? [],
    domainName: found?.service?.domainName ?? "",
    sender: `${definition.email?.from ?? "nobody"}@${found?.service?.domainName ?? ""}`,
    ...(bus === undefined || center === undefined
      ? {}
      : {
          centralBus: `arn:${partition}:events:${zone.regions.home}:${zone.ids.get(`account/${center.name}`)}:event-bus/landfall-${bus}`,
        }),
  };
}
