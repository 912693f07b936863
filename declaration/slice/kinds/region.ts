import type { LandingZone } from "../../model";
import type { StackSpec } from "../../stacks";
import { blankZone, named } from "../blank";
import type { Reads } from "../reads";

/** The regional baseline, and in the management account whom it makes administrator. */
export function regionReads(zone: LandingZone, { account }: StackSpec): Reads {
  const { organization, foundation, baseline } = zone;
  const logArchive = named(foundation["log-archive"]);
  const tooling = named(foundation["security-tooling"]);
  const isManagement = account.name === foundation.management.name;
  const { accessAnalyzer, quotas, backup } = baseline;
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: {
        ...blankZone.foundation,
        "log-archive": logArchive,
        ...(isManagement ? { management: named(foundation.management), "security-tooling": tooling } : {}),
      },
      baseline: { ...blankZone.baseline, accessAnalyzer, quotas, backup },
    },
    ids: [
      `account/${logArchive.name}`,
      "kms-key/logs",
      ...(isManagement ? ([`account/${tooling.name}`] as const) : []),
    ],
  };
}
