import type { z } from "zod";
import { policyTypes } from "../../declaration/policy-types";
import { rootPath } from "../../declaration/root-path";
import type { landingZoneFile } from "../../declaration/schema/landing-zone";
import { alwaysTrusted } from "../../declaration/trusted-services";
import type { LiveUnit } from "../../live/live-tree";
import type { AdoptedPolicy } from "./adopted-policies";
import { controlTowerStackSets } from "./control-tower";
import { unitTree } from "./foreign-units";
import type { LeftAlone, LiveEstate } from "./live-estate";

export type ZoneInput = z.input<typeof landingZoneFile>;

/** What an organisation does not tell. */
export interface ZoneSettings {
  /** `organization.name`: prefix of what Landfall makes. */
  readonly name: string;
  readonly emailPattern: string;
  /** Home region. */
  readonly region: string;
  readonly serviceSuffix: string;
}

/** What of the organisation `landing-zone.yaml` declares. */
export interface DeclaredParts {
  /** Paths, with those that are to be created. */
  readonly units: readonly string[];
  readonly foreignUnits: readonly LiveUnit[];
  /** Names of member accounts. */
  readonly accountsAtRoot: readonly string[];
  readonly policies: readonly AdoptedPolicy[];
  readonly left: readonly LeftAlone[];
}

/** `landing-zone.yaml` of an adopted organisation. What it does not tell is the least there can be: no network, no people. */
export function zoneFile(estate: LiveEstate, settings: ZoneSettings, parts: DeclaredParts): ZoneInput {
  const { governance, organization } = estate;
  const { name, emailPattern, region, serviceSuffix } = settings;
  const services = governance.trustedServices.filter((service) => !alwaysTrusted.includes(service));
  const types = governance.policyTypes.filter((type) => !policyTypes.some((own) => own === type));
  const leftOf = (kind: LeftAlone["kind"]): readonly string[] =>
    parts.left.filter((each) => each.kind === kind).map(({ id }) => id);
  const foreignAccounts = organization.accounts.filter(({ id }) => leftOf("account").includes(id));
  const foreignPolicies = governance.policies
    .filter(({ id }) => leftOf("policy").includes(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const declared = [
    { id: organization.rootId, name: rootPath },
    ...organization.units.filter(({ path }) => parts.units.includes(path)).map(({ id, path }) => ({ id, name: path })),
  ];
  const targets = (ids: readonly string[]): string[] =>
    declared.filter(({ id }) => ids.includes(id)).map((target) => target.name);
  return {
    organization: {
      name,
      emailPattern,
      ...(parts.accountsAtRoot.length > 0 ? { accountsAtRoot: [...parts.accountsAtRoot] } : {}),
      ...(services.length > 0 ? { trustedServices: services } : {}),
      ...(types.length > 0 ? { policyTypes: types } : {}),
    },
    regions: { home: region, governed: [region], allowed: [region] },
    organizationalUnits: unitTree(parts.units),
    network: { pool: "10.0.0.0/12", domains: { workloads: {} } },
    dns: { serviceSuffix },
    guardrails: Object.fromEntries(parts.policies.map((policy) => [policy.guardrail, guardrail(policy)])),
    foreign: {
      organizationalUnits: parts.foreignUnits.map(({ path }) => path),
      accounts: Object.fromEntries(
        foreignAccounts.map((account) => [account.id, { name: account.name, email: account.email }]),
      ),
      policies: Object.fromEntries(
        foreignPolicies.map((policy) => [
          policy.id,
          { name: policy.name, type: policy.type, ...attachedTo(targets(policy.targets)) },
        ]),
      ),
      stackSets: [...controlTowerStackSets(governance)],
      tagKeys: governance.tagKeys.filter((key) => !/^(aws|landfall):/.test(key)),
    },
  };
}

function guardrail({ live, nodes, accounts }: AdoptedPolicy): NonNullable<ZoneInput["guardrails"]>[string] {
  return {
    ...(nodes.length > 0 ? { attachTo: nodes.map(({ path }) => path) } : {}),
    ...(accounts.length > 0 ? { accounts: accounts.map(({ name }) => name) } : {}),
    policyName: live.name,
    description: live.description,
  };
}

/** Where the policies of others take room; on units that are nobody's here it does not matter. */
function attachedTo(targets: string[]): { attachedTo?: string[] } {
  return targets.length === 0 ? {} : { attachedTo: targets };
}
