import type { Level } from "../../../engine/bounds";
import { any, statementApplies } from "../../../engine/symbolic/build";
import { applies, classesOf, domainOf, isWithin } from "../questions";
import { statementRule } from "../rule";
import { type LintPath, pathsOf, type StatementOf } from "../subject";

/**
 * An Allow statement of a service control policy all of whose requests another policy of the same level allows: with FullAWSAccess beside it, an
 * Allow changes nothing (Organizations User Guide, "SCP evaluation", "How SCPs work with Allow").
 */
export const allowWithoutEffect = statementRule("allow-without-effect", "warning", (of) => {
  const { policy, statement } = of;
  if (statement.effect !== "Allow" || policy.type !== "SERVICE_CONTROL_POLICY") return [];
  const levels = pathsOf(of).flatMap((path) => levelsWith(path, of).map((level) => ({ path, level })));
  if (levels.length === 0 || !levels.every(({ path, level }) => isAllowedAnyway(of, path, level))) return [];
  return [
    {
      message:
        "the statement allows nothing that is not allowed beside it: FullAWSAccess is attached to the same level",
      remedy:
        "Say with a Deny and NotAction what is to be left out; an Allow in a service control policy grants nothing.",
    },
  ];
});

function levelsWith({ bounds }: LintPath, { policy }: StatementOf): readonly Level[] {
  return bounds.scp.filter(({ policies }) => policies.some((attached) => attached.policy === policy.policy));
}

function isAllowedAnyway(of: StatementOf, { domainAccount }: LintPath, { policies }: Level): boolean {
  return classesOf(of.subject, of.statement).every((each) => {
    const { name } = each.representative;
    const others = policies.flatMap(({ policy }) =>
      policy.statements
        .filter((other) => other.effect === "Allow" && other !== of.statement)
        .map((other) => statementApplies(other, policy.version, name)),
    );
    const domain = domainOf(of.policy, each, domainAccount);
    return isWithin(applies(of.policy, of.statement, each), any(others), domain);
  });
}
