import { shownAddresses } from "../addresses";
import { finding, type FindingRule } from "./finding";

/** States that could not be read, each reason once. */
export const unreadableFindings: FindingRule = ({ stacks }) => {
  const byReason = new Map<string, string[]>();
  for (const { spec, unreadable } of stacks.values())
    if (unreadable !== undefined) byReason.set(unreadable, [...(byReason.get(unreadable) ?? []), spec.id]);
  return [...byReason].map(([reason, ids]) =>
    finding(
      "state-unreadable",
      ids.join(", "),
      `the state could not be read: ${reason}`,
      "Sign in as somebody who may assume the deploy roles; `landfall preflight` says what is missing.",
    ),
  );
};

/** Resources whose creation failed half-way: the next apply replaces them. */
export const taintedFindings: FindingRule = ({ stacks }) =>
  [...stacks.values()].flatMap(({ spec, state }) =>
    state === undefined || state.tainted.length === 0
      ? []
      : [
          finding(
            "resource-tainted",
            spec.id,
            `created half-way: ${shownAddresses(state.tainted)}`,
            `\`landfall deploy ${spec.id}\` makes them anew.`,
          ),
        ],
  );

/** States of stacks that the zone no longer has: what they made is still there, and is paid for. */
export const leftoverFindings: FindingRule = ({ zone, leftovers }) =>
  leftovers.map(({ key, resources }) => {
    const stack = key.replace(/^.*\/|\.tfstate$/g, "");
    const isOf = ({ name }: { readonly name: string }): boolean => stack === name || stack.startsWith(`${name}-`);
    const suspended = zone.accounts.filter(({ status }) => status === "suspended").find(isOf);
    return finding(
      "state-left-over",
      stack,
      `s3://${zone.stateBucket}/${key} has ${resources} resources, and the zone has no such stack`,
      suspended
        ? `\`landfall offboard ${suspended.name}\` drains it.`
        : zone.closedAccounts.some(isOf)
          ? "They went with the closed account: remove the state when AWS has closed it for good, 90 days after."
          : "Declare it again, destroy it with `landfall deploy`, then remove it; or `landfall offboard` its account.",
    );
  });
