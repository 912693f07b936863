import { GetGroupIdCommand, IdentitystoreClient, ResourceNotFoundException } from "@aws-sdk/client-identitystore";
import { DescribePermissionSetCommand, paginateListPermissionSets, SSOAdminClient } from "@aws-sdk/client-sso-admin";
import { logged, named, repeatable, type Rows } from "../row";
import { all } from "../search";

export const identityRows: Rows = {
  aws_identitystore_group: {
    is: "searched",
    find: async (planned, search) => {
      const [IdentityStoreId, AttributeValue] = [planned.text("identity_store_id"), planned.text("display_name")];
      if (IdentityStoreId === undefined || AttributeValue === undefined) return undefined;
      const AlternateIdentifier = { UniqueAttribute: { AttributePath: "displayName", AttributeValue } };
      try {
        const command = new GetGroupIdCommand({ IdentityStoreId, AlternateIdentifier });
        const { GroupId } = await search.client(IdentitystoreClient).send(command);
        return GroupId ? [`${IdentityStoreId}/${GroupId}`] : [];
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return [];
        throw error;
      }
    },
  },
  aws_ssoadmin_permission_set: {
    is: "searched",
    find: async (planned, search) => {
      const InstanceArn = planned.text("instance_arn");
      if (InstanceArn === undefined) return undefined;
      const client = search.client(SSOAdminClient);
      const sets = await search.once("permission sets", async () => {
        const arns = await all(paginateListPermissionSets({ client }, { InstanceArn }), (page) => page.PermissionSets);
        const described = arns.map((PermissionSetArn) =>
          client.send(new DescribePermissionSetCommand({ InstanceArn, PermissionSetArn })),
        );
        return (await Promise.all(described)).flatMap(({ PermissionSet }) => PermissionSet ?? []);
      });
      return sets
        .filter(({ Name }) => Name === planned.text("name"))
        .flatMap(({ PermissionSetArn }) => (PermissionSetArn ? [`${PermissionSetArn},${InstanceArn}`] : []));
    },
  },
  aws_ssoadmin_account_assignment: named(
    ["principal_id", "principal_type", "target_id", "target_type", "permission_set_arn", "instance_arn"],
    ",",
  ),
  aws_ssoadmin_managed_policy_attachment: named(["managed_policy_arn", "permission_set_arn", "instance_arn"], ","),
  aws_ssoadmin_customer_managed_policy_attachment: logged(
    "its reference is a block of two attributes, none of which is an id",
  ),
  aws_ssoadmin_permission_set_inline_policy: repeatable(
    "PutInlinePolicyToPermissionSet writes over the one that is there",
  ),
  aws_ssoadmin_permissions_boundary_attachment: repeatable(
    "PutPermissionsBoundaryToPermissionSet writes over the one that is there",
  ),
};
