import { IAMClient, paginateListRoles } from "@aws-sdk/client-iam";
import { named, repeatable, type Rows } from "../row";
import { all, present } from "../search";

export const iamRows: Rows = {
  aws_iam_role: named(["name"]),
  aws_iam_role_policy: named(["role", "name"], ":"),
  aws_iam_role_policy_attachment: named(["role", "policy_arn"], "/"),
  aws_iam_policy: {
    is: "named",
    importId: (planned, { place: { partition, account } }) =>
      `arn:${partition}:iam::${account}:policy${planned.text("path") ?? "/"}${planned.text("name") ?? ""}`,
  },
  aws_iam_openid_connect_provider: {
    is: "named",
    importId: (planned, { place: { partition, account } }) =>
      `arn:${partition}:iam::${account}:oidc-provider/${(planned.text("url") ?? "").replace(/^https:\/\//, "")}`,
  },
  // The role's name is the service's choice; its path names the service.
  aws_iam_service_linked_role: {
    is: "searched",
    find: async (planned, search) => {
      const PathPrefix = `/aws-service-role/${planned.text("aws_service_name") ?? ""}/`;
      const client = search.client(IAMClient);
      const roles = await all(paginateListRoles({ client }, { PathPrefix }), ({ Roles }) => Roles);
      const suffix = planned.text("custom_suffix");
      return present(roles.map(({ Arn }) => Arn)).filter((arn) => suffix === undefined || arn.endsWith(`_${suffix}`));
    },
  },
  aws_iam_account_password_policy: repeatable("UpdateAccountPasswordPolicy writes over the one that is there"),
};
