import type { IdKey } from "../../declaration/ids";
import { hubVpcs } from "../../declaration/names";
import type { RoutePlan } from "../../declaration/routing/hub-routes";

const association = "aws_ec2_transit_gateway_route_table_association";

const propagation = "aws_ec2_transit_gateway_route_table_propagation";
const staticRoute = "aws_ec2_transit_gateway_route";
const routeTypes: readonly string[] = [association, propagation, staticRoute];

/** Whether an address of a state is the association of a VPC of the hub's own, which `routing` holds in any case. */
function isHubAssociation(address: string): boolean {
  const [type, name = ""] = address.split(".");
  return type === association && Object.hasOwn(hubVpcs, name);
}

/** Whether an address is a route that each table's stack holds where there are such, and `routing` otherwise. */
export function isTableRoute(address: string): boolean {
  return routeTypes.includes(address.split(".")[0] ?? "") && !isHubAssociation(address);
}

/**
 * Whether a route is of the table, or of the attachment, that a key names. Names of routes are those of attachment and table, parted by two
 * hyphens, and of the attachment alone where it is associated. Ranges on premises are numbered where there are several.
 */
export function isRouteOf(key: IdKey, address: string): boolean {
  const [type = "", route = ""] = address.split(".");
  const [kind, name = ""] = key.split(/\/(.*)/s);
  if (!routeTypes.includes(type)) return false;
  if (kind === "route-table") return route.endsWith(`--${name}`);
  if (kind !== "attachment" && kind !== "hub-attachment") return false;
  const [attachment = ""] = route.split("--");
  const number = attachment.startsWith(`${name}-`) ? attachment.slice(name.length + 1) : "";
  return attachment === name || (kind === "hub-attachment" && /^\d+$/.test(number));
}

/** Addresses of the routes that a zone declares, in whichever stack. */
export function declaredRoutes({ associations, propagations, staticRoutes }: RoutePlan): ReadonlySet<string> {
  return new Set([
    ...associations.map(({ attachment }) => `${association}.${attachment}`),
    ...propagations.map(({ attachment, table }) => `${propagation}.${attachment}--${table}`),
    ...staticRoutes.map(({ name, table }) => `${staticRoute}.${name}--${table}`),
  ]);
}
