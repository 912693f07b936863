import { hubVpcs } from "../names";
import type { AttachmentInTable, RoutePlan } from "./hub-routes";

/** What of the plan the stack of one table holds: everything in it but the association of a VPC of the hub's own. */
export function partOfTable(plan: RoutePlan, table: string): RoutePlan {
  const isInTable = (entry: { readonly table: string }): boolean => entry.table === table;
  return {
    ...plan,
    associations: plan.associations.filter((entry) => isInTable(entry) && !isOfHub(entry)),
    propagations: plan.propagations.filter(isInTable),
    staticRoutes: plan.staticRoutes.filter(isInTable),
  };
}

/** What is left to `routing` where each table has a stack: the associations of the hub's own VPCs. */
export function partOfHub(plan: RoutePlan): RoutePlan {
  return { ...plan, associations: plan.associations.filter(isOfHub), propagations: [], staticRoutes: [] };
}

function isOfHub({ attachment }: AttachmentInTable): boolean {
  return Object.hasOwn(hubVpcs, attachment);
}

/** How many Terraform resources a part is. */
export function sizeOfPart({ associations, propagations, staticRoutes }: RoutePlan): number {
  return associations.length + propagations.length + staticRoutes.length;
}

/** Names of the attachments that a part's resources name. */
export function attachmentsIn({ associations, propagations, staticRoutes }: RoutePlan): ReadonlySet<string> {
  return new Set([
    ...[...associations, ...propagations].map(({ attachment }) => attachment),
    ...staticRoutes.flatMap(({ to }) => (to === "blackhole" ? [] : [to.attachment])),
  ]);
}
