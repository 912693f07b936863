import type { Retrier } from "./definition";

/** Errors of Lambda that pass (Step Functions Developer Guide, "Handle transient Lambda service exceptions"), and functions that did not answer in time. */
export const transientErrors: readonly string[] = [
  "Lambda.ClientExecutionTimeoutException",
  "Lambda.ServiceException",
  "Lambda.AWSLambdaException",
  "Lambda.SdkClientException",
  "Lambda.TooManyRequestsException",
  "States.Timeout",
];

/** Random, growing pauses, so that executions that failed together do not come again together. */
const spread = { BackoffRate: 2, JitterStrategy: "FULL" } as const;

export const retryTransient: readonly Retrier[] = [
  { ErrorEquals: transientErrors, IntervalSeconds: 1, MaxAttempts: 3, MaxDelaySeconds: 20, ...spread },
];

/** Anything but what is named, which trying again does not change. */
export function retryAll(attempts: number, MaxDelaySeconds: number, but: readonly string[] = []): readonly Retrier[] {
  return [
    ...(but.length > 0 ? [{ ErrorEquals: but, MaxAttempts: 0 }] : []),
    { ErrorEquals: ["States.ALL"], IntervalSeconds: 1, MaxAttempts: attempts, MaxDelaySeconds, ...spread },
  ];
}
