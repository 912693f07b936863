import type { Alarm, Watched } from "../microservice/alarms";
import { executionMetric, queueMetric } from "../microservice/metrics";

/** An execution that fails is nobody's business any more but people's: what a saga takes back succeeds. */
export function stateMachineAlarms(machines: Watched["stateMachines"]): readonly Alarm[] {
  const once = { statistic: "Sum", above: 0, minutes: 1, ofMinutes: 1 } as const;
  return machines.flatMap(({ machine, arn, parkedQueue }): Alarm[] => [
    {
      name: `${machine}-failed`,
      description: `Executions of ${machine} fail`,
      metric: executionMetric(arn, "ExecutionsFailed"),
      ...once,
    },
    {
      name: `${machine}-timed-out`,
      description: `Executions of ${machine} take too long`,
      metric: executionMetric(arn, "ExecutionsTimedOut"),
      ...once,
    },
    ...(parkedQueue === undefined
      ? []
      : [
          {
            name: `${machine}-parked`,
            description: `${machine} could neither be done nor undone: see the parked queue`,
            metric: queueMetric(parkedQueue, "ApproximateNumberOfMessagesVisible"),
            ...once,
            statistic: "Maximum" as const,
          },
        ]),
  ]);
}
