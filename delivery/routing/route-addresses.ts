import type { IdKey } from "../../declaration/ids";
import { hubVpcs } from "../../declaration/names";

const association = "aws_ec2_transit_gateway_route_table_association";

const routeTypes: readonly string[] = [
  association,
  "aws_ec2_transit_gateway_route_table_propagation",
  "aws_ec2_transit_gateway_route",
];

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
 * hyphens, and of the attachment alone where it is associated.
 */
export function isRouteOf(key: IdKey, address: string): boolean {
  const [type = "", route = ""] = address.split(".");
  const [kind, name = ""] = key.split(/\/(.*)/s);
  if (!routeTypes.includes(type)) return false;
  if (kind === "route-table") return route.endsWith(`--${name}`);
  if (kind !== "attachment" && kind !== "hub-attachment") return false;
  const [attachment = ""] = route.split("--");
  return attachment === name || (attachment.startsWith(`${name}-`) && /^\d+$/.test(attachment.slice(name.length + 1)));
}
