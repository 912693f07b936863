import type { ConditionTest } from "../../../engine/policy/policy";
import { statementRule } from "../rule";

const keys = ["aws:principalaccount", "aws:principalarn", "aws:userid"];

/**
 * A service control policy binds principals of the zone's accounts alone, so that a principal of another account is nobody there (Organizations
 * User Guide, "Service control policies (SCPs)"). Ids of other accounts' resources, and in resource control policies, can be meant.
 */
export const foreignAccount = statementRule(
  "foreign-account",
  "warning",
  ({ subject: { accountIds }, policy, statement }) => {
    if (accountIds === undefined || policy.type !== "SERVICE_CONTROL_POLICY") return [];
    return statement.conditions
      .filter(({ key }) => keys.includes(key.toLowerCase()))
      .flatMap((test) =>
        idsIn(test)
          .filter((id) => !accountIds.has(id))
          .map((id) => ({
            message: `${id} in ${test.key} is no account of the zone`,
            remedy: "Correct the account's id, or take it out: no principal of it is ever bound by this policy.",
            place: test.place,
          })),
      );
  },
);

function idsIn({ values }: ConditionTest): readonly string[] {
  return [...new Set(values.flatMap((value) => value.match(/(?<!\d)\d{12}(?!\d)/g) ?? []))];
}
