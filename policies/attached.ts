import type { LandingZone } from "../declaration/model";
import { guardrailPolicyTypes, quotaOf } from "../declaration/policy-quotas";
import { UserError } from "../declaration/user-error";
import { type CompiledGuardrail, compileGuardrails } from "./compile";
import { checkNames, packDescription, packName } from "./pack/names";
import { type PackGroup, packGroups } from "./pack/pack-zone";
import { bytesOf } from "./pack/render";
import type { ZonePolicy } from "./zone-policy";

export type { PolicyType, ZonePolicy } from "./zone-policy";

/**
 * What AWS will hold on each node: the zone's guardrails, packed into as few policies as AWS's quotas need, and those that keep a policy of their
 * own. FullAWSAccess, RCPFullAWSAccess and what others attached are not among them.
 *
 * @throws UserError when a policy, or what is attached to one target, is over AWS's quota, or two policies have one name
 */
export function attachedPolicies(zone: LandingZone): readonly ZonePolicy[] {
  const compiled = compileGuardrails(zone);
  const own = compiled.filter(({ policyName }) => policyName !== undefined).map((each) => ownPolicy(zone, each));
  const groups = guardrailPolicyTypes.flatMap((type) => packGroups(zone, compiled, type));
  const policies = [...own, ...groups.flatMap((group) => packedPolicies(zone, group))];
  checkNames(zone, policies);
  return policies;
}

/** The same guardrails before they are packed, a policy each: what reports speak of, and what the packed ones are compared with. */
export function unpackedPolicies(zone: LandingZone): readonly ZonePolicy[] {
  return compileGuardrails(zone).map(alone);
}

function alone({
  type,
  guardrail,
  policyName,
  description,
  document,
  attachTo,
  accounts,
}: CompiledGuardrail): ZonePolicy {
  const name = policyName ?? guardrail;
  return { type, name, description, document, guardrails: [guardrail], units: attachTo, accounts, pack: undefined };
}

function ownPolicy(zone: LandingZone, compiled: CompiledGuardrail): ZonePolicy {
  const { bytes } = quotaOf(compiled.type, zone.organization.quotas);
  const size = bytesOf(compiled.document);
  if (size <= bytes) return alone(compiled);
  throw new UserError(
    `guardrail ${compiled.guardrail}: its policy has ${size} bytes when minified, and AWS takes ${bytes}`,
    `Split it over two guardrails, or delete guardrails.${compiled.guardrail}.policyName and let it be packed.`,
  );
}

function packedPolicies(zone: LandingZone, { type, of, targets, packs }: PackGroup): readonly ZonePolicy[] {
  return packs.map(({ document, guardrails }, at) => ({
    type,
    name: packName(zone, of, type, at + 1),
    description: packDescription(guardrails),
    document,
    guardrails,
    units: targets.flatMap((target) => ("unit" in target ? [target.unit] : [])),
    accounts: targets.flatMap((target) => ("account" in target ? [target.account] : [])),
    pack: { of, index: at + 1 },
  }));
}
