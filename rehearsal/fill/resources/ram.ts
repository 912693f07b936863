import { create, list, put, putEach, remove, removeEach, update } from "../row";
import type { ServiceRows } from "../row";
import { isList, isMembers } from "../shape";
import type { Members, Value } from "../shape";

/**
 * RAM: moto 5.2.5 knows shares but not AssociateResourceShare, ListResourceSharePermissions or tags, and takes a member account's
 * share with its organisation for an unknown one.
 */
export const ram: ServiceRows = {
  service: "ram",
  model: "ram",
  tagging: { tag: "TagResource", untag: "UntagResource", list: "" },
  resources: [
    {
      resource: "ResourceShare",
      key: ["resourceShareArn"],
      assigns: {
        resourceShareArn: "arn:{partition}:ram:{region}:{account}:resource-share/{uuid}",
        owningAccountId: "{account}",
        status: "ACTIVE",
        resourceOwner: "SELF",
        creationTime: "{now}",
        lastUpdatedTime: "{now}",
        featureSet: "STANDARD",
        returnValue: true,
      },
      defaults: { allowExternalPrincipals: true },
      arn: "resourceShareArn",
      operations: {
        CreateResourceShare: create("resourceShare"),
        GetResourceShares: list("resourceShares", {
          resourceShareArns: "resourceShareArn",
          resourceShareStatus: "status",
        }),
        UpdateResourceShare: update("resourceShare"),
        DeleteResourceShare: remove(),
      },
    },
    {
      resource: "resource share association",
      key: ["resourceShareArn", "associatedEntity"],
      of: { resource: "ResourceShare", key: ["resourceShareArn"] },
      assigns: { status: "ASSOCIATED", creationTime: "{now}", lastUpdatedTime: "{now}", external: false },
      operations: {
        CreateResourceShare: putEach(associations),
        AssociateResourceShare: putEach(associations, "resourceShareAssociations"),
        DisassociateResourceShare: removeEach(associations, "resourceShareAssociations"),
        GetResourceShareAssociations: list("resourceShareAssociations", {
          resourceShareArns: "resourceShareArn",
          resourceArn: "associatedEntity",
          principal: "associatedEntity",
          associationStatus: "status",
        }),
      },
    },
    {
      resource: "permission",
      key: ["resourceShareArn", "arn"],
      of: { resource: "ResourceShare", key: ["resourceShareArn"] },
      assigns: { status: "ASSOCIATED", version: "1", defaultVersion: true },
      operations: {
        CreateResourceShare: putEach(permissions),
        ListResourceSharePermissions: list("permissions"),
        DisassociateResourceSharePermission: remove(),
      },
    },
    {
      resource: "sharing with the organization",
      key: [],
      global: true,
      assigns: { returnValue: true },
      operations: { EnableSharingWithAwsOrganization: put() },
    },
  ],
};

const each = (value: Value | undefined): readonly Value[] => (isList(value) ? value : []);

/** The share a call means: the one it names, or the one it has just created. */
function shareArn(input: Members, output: Members): Value {
  const created = output["resourceShare"];
  if (input["resourceShareArn"] !== undefined) return input["resourceShareArn"];
  return isMembers(created) ? (created["resourceShareArn"] ?? null) : null;
}

function associations(input: Members, output: Members): readonly Members[] {
  const resourceShareArn = shareArn(input, output);
  const of =
    (associationType: string) =>
    (associatedEntity: Value): Members => ({ resourceShareArn, associationType, associatedEntity });
  return [...each(input["resourceArns"]).map(of("RESOURCE")), ...each(input["principals"]).map(of("PRINCIPAL"))];
}

function permissions(input: Members, output: Members): readonly Members[] {
  return each(input["permissionArns"]).map((arn) => ({ resourceShareArn: shareArn(input, output), arn }));
}
