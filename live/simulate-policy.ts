import {
  type ContextEntry,
  IAMClient,
  type PolicyEvaluationDecisionType,
  SimulateCustomPolicyCommand,
} from "@aws-sdk/client-iam";
import { clientSettings } from "./aws-client";
import type { Caller } from "./sts";

/** A question for IAM's policy simulator. */
export interface SimulatedCall {
  /** JSON text of an identity policy. */
  readonly policy: string;
  readonly action: string;
  /** ARN, or `*`. */
  readonly resource: string;
  readonly context: readonly ContextEntry[];
}

/** Asks IAM's simulator; nothing is made or called for it (IAM API Reference, SimulateCustomPolicy). */
export interface Simulator {
  /** @throws Error as AWS refuses it */
  ask(call: SimulatedCall): Promise<PolicyEvaluationDecisionType | undefined>;
  close(): void;
}

/** Needs `iam:SimulateCustomPolicy`, in any account. */
export function simulator({ region, environment }: Caller): Simulator {
  const client = new IAMClient({ ...clientSettings(region, environment), retryMode: "adaptive" });
  return {
    ask: async ({ policy, action, resource, context }) => {
      const { EvaluationResults: [result] = [] } = await client.send(
        new SimulateCustomPolicyCommand({
          PolicyInputList: [policy],
          ActionNames: [action],
          ResourceArns: [resource],
          ContextEntries: [...context],
        }),
      );
      return result?.EvalDecision;
    },
    close: () => client.destroy(),
  };
}
