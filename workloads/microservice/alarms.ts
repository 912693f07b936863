import { stateMachineAlarms } from "../state-machine/alarms";
import {
  apiMetric,
  deliveryMetric,
  functionMetric,
  type MeasuredApi,
  type Metric,
  queueMetric,
  reputationMetric,
  tableMetric,
} from "./metrics";

/** What an alarm watches, as data. Periods are of one minute. */
export interface Alarm {
  /** Part of the alarm's name after the service's, and its Terraform name. */
  readonly name: string;
  readonly description: string;
  readonly metric: Metric;
  readonly statistic: "Sum" | "Maximum" | "p95";
  readonly above: number;
  /** Alarm when this many of the last `ofMinutes` are above. */
  readonly minutes: number;
  readonly ofMinutes: number;
}

/** Names as CloudWatch knows them. */
export interface Watched {
  readonly api: MeasuredApi;
  readonly functions: readonly { readonly operationId: string; readonly functionName: string }[];
  /** Consumers; those of a stream fall behind in time, those of all else but data streams let its messages grow old. */
  readonly consumers: readonly {
    readonly consumer: string;
    readonly functionName: string;
    readonly from: "queue" | "stream" | "subscription" | "topic" | "schedule" | "dataStream";
  }[];
  /** Those of subscriptions and of consumers of topics and schedules too. */
  readonly queues: readonly { readonly queue: string; readonly queueName: string }[];
  /** Of each asynchronous edge: a queue, a subscription, or the consumer of a stream, data stream, topic or schedule. */
  readonly deadLetters: readonly { readonly edge: string; readonly queueName: string }[];
  /** Tasks and offers: state machines call them again, and catch what fails. */
  readonly called: readonly { readonly task: string; readonly functionName: string }[];
  readonly stateMachines: readonly {
    readonly machine: string;
    readonly arn: string;
    readonly parkedQueue?: string;
  }[];
  readonly tables: readonly { readonly table: string; readonly tableName: string }[];
  readonly deliveryStreams: readonly { readonly stream: string; readonly streamName: string }[];
  /** Whether it sends mails. */
  readonly email: boolean;
}

/** Longer than a few retries take, shorter than what anybody waits for. */
const behindSeconds = 900;

/**
 * The alarms of a service. Handlers turn their own errors into a 500, which `api-5xx` counts; a function's `errors`
 * are those it could not answer: timeouts, lack of memory, a failed start.
 */
export function alarmsOf(watched: Watched, latencyP95Milliseconds: number): readonly Alarm[] {
  const { api, functions, tables } = watched;
  const once = { statistic: "Sum", above: 0, minutes: 1, ofMinutes: 1 } as const;
  const slow = { statistic: "p95", above: latencyP95Milliseconds, minutes: 3, ofMinutes: 5 } as const;
  return [
    { name: "api-5xx", description: "The API answers with server errors", metric: apiMetric(api, "5xx"), ...once },
    { name: "api-latency", description: "Clients wait too long", metric: apiMetric(api, "Latency"), ...slow },
    ...functions.flatMap(({ operationId, functionName }): Alarm[] => [
      {
        name: `${operationId}-errors`,
        description: `${operationId} fails without an answer`,
        metric: functionMetric(functionName, "Errors"),
        ...once,
      },
      {
        name: `${operationId}-throttles`,
        description: `${operationId} is refused: no concurrency left`,
        metric: functionMetric(functionName, "Throttles"),
        ...once,
      },
      {
        name: `${operationId}-latency`,
        description: `${operationId} is slow`,
        metric: functionMetric(functionName, "Duration"),
        ...slow,
      },
    ]),
    ...asynchronous(watched),
    ...stateMachineAlarms(watched.stateMachines),
    ...tables.flatMap(({ table, tableName }): Alarm[] =>
      (["Read", "Write"] as const).map((kind) => ({
        name: `${table}-${kind.toLowerCase()}-throttles`,
        description: `${kind}s of the table ${table} are throttled`,
        metric: tableMetric(tableName, `${kind}ThrottleEvents`),
        ...once,
      })),
    ),
    ...watched.deliveryStreams.map(({ stream, streamName }): Alarm => ({
      name: `${stream}-delivery`,
      description: `Records of ${stream} are not delivered: see the log of its delivery stream`,
      metric: deliveryMetric(streamName, "DeliveryToS3.DataFreshness"),
      above: behindSeconds,
      statistic: "Maximum",
      minutes: 3,
      ofMinutes: 5,
    })),
    ...(watched.email ? reputation : []),
  ];
}

/** SES reviews an account above these, and then takes its right to send (SES Developer Guide, "Amazon SES sending review process FAQs"). */
const reputation: readonly Alarm[] = [
  {
    name: "mail-bounces",
    description: "Too many mails come back",
    metric: reputationMetric("BounceRate"),
    above: 0.05,
    statistic: "Maximum",
    minutes: 1,
    ofMinutes: 1,
  },
  {
    name: "mail-complaints",
    description: "Too many recipients complain of mails",
    metric: reputationMetric("ComplaintRate"),
    above: 0.001,
    statistic: "Maximum",
    minutes: 1,
    ofMinutes: 1,
  },
];

/** A record that fails is tried again, so a consumer's errors alone are no alarm: what nobody handles in the end, or in time, is. */
function asynchronous({ consumers, queues, deadLetters }: Watched): readonly Alarm[] {
  const once = { statistic: "Sum", above: 0, minutes: 1, ofMinutes: 1 } as const;
  const behind = { statistic: "Maximum", minutes: 3, ofMinutes: 5 } as const;
  return [
    ...deadLetters.map(({ edge, queueName }): Alarm => ({
      name: `${edge}-dead-letters`,
      description: `${edge} could not be handled: see the dead letter queue`,
      metric: queueMetric(queueName, "ApproximateNumberOfMessagesVisible"),
      ...once,
      statistic: "Maximum",
    })),
    ...queues.map(({ queue, queueName }): Alarm => ({
      name: `${queue}-age`,
      description: `Messages of ${queue} wait too long`,
      metric: queueMetric(queueName, "ApproximateAgeOfOldestMessage"),
      above: behindSeconds,
      ...behind,
    })),
    ...consumers.flatMap(({ consumer, functionName, from }): Alarm[] => [
      {
        name: `${consumer}-errors`,
        description: `${consumer} fails without a report: it timed out, ran out of memory or did not start`,
        metric: functionMetric(functionName, "Errors"),
        ...once,
      },
      ...(from === "stream" || from === "dataStream"
        ? [
            {
              name: `${consumer}-iterator-age`,
              description: `${consumer} is behind its stream`,
              metric: functionMetric(functionName, "IteratorAge"),
              above: behindSeconds * 1000,
              ...behind,
            },
          ]
        : []),
    ]),
  ];
}
