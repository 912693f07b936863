import type { Watched } from "./alarms";
import { executionCharts } from "../state-machine/charts";
import {
  apiMetric,
  deliveryMetric,
  functionMetric,
  type Metric,
  queueMetric,
  reputationMetric,
  tableMetric,
} from "./metrics";

export interface Series {
  readonly metric: Metric;
  readonly statistic: "Sum" | "p50" | "p95" | "Maximum";
  readonly label: string;
}

/** Body of a dashboard (CloudWatch API reference, "Dashboard Body Structure and Syntax"): a grid 24 units wide. */
export function dashboardBody(
  region: string,
  { api, functions, tables, consumers, called, queues, deadLetters, deliveryStreams, email, stateMachines }: Watched,
  alarmArns: readonly string[],
): { readonly widgets: readonly object[] } {
  const ofApi = (label: string, name: Parameters<typeof apiMetric>[1], statistic: Series["statistic"]): Series => ({
    metric: apiMetric(api, name),
    statistic,
    label,
  });
  const perFunction = (name: Parameters<typeof functionMetric>[1], statistic: Series["statistic"]): Series[] =>
    [
      ...functions.map(({ functionName, operationId }) => ({ functionName, label: operationId })),
      ...consumers.map(({ functionName, consumer }) => ({ functionName, label: consumer })),
      ...called.map(({ functionName, task }) => ({ functionName, label: task })),
    ].map(({ functionName, label }) => ({ metric: functionMetric(functionName, name), statistic, label }));
  const asynchronous: readonly (readonly [title: string, series: readonly Series[]])[] = [
    [
      "Age of the oldest message (s)",
      queues.map(({ queue, queueName }) => ({
        metric: queueMetric(queueName, "ApproximateAgeOfOldestMessage"),
        statistic: "Maximum",
        label: queue,
      })),
    ],
    [
      "Dead letters",
      deadLetters.map(({ edge, queueName }) => ({
        metric: queueMetric(queueName, "ApproximateNumberOfMessagesVisible"),
        statistic: "Maximum",
        label: edge,
      })),
    ],
    [
      "Iterator age (ms)",
      consumers
        .filter(({ from }) => from === "stream" || from === "dataStream")
        .map(({ consumer, functionName }) => ({
          metric: functionMetric(functionName, "IteratorAge"),
          statistic: "Maximum",
          label: consumer,
        })),
    ],
    [
      "Records delivered",
      deliveryStreams.map(({ stream, streamName }) => ({
        metric: deliveryMetric(streamName, "IncomingRecords"),
        statistic: "Sum",
        label: stream,
      })),
    ],
    [
      "Age of the oldest record not delivered (s)",
      deliveryStreams.map(({ stream, streamName }) => ({
        metric: deliveryMetric(streamName, "DeliveryToS3.DataFreshness"),
        statistic: "Maximum",
        label: stream,
      })),
    ],
    [
      "Mails that came back or were unwelcome (share)",
      (email ? (["BounceRate", "ComplaintRate"] as const) : []).map((name) => ({
        metric: reputationMetric(name),
        statistic: "Maximum",
        label: name,
      })),
    ],
  ];
  const perTable = (...names: Parameters<typeof tableMetric>[1][]): Series[] =>
    tables.flatMap(({ table, tableName }) =>
      names.map((name): Series => ({
        metric: tableMetric(tableName, name),
        statistic: "Sum",
        label: `${table} ${name}`,
      })),
    );
  const charts: readonly (readonly [title: string, series: readonly Series[]])[] = [
    ["Rate", [ofApi("requests", "Count", "Sum")]],
    ["Errors", [ofApi("4xx", "4xx", "Sum"), ofApi("5xx", "5xx", "Sum")]],
    ["Latency (ms)", [ofApi("p50", "Latency", "p50"), ofApi("p95", "Latency", "p95")]],
    ["Invocations", perFunction("Invocations", "Sum")],
    ["Function errors", perFunction("Errors", "Sum")],
    ["Duration p95 (ms)", perFunction("Duration", "p95")],
    ["Throttles", perFunction("Throttles", "Sum")],
    ["Table capacity", perTable("ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits")],
    ["Table throttles", perTable("ReadThrottleEvents", "WriteThrottleEvents")],
    ...[...asynchronous, ...executionCharts(stateMachines)].filter(([, series]) => series.length > 0),
  ];
  return {
    widgets: [
      { type: "alarm", x: 0, y: 0, width: 24, height: 3, properties: { title: "Alarms", alarms: alarmArns } },
      ...charts.map(([title, series], index) => ({
        type: "metric",
        x: (index % 3) * 8,
        y: 3 + Math.floor(index / 3) * 6,
        width: 8,
        height: 6,
        properties: { title, region, view: "timeSeries", period: 60, metrics: series.map(line) },
      })),
    ],
  };
}

function line({ metric, statistic, label }: Series): readonly unknown[] {
  return [metric.namespace, metric.name, ...Object.entries(metric.dimensions).flat(), { stat: statistic, label }];
}
