import { otherPolicyCount, policyCounts, policySizes } from "../limits";
import { hasShape } from "../policy-shape";
import { violation } from "../refuse";
import type { Rule, RuleContext } from "./rule";

/** Rules about policies themselves. Wordings as AWS answers them. */
export const policyRules: readonly Rule[] = [
  {
    refusal: "policy-size",
    operations: ["CreatePolicy", "UpdatePolicy"],
    check: async (context) => {
      const limit = policySizes[await typeOf(context)];
      const bytes = Buffer.byteLength(context.input["Content"] ?? "");
      if (limit === undefined || bytes <= limit.value) return undefined;
      return violation("POLICY_CONTENT_LIMIT_EXCEEDED", "You have exceeded the maximum policy size.");
    },
  },
  {
    refusal: "policy-syntax",
    operations: ["CreatePolicy", "UpdatePolicy"],
    check: async (context) => {
      const content = context.input["Content"];
      if (content === undefined || hasShape(await typeOf(context), content)) return undefined;
      return {
        code: "MalformedPolicyDocumentException",
        message: "The provided policy document does not meet the requirements of the specified policy type.",
      };
    },
  },
  {
    refusal: "policy-name",
    operations: ["CreatePolicy", "UpdatePolicy"],
    check: async (context) => {
      const { directory, input } = context;
      const others = (await directory.policies(await typeOf(context))).filter(({ Id }) => Id !== input["PolicyId"]);
      if (!others.some(({ Name }) => Name === input["Name"])) return undefined;
      return { code: "DuplicatePolicyException", message: "A policy with the specified name and type already exists." };
    },
  },
  {
    refusal: "policy-count",
    operations: ["CreatePolicy"],
    check: async ({ directory, input }) => {
      const { Type = "" } = input;
      const limit = policyCounts[Type] ?? otherPolicyCount;
      if ((await directory.policies(Type)).length < limit.value) return undefined;
      return violation(
        "POLICY_NUMBER_LIMIT_EXCEEDED",
        "You have exceeded the allowed number of policies of this type.",
      );
    },
  },
];

async function typeOf({ directory, input }: RuleContext): Promise<string> {
  return input["Type"] ?? (await directory.policy(input["PolicyId"] ?? ""))?.Type ?? "";
}
