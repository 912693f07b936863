import type { Watched } from "../microservice/alarms";
import type { Series } from "../microservice/dashboard";
import { executionMetric, queueMetric } from "../microservice/metrics";

/** What a dashboard shows of state machines. */
export function executionCharts(
  machines: Watched["stateMachines"],
): readonly (readonly [title: string, series: readonly Series[]])[] {
  const names = ["ExecutionsStarted", "ExecutionsSucceeded", "ExecutionsFailed", "ExecutionsTimedOut"] as const;
  return [
    [
      "Executions",
      machines.flatMap(({ machine, arn }) =>
        names.map((name): Series => ({
          metric: executionMetric(arn, name),
          statistic: "Sum",
          label: `${machine} ${name.replace("Executions", "").toLowerCase()}`,
        })),
      ),
    ],
    [
      "Execution time p95 (ms)",
      machines.map(({ machine, arn }): Series => ({
        metric: executionMetric(arn, "ExecutionTime"),
        statistic: "p95",
        label: machine,
      })),
    ],
    [
      "Parked",
      machines.flatMap(({ machine, parkedQueue }): Series[] =>
        parkedQueue === undefined
          ? []
          : [
              {
                metric: queueMetric(parkedQueue, "ApproximateNumberOfMessagesVisible"),
                statistic: "Maximum",
                label: machine,
              },
            ],
      ),
    ],
  ];
}
