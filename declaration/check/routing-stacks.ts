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
  if (zone.network.routingStacks === "one") {
    const delegations = zone.accounts.filter(({ service }) => service !== undefined).length;
    const size = sizeOfPart(plan) + delegations;
    if (size <= resourcesAtMost) return [];
    const message =
      `the stack routing would hold ${shown(size)} resources, more than ${shown(resourcesAtMost)}; declare ` +
      "`routingStacks: per-domain` (docs/architecture.md says how a running zone changes over)";
    return [problemAt(draft.source, ["network"], "LF1522", message, "key")];
  }
  return tablesOf(zone).flatMap((table) => {
    const size = sizeOfPart(partOfTable(plan, table));
    if (size <= resourcesAtMost) return [];
    const isDomain = zone.network.domains.some(({ name }) => name === table);
    const remedy = isDomain
      ? "divide the route domain into two that talk to each other"
      : "give fewer networks a way there: by domains without egress, or a zone of their own";
    const message = `the stack routing-${table} would hold ${shown(size)} resources, more than ${shown(resourcesAtMost)}; ${remedy}`;
    const path = isDomain ? ["network", "domains", table] : ["network"];
    return [problemAt(draft.source, path, "LF1523", message, "key")];
  });
};

function shown(count: number): string {
  return count.toLocaleString("en");
}
