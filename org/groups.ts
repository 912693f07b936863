import { IdentitystoreGroup } from "@cdktf/provider-aws/lib/identitystore-group";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { resource } from "../stack/resource";

export type Groups = ReadonlyMap<string, IdentitystoreGroup>;

export function addGroups(stack: TerraformStack, zone: LandingZone, identityStoreId: string): Groups {
  return new Map(
    Object.entries(zone.identity.groups).map(([name, { description }]) => [
      name,
      resource(stack, IdentitystoreGroup, name, { identityStoreId, displayName: name, description }),
    ]),
  );
}
