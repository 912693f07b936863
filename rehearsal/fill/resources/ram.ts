import type { Failure } from "../protocol/failure";
import type { ServiceRows } from "../row";
import { putEach, removeEach, verbs } from "../verbs";
import { isList, isMembers } from "../shape";
import type { Members, Value } from "../shape";

const associationNames = {
  resourceShareArns: "resourceShareArn",
  resourceArn: "associatedEntity",
  principal: "associatedEntity",
  associationStatus: "status",
};

const associating = {
  CreateResourceShare: putEach(associations),
  AssociateResourceShare: putEach(associations, "resourceShareAssociations"),
  DisassociateResourceShare: removeEach(associations, "resourceShareAssociations"),
};

/**
 * RAM: moto 5.2.5 knows shares but not AssociateResourceShare, ListResourceSharePermissions or tags, and takes a member account's
 * share with its organisation for an unknown one.
 */
export const ram: ServiceRows = {
  service: "ram",
  model: "ram",
  tagging: { tag: "TagResource", untag: "UntagResource" },
  resources: [
    {
      resource: "ResourceShare",
      key: ["resourceShareArn"],
      renames: { resourceShareArns: "resourceShareArn", resourceShareStatus: "status" },
      arn: ["resourceShareArn", "ram:{region}:{account}:resource-share/{uuid}"],
      assigns: { owningAccountId: "{account}", status: "ACTIVE", resourceOwner: "SELF", creationTime: "{now}" },
      defaults: { allowExternalPrincipals: true, featureSet: "STANDARD", returnValue: true },
      operations: verbs(
        "create CreateResourceShare>resourceShare; list GetResourceShares>resourceShares",
        "update UpdateResourceShare>resourceShare; delete DeleteResourceShare",
      ),
    },
    {
      resource: "resource share association",
      key: ["resourceShareArn", "associatedEntity"],
      of: { resource: "ResourceShare", key: ["resourceShareArn"] },
      renames: associationNames,
      assigns: { status: "ASSOCIATED", creationTime: "{now}", lastUpdatedTime: "{now}", external: false },
      refuses: ({ associatedEntity = "" }, has) => unknownOrganization(String(associatedEntity), has),
      operations: { ...associating, ...verbs("list GetResourceShareAssociations>resourceShareAssociations") },
    },
    {
      resource: "permission",
      key: ["resourceShareArn", "arn"],
      of: { resource: "ResourceShare", key: ["resourceShareArn"] },
      renames: { permissionArn: "arn" },
      assigns: { status: "ASSOCIATED", version: "1", defaultVersion: true },
      operations: {
        CreateResourceShare: putEach(permissions),
        ...verbs("list ListResourceSharePermissions>permissions; delete DisassociateResourceSharePermission"),
      },
    },
    {
      resource: "sharing with the organization",
      key: [],
      global: true,
      assigns: { returnValue: true },
      operations: verbs("put EnableSharingWithAwsOrganization"),
    },
  ],
};

/** Until sharing with the organisation is enabled, RAM does not know it ("Sharing your AWS resources", RAM User Guide). */
function unknownOrganization(
  principal: string,
  has: (resource: string, account: string) => boolean,
): Failure | undefined {
  const [, account, kind, id] = /^arn:[^:]+:organizations::(\d{12}):(organization|ou)\/(.+)$/.exec(principal) ?? [];
  if (account === undefined || has("sharing with the organization", account)) return undefined;
  const what = kind === "ou" ? `OrganizationalUnit ${id?.split("/")[1] ?? ""}` : `Organization ${id ?? ""}`;
  return { code: "UnknownResourceException", status: 400, message: `${what} could not be found.` };
}

const listed = (value: Value | undefined): readonly Value[] => (isList(value) ? value : []);

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
  return [...listed(input["resourceArns"]).map(of("RESOURCE")), ...listed(input["principals"]).map(of("PRINCIPAL"))];
}

function permissions(input: Members, output: Members): readonly Members[] {
  return listed(input["permissionArns"]).map((arn) => ({ resourceShareArn: shareArn(input, output), arn }));
}
