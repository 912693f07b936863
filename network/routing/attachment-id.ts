import type { LandingZone } from "../../declaration/model";
import type { RoutePlan } from "../../declaration/routing/hub-routes";

/** Locked id of an attachment of the plan. @throws Error for a name the plan does not have */
export function attachmentId(zone: LandingZone, { attachments }: RoutePlan, name: string): string {
  const key = attachments[name];
  if (key === undefined) throw new Error(`the hub has no attachment ${name}`);
  return zone.ids.get(key);
}
