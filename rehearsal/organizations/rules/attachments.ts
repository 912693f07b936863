import type { PolicySummary } from "../directory";
import { attachmentCounts, otherAttachmentCount } from "../limits";
import { violation } from "../refuse";
import type { Rule, RuleContext } from "./rule";

/** Rules about which policy may be attached where. */
export const attachmentRules: readonly Rule[] = [
  {
    refusal: "attachment-target",
    operations: ["AttachPolicy", "DetachPolicy"],
    check: async (context) => {
      const { policy, attached } = await situation(context);
      if (policy === undefined || attached !== undefined) return undefined;
      return { code: "TargetNotFoundException", message: "You specified a target that doesn't exist." };
    },
  },
  {
    refusal: "policy-type-not-enabled",
    operations: ["AttachPolicy", "DetachPolicy"],
    check: async (context) => {
      const { policy } = await situation(context);
      if (policy === undefined || (await context.directory.enabledTypes()).includes(policy.Type)) return undefined;
      return {
        code: "PolicyTypeNotEnabledException",
        message: "This operation can be performed only for enabled policy types.",
      };
    },
  },
  {
    refusal: "policy-attached-already",
    operations: ["AttachPolicy"],
    check: async (context) => {
      const { policy, attached = [] } = await situation(context);
      if (!attached.some(({ Id }) => Id === policy?.Id)) return undefined;
      return {
        code: "DuplicatePolicyAttachmentException",
        message: "A policy with the specified name and type is already attached to the specified target.",
      };
    },
  },
  {
    refusal: "attachment-limit",
    operations: ["AttachPolicy"],
    check: async (context) => {
      const { policy, attached = [] } = await situation(context);
      const limit = attachmentCounts[policy?.Type ?? ""] ?? otherAttachmentCount;
      if (attached.length < limit.value) return undefined;
      return violation(
        "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
        "You have attached the maximum number of policies to the specified target.",
      );
    },
  },
  {
    refusal: "policy-not-attached",
    operations: ["DetachPolicy"],
    check: async (context) => {
      const { policy, attached = [] } = await situation(context);
      if (policy === undefined || attached.some(({ Id }) => Id === policy.Id)) return undefined;
      return {
        code: "PolicyNotAttachedException",
        message: "The specified policy isn't attached to the specified target.",
      };
    },
  },
  {
    refusal: "attachment-minimum",
    operations: ["DetachPolicy"],
    check: async (context) => {
      const { policy, attached = [] } = await situation(context);
      if (policy?.Type !== "SERVICE_CONTROL_POLICY" || attached.length > 1) return undefined;
      return violation(
        "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
        "You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.",
      );
    },
  },
];

interface Situation {
  readonly policy: PolicySummary | undefined;
  /** Policies of the same type on the target; `undefined` when there is no such target. */
  readonly attached: readonly PolicySummary[] | undefined;
}

async function situation({ directory, input }: RuleContext): Promise<Situation> {
  const policy = await directory.policy(input["PolicyId"] ?? "");
  return { policy, attached: policy && (await directory.attached(input["TargetId"] ?? "", policy.Type)) };
}
