import { blankZone, named } from "../blank";
import type { LandingZone } from "../../model";
import type { Reads } from "../reads";

export function logsReads({ organization, foundation, logs }: LandingZone): Reads {
  const hasTiers = Object.values(logs.tiers ?? {}).some((days) => days !== undefined);
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: {
        ...blankZone.foundation,
        management: named(foundation.management),
        "log-archive": named(foundation["log-archive"]),
      },
      // What the trail records is the `trail` stack's.
      logs: { ...logs, trail: blankZone.logs.trail, tiers: hasTiers ? logs.tiers : undefined },
    },
    ids: ["organization", `account/${foundation.management.name}`],
  };
}
