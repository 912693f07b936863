import { blankZone, named } from "../blank";
import type { LandingZone } from "../../model";
import type { Reads } from "../reads";

export function trailReads({ organization, foundation }: LandingZone): Reads {
  const logArchive = named(foundation["log-archive"]);
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: { ...blankZone.foundation, "log-archive": logArchive },
    },
    ids: [`account/${logArchive.name}`, "kms-key/logs"],
  };
}
