import { blankZone, named } from "../blank";
import type { LandingZone } from "../../model";
import type { Reads } from "../reads";

export function securityReads({ organization, regions, foundation, security }: LandingZone): Reads {
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      regions: { ...blankZone.regions, home: regions.home, governed: [...regions.governed].sort() },
      foundation: { ...blankZone.foundation, "security-tooling": named(foundation["security-tooling"]) },
      security,
    },
    ids: [],
  };
}
