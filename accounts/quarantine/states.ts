/** Seconds after which an account of Landfall's own is in its unit: Terraform looks for a created account every 10 s and moves it then. */
const settleSeconds = 60;

export interface QuarantineStates {
  readonly partition: string;
  readonly rootId: string;
  readonly quarantineId: string;
  /** Ids of accounts that belong at the root. */
  readonly stay: readonly string[];
}

/**
 * Amazon States Language of the move (Step Functions Developer Guide, "Learning to use AWS service SDK integrations"): wait, list the accounts at the root,
 * and move those that do not belong there. The list says who is there; the event, whose form AWS does not document, only that somebody came. A page has 20
 * accounts, so no more than 19 may belong at the root. Somebody else's move in between is no failure.
 */
export function quarantineStates({ partition, rootId, quarantineId, stay }: QuarantineStates): object {
  const call = (operation: string): string => `arn:${partition}:states:::aws-sdk:organizations:${operation}`;
  const Retry = [
    {
      ErrorEquals: ["Organizations.TooManyRequestsException", "Organizations.ConcurrentModificationException"],
      IntervalSeconds: 5,
      MaxAttempts: 6,
      BackoffRate: 2,
    },
  ];
  return {
    Comment: "Moves accounts that appeared at the root to the quarantine",
    StartAt: "Settle",
    States: {
      Settle: { Type: "Wait", Seconds: settleSeconds, Next: "AtRoot" },
      AtRoot: {
        Type: "Task",
        Resource: call("listAccountsForParent"),
        Parameters: { ParentId: rootId },
        Retry,
        Next: "Each",
      },
      Each: {
        Type: "Map",
        ItemsPath: "$.Accounts",
        // Organizations takes one change at a time.
        MaxConcurrency: 1,
        ItemProcessor: {
          ProcessorConfig: { Mode: "INLINE" },
          StartAt: "Belongs",
          States: {
            Belongs: {
              Type: "Choice",
              Choices: [{ Or: stay.map((id) => ({ Variable: "$.Id", StringEquals: id })), Next: "Stays" }],
              Default: "Move",
            },
            Move: {
              Type: "Task",
              Resource: call("moveAccount"),
              Parameters: { "AccountId.$": "$.Id", SourceParentId: rootId, DestinationParentId: quarantineId },
              Retry,
              Catch: [{ ErrorEquals: ["Organizations.SourceParentNotFoundException"], Next: "Stays" }],
              End: true,
            },
            Stays: { Type: "Succeed" },
          },
        },
        End: true,
      },
    },
  };
}
