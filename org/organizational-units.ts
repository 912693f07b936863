import { OrganizationsOrganizationalUnit } from "@cdktf/provider-aws/lib/organizations-organizational-unit";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { unitAddress } from "../declaration/terraform-addresses";
import { resource } from "../stack/resource";

/** Path of an organizational unit, or `"root"` → its id. */
export type Targets = (path: string) => string;

/** The tree of organizational units; a parent exists before its children because they refer to it. */
export function addOrganizationalUnits(stack: TerraformStack, zone: LandingZone, rootId: string): Targets {
  const ids = new Map([["root", rootId]]);
  const idOf = (path: string): string => {
    const id = ids.get(path);
    if (id === undefined) throw new Error(`no organizational unit ${path} comes before its use`);
    return id;
  };
  for (const { path, name, parent } of zone.organizationalUnits) {
    const unit = resource(stack, OrganizationsOrganizationalUnit, unitAddress(path), { name, parentId: idOf(parent) });
    ids.set(path, unit.id);
  }
  return idOf;
}
