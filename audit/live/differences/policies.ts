import { fullAwsAccess } from "../../full-aws-access";
import type { LivePolicy } from "../../../live/live-governance";
import { attachedPolicies, type ZonePolicy } from "../../../policies/attached";
import { everyAttachedPolicy } from "../../../policies/every-attached";
import type { Compared, LiveDifference, LiveRule } from "../compared";
import { isForeignPolicy } from "../foreign";
import { accountNode, policyKey, unitNode, withPolicy } from "../governed";
import { attachmentDifferences } from "./attachments";
import { isSameDocument } from "./same-document";
import { targetWords } from "./target-words";

/** Policies of the zone that are gone, have another name or another document, or are not attached as declared. */
export const policyRule: LiveRule = (compared) => {
  const { zone, guardrails } = compared;
  const live = new Map(guardrails.policies.map((policy) => [policyKey(policy), policy]));
  const renamed = renamedPolicies(compared);
  return attachedPolicies(zone).flatMap((policy) => {
    const found = live.get(policyKey(policy)) ?? renamed.get(policyKey(policy));
    return found === undefined ? [missing(compared, policy)] : differencesOf(compared, policy, found);
  });
};

/** Policies that are neither the zone's nor somebody else's. */
export const strangePolicyRule: LiveRule = (compared) => {
  const { declared, read } = compared;
  const renamed = new Set([...renamedPolicies(compared).values()].map(({ id }) => id));
  return strangePolicies(compared)
    .filter(({ id }) => !renamed.has(id))
    .map((policy) => {
      const key = policyKey(policy);
      const asRead = read.read.get(key);
      return {
        rule: "live-policy-not-declared",
        subject: policy.name,
        message: `the ${policy.type} ${policy.id} is declared nowhere; it is ${attachedWords(compared, policy)}`,
        remedy: "Delete it, declare it as a guardrail (policies/NAME.json), or name it in foreign.policies.",
        ...(asRead === undefined ? {} : { alone: withPolicy(declared, key, asRead) }),
      };
    });
};

/** Policies that AWS has and the engine cannot read: what they allow or deny is not in any answer. */
export const unreadableRule: LiveRule = ({ read }) =>
  read.unreadable.map(({ policy, why }) => ({
    rule: "live-policy-unreadable",
    subject: policy.name,
    message: `the ${policy.type} ${policy.id} cannot be read, and what it decides is left out: ${why}`,
    remedy: "Write it as AWS's guides do, or take it away.",
  }));

function missing({ declared }: Compared, policy: ZonePolicy): LiveDifference {
  return {
    rule: "live-policy-missing",
    subject: policy.name,
    message: `the organisation has no such ${policy.type}; it says the guardrails ${policy.guardrails.join(", ")}`,
    remedy: "`landfall deploy org` makes and attaches it.",
    alone: withPolicy(declared, policyKey(policy), undefined),
  };
}

function differencesOf(compared: Compared, policy: ZonePolicy, found: LivePolicy): readonly LiveDifference[] {
  const { declared, read } = compared;
  const key = policyKey(policy);
  const asDeclared = declared.policies.get(key);
  const asRead = read.read.get(policyKey(found));
  const targets = [...policy.units.map(unitNode), ...policy.accounts.map(accountNode)];
  const differences: LiveDifference[] = [];
  if (found.name !== policy.name) {
    const message = `the ${policy.type} ${found.id} is called ${found.name} and says the same`;
    const remedy = "`landfall deploy org` renames it back.";
    differences.push({ rule: "live-policy-renamed", subject: policy.name, message, remedy });
  }
  if (!isSameDocument(policy.document, found.content)) {
    differences.push({
      rule: "live-policy-edited",
      subject: policy.name,
      message: `the document of the ${policy.type} ${found.id} is not the zone's, which says the guardrails ${policy.guardrails.join(", ")}`,
      remedy: "`landfall deploy org` writes the zone's again.",
      ...(asDeclared === undefined || asRead === undefined
        ? {}
        : { alone: withPolicy(declared, key, { ...asDeclared, policy: asRead.policy }) }),
    });
  }
  return [...differences, ...attachmentDifferences(compared, { key, name: policy.name, targets }, found)];
}

/** FullAWSAccess where it is not attached: without another policy that allows, nothing is (Organizations User Guide, "SCP evaluation"). */
export const fullAccessRule: LiveRule = (compared) => {
  const { zone, guardrails } = compared;
  const found = guardrails.policies.find(({ awsManaged, name }) => awsManaged && name === fullAwsAccess.id);
  if (found === undefined) return [];
  const nodes = [
    ...zone.organizationalUnits.map(({ path }) => unitNode(path)),
    ...zone.accounts.map(({ name }) => accountNode(name)),
  ];
  const targets = [unitNode("root"), ...nodes];
  // On what is not declared it is others' affair.
  const own = { ...found, targets: found.targets.filter((id) => targets.includes(compared.at.nodeOf(id))) };
  return attachmentDifferences(compared, { key: policyKey(found), name: found.name, targets }, own);
};

/** Policies of a missing one's type and document that nobody declared: by the key of the missing one. */
function renamedPolicies(compared: Compared): ReadonlyMap<string, LivePolicy> {
  const names = new Set(compared.guardrails.policies.map(policyKey));
  const strange = strangePolicies(compared);
  const renamed = new Map<string, LivePolicy>();
  for (const policy of attachedPolicies(compared.zone).filter((each) => !names.has(policyKey(each)))) {
    const found = strange.find(({ type, content }) => type === policy.type && isSameDocument(policy.document, content));
    if (found !== undefined) renamed.set(policyKey(policy), found);
  }
  return renamed;
}

function strangePolicies({ zone, guardrails, at }: Compared): readonly LivePolicy[] {
  const declared = new Set(everyAttachedPolicy(zone).map(policyKey));
  const strangers = { units: at.strangeUnits, accounts: at.strangeAccounts };
  return guardrails.policies.filter(
    (policy) => !policy.awsManaged && !declared.has(policyKey(policy)) && !isForeignPolicy(zone, strangers, policy),
  );
}

function attachedWords(compared: Compared, { targets }: LivePolicy): string {
  return targets.length === 0
    ? "attached to nothing"
    : `attached to ${targets.map((id) => targetWords(compared, id)).join(", ")}`;
}
