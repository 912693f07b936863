import type { LandingZone } from "../../model";
import type { StackSpec } from "../../stacks";
import { blankZone, named } from "../blank";
import type { Reads } from "../reads";
import { aroundRegionalSpoke, ownDomain } from "./account";

/** The regional baseline, and in the management account whom it makes administrator. */
export function regionReads(zone: LandingZone, { account, region = "" }: StackSpec): Reads {
  const { organization, foundation, baseline } = zone;
  const logArchive = named(foundation["log-archive"]);
  const tooling = named(foundation["security-tooling"]);
  const isManagement = account.name === foundation.management.name;
  const spoke = account.network?.regions?.find((each) => each.region === region);
  const isHubOwner = account.name === foundation.network.name;
  const { accessAnalyzer, quotas, backup } = baseline;
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: {
        ...blankZone.foundation,
        "log-archive": logArchive,
        ...(spoke && isHubOwner ? { network: named(foundation.network) } : {}),
        ...(isManagement ? { management: named(foundation.management), "security-tooling": tooling } : {}),
      },
      baseline: { ...blankZone.baseline, accessAnalyzer, quotas, backup },
      ...(account.network && spoke ? { network: aroundRegionalSpoke(zone, account.network) } : {}),
    },
    account: {
      network: spoke && { domain: ownDomain, prefixLength: 0, cidr: undefined, regions: [spoke] },
    },
    ids: [
      `account/${logArchive.name}`,
      "kms-key/logs",
      ...(spoke ? (["organization", `region-hub/${region}`] as const) : []),
      ...(isManagement ? ([`account/${tooling.name}`] as const) : []),
    ],
  };
}
