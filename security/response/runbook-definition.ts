import { responseRoles } from "../../declaration/response-names";

/** ARNs and ids that the runbook is written with. */
export interface RunbookSettings {
  readonly partition: string;
  /** ARN of the role that moves accounts, in the management account. */
  readonly moveRoleArn: string;
  /** Id of the organizational unit to which accounts are moved. */
  readonly unitId: string;
  /** Ids of the landing zone's own accounts, which it never moves. */
  readonly refused: readonly string[];
  readonly topicArn: string;
}

/** Throttling and eventual consistency: Organizations takes one change at a time (Organizations User Guide, "Quotas and service limits"). */
const retry = [{ ErrorEquals: ["States.TaskFailed"], IntervalSeconds: 5, MaxAttempts: 4, BackoffRate: 2 }];

/**
 * The runbook in Amazon States Language. Its input: `{"account": "<id>", "reason": "<why>"}`. It snapshots the volumes it may, moves the
 * account to quarantine whatever came of that, and tells people.
 */
export function runbookDefinition(settings: RunbookSettings): string {
  const { partition, moveRoleArn, unitId, refused, topicArn } = settings;
  const api = (call: string): string => `arn:${partition}:states:::aws-sdk:${call}`;
  const inAccount = {
    "RoleArn.$": `States.Format('arn:${partition}:iam::{}:role/${responseRoles.snapshot}', $.account)`,
  };
  const inManagement = { RoleArn: moveRoleArn };
  return JSON.stringify({
    Comment: "Quarantines an account",
    StartAt: "MayBeMoved",
    States: {
      MayBeMoved: {
        Type: "Choice",
        Choices: refused.map((id) => ({ Variable: "$.account", StringEquals: id, Next: "Refused" })),
        Default: "FindVolumes",
      },
      Refused: {
        Type: "Fail",
        Error: "Refused",
        Cause: "The landing zone's own accounts are not quarantined",
      },
      FindVolumes: {
        Type: "Task",
        Resource: api("ec2:describeVolumes"),
        Credentials: inAccount,
        Parameters: {},
        ResultPath: "$.found",
        Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: "$.snapshotError", Next: "FindParent" }],
        Next: "SnapshotEach",
      },
      SnapshotEach: {
        Type: "Map",
        ItemsPath: "$.found.Volumes",
        ItemSelector: { "account.$": "$.account", "volume.$": "$$.Map.Item.Value.VolumeId" },
        MaxConcurrency: 5,
        ItemProcessor: {
          ProcessorConfig: { Mode: "INLINE" },
          StartAt: "Snapshot",
          States: {
            Snapshot: {
              Type: "Task",
              Resource: api("ec2:createSnapshot"),
              Credentials: inAccount,
              Parameters: { "VolumeId.$": "$.volume", Description: "Before quarantine" },
              Retry: retry,
              End: true,
            },
          },
        },
        ResultPath: "$.snapshots",
        Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: "$.snapshotError", Next: "FindParent" }],
        Next: "FindParent",
      },
      FindParent: {
        Type: "Task",
        Resource: api("organizations:listParents"),
        Credentials: inManagement,
        Parameters: { "ChildId.$": "$.account" },
        ResultPath: "$.parents",
        Retry: retry,
        Next: "IsQuarantined",
      },
      IsQuarantined: {
        Type: "Choice",
        Choices: [{ Variable: "$.parents.Parents[0].Id", StringEquals: unitId, Next: "Tell" }],
        Default: "Move",
      },
      Move: {
        Type: "Task",
        Resource: api("organizations:moveAccount"),
        Credentials: inManagement,
        Parameters: {
          "AccountId.$": "$.account",
          "SourceParentId.$": "$.parents.Parents[0].Id",
          DestinationParentId: unitId,
        },
        ResultPath: null,
        Retry: retry,
        Next: "Tell",
      },
      Tell: {
        Type: "Task",
        Resource: `arn:${partition}:states:::sns:publish`,
        Parameters: {
          TopicArn: topicArn,
          Subject: "An account was quarantined",
          "Message.$": "States.JsonToString($)",
        },
        ResultPath: null,
        End: true,
      },
    },
  });
}
