import { blankZone, named } from "../blank";
import type { LandingZone } from "../../model";
import type { Reads } from "../reads";

/** What is declared of costs, and whose bucket an export goes to. */
export function costsReads({ organization, foundation, costs }: LandingZone): Reads {
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: { ...blankZone.foundation, management: named(foundation.management) },
      costs: { ...costs, allocationTags: [...costs.allocationTags].sort() },
    },
    ids: [],
  };
}
