import type { LandingZone } from "../../model";
import { blankZone } from "../blank";
import type { Reads } from "../reads";

/** What of detection each region has for itself. */
export function securityRegionReads({ organization, security }: LandingZone): Reads {
  const { guardDuty, securityHub } = security;
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      security: {
        ...blankZone.security,
        guardDuty: { plans: [...guardDuty.plans].sort() },
        securityHub: {
          central: securityHub.central,
          // With central configuration they are the home region's to say.
          standards: securityHub.central ? [] : [...securityHub.standards].sort(),
        },
      },
    },
    ids: [],
  };
}
