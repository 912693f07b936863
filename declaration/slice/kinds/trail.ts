import { blankZone, named } from "../blank";
import type { LandingZone } from "../../model";
import type { Reads } from "../reads";

/** What the trail records, and who hears of its alarms. */
export function trailReads({ organization, foundation, logs: { trail }, security }: LandingZone): Reads {
  const logArchive = named(foundation["log-archive"]);
  const dataEvents = Object.entries(trail.dataEvents).map(([name, events]) => [
    name,
    { ...events, resources: [...events.resources].sort() },
  ]);
  const { findingsEmail } = security;
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: {
        ...blankZone.foundation,
        "log-archive": logArchive,
        ...(trail.alarms ? { management: named(foundation.management) } : {}),
      },
      logs: {
        ...blankZone.logs,
        trail: { ...trail, insights: [...trail.insights].sort(), dataEvents: Object.fromEntries(dataEvents) },
      },
      ...(trail.alarms && findingsEmail !== undefined ? { security: { ...blankZone.security, findingsEmail } } : {}),
    },
    ids: [`account/${logArchive.name}`, "kms-key/logs", ...(trail.alarms ? (["organization"] as const) : [])],
  };
}
