import { apiMetric, functionMetric, type MeasuredApi, type Metric, tableMetric } from "./metrics";

/** What an alarm watches, as data. Periods are of one minute. */
export interface Alarm {
  /** Part of the alarm's name after the service's, and its Terraform name. */
  readonly name: string;
  readonly description: string;
  readonly metric: Metric;
  readonly statistic: "Sum" | "p95";
  readonly above: number;
  /** Alarm when this many of the last `ofMinutes` are above. */
  readonly minutes: number;
  readonly ofMinutes: number;
}

/** Names as CloudWatch knows them. */
export interface Watched {
  readonly api: MeasuredApi;
  readonly functions: readonly { readonly operationId: string; readonly functionName: string }[];
  readonly tables: readonly { readonly table: string; readonly tableName: string }[];
}

/**
 * The alarms of a service. Handlers turn their own errors into a 500, which `api-5xx` counts; a function's `errors`
 * are those it could not answer: timeouts, lack of memory, a failed start.
 */
export function alarmsOf({ api, functions, tables }: Watched, latencyP95Milliseconds: number): readonly Alarm[] {
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
    ...tables.flatMap(({ table, tableName }): Alarm[] =>
      (["Read", "Write"] as const).map((kind) => ({
        name: `${table}-${kind.toLowerCase()}-throttles`,
        description: `${kind}s of the table ${table} are throttled`,
        metric: tableMetric(tableName, `${kind}ThrottleEvents`),
        ...once,
      })),
    ),
  ];
}
