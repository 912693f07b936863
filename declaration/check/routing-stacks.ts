import type { Account, LandingZone } from "../model";
import { privateZones } from "../names";
import { tablesOf } from "../routing/leaving";
import { planRoutes } from "../routing/route-plan";
import { partOfTable, sizeOfPart } from "../routing/table-part";
import { problemAt } from "../source/source";
import type { ZoneCheck } from "./check";

/**
 * Resources of one stack. Terraform reads each of them at every plan, and the routes of a Transit Gateway one call after the other's table:
 * beyond this a plan takes many minutes, and one lock is everybody's.
 */
const resourcesAtMost = 1_500;

/** No stack of the hub's routes holds so much that planning it takes for ever. */
export const checkRoutingStacks: ZoneCheck = (zone, { zone: draft }) => {
  if (!draft) return [];
  const plan = planRoutes(zone);
  const ofHub = namesOfAccounts(zone);
  if (zone.network.routingStacks === "one") {
    const size = sizeOfPart(plan) + ofHub;
    if (size <= resourcesAtMost) return [];
    const message =
      `the stack routing would hold ${shown(size)} resources, more than ${shown(resourcesAtMost)}; declare ` +
      "`routingStacks: per-domain` (docs/architecture.md says how a running zone changes over)";
    return [problemAt(draft.source, ["network"], "LF1526", message, "key")];
  }
  const names = `the stack routing would hold ${shown(ofHub)} resources, more than ${shown(resourcesAtMost)}; declare fewer endpoints`;
  const hub = ofHub > resourcesAtMost ? [problemAt(draft.source, ["network"], "LF1526", names, "key")] : [];
  const tables = tablesOf(zone).flatMap((table) => {
    const size = sizeOfPart(partOfTable(plan, table));
    if (size <= resourcesAtMost) return [];
    const isDomain = zone.network.domains.some(({ name }) => name === table);
    const remedy = isDomain
      ? "divide the route domain into two that talk to each other"
      : "give fewer networks a way there: by domains without egress, or a zone of their own";
    const message = `the stack routing-${table} would hold ${shown(size)} resources, more than ${shown(resourcesAtMost)}; ${remedy}`;
    const path = isDomain ? ["network", "domains", table] : ["network"];
    return [problemAt(draft.source, path, "LF1527", message, "key")];
  });
  return [...hub, ...tables];
};

/** What `routing` holds for each account in either case: the delegation of a service's domain, the authorization of each private zone. */
function namesOfAccounts(zone: LandingZone): number {
  const counted = (has: (account: Account) => unknown): number =>
    zone.accounts.filter((account) => has(account) !== undefined).length;
  return counted(({ service }) => service) + counted(({ network }) => network) * privateZones(zone).length;
}

function shown(count: number): string {
  return count.toLocaleString("en");
}
