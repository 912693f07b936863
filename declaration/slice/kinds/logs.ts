import { blankZone, named } from "../blank";
import type { LandingZone } from "../../model";
import type { Reads } from "../reads";

export function logsReads({ organization, foundation, logs }: LandingZone): Reads {
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: {
        ...blankZone.foundation,
        management: named(foundation.management),
        "log-archive": named(foundation["log-archive"]),
      },
      logs,
    },
    ids: ["organization", `account/${foundation.management.name}`],
  };
}
