import { managementPolicyTypes } from "../../../declaration/management-policies";
import type { LiveDifference, LiveRule } from "../compared";
import { accountNode, policyKey, unitNode } from "../governed";
import { everyAttachedPolicy } from "../../../policies/every-attached";
import { attachmentDifferences } from "./attachments";
import { isSameDocument } from "./same-document";

/** Policies that set things up: gone, edited, or not attached as declared. They change nothing of who may do what. */
export const setUpPolicyRule: LiveRule = (compared) => {
  const { zone, guardrails } = compared;
  const live = new Map(guardrails.policies.map((policy) => [policyKey(policy), policy]));
  const attached = new Map(everyAttachedPolicy(zone).map((policy) => [policyKey(policy), policy]));
  return zone.policies.flatMap(({ name, type, content }): readonly LiveDifference[] => {
    const { type: awsType } = managementPolicyTypes[type];
    const key = policyKey({ type: awsType, name: `${zone.organization.name}-${name}` });
    const [found, declared] = [live.get(key), attached.get(key)];
    if (found === undefined || declared === undefined)
      return [
        {
          rule: "live-policy-missing",
          subject: name,
          message: `the organisation has no such ${awsType}`,
          remedy: "`landfall deploy org` makes and attaches it.",
        },
      ];
    const targets = [...declared.units.map(unitNode), ...declared.accounts.map(accountNode)];
    const edited: readonly LiveDifference[] = isSameDocument(content, found.content)
      ? []
      : [
          {
            rule: "live-policy-edited",
            subject: name,
            message: `the document of the ${awsType} ${found.id} is not the zone's`,
            remedy: "`landfall deploy org` writes the zone's again.",
          },
        ];
    return [...edited, ...attachmentDifferences(compared, { key, name, targets }, found)];
  });
};
