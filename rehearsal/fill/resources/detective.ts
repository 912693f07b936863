import type { ServiceRows } from "../row";
import { isList, isMembers } from "../shape";
import type { Members } from "../shape";
import { putEach, removeEach, standardTagging, verbs } from "../verbs";

/** Detective: neither emulator knows it. */
export const detective: ServiceRows = {
  service: "detective",
  model: "detective",
  tagging: standardTagging,
  resources: [
    {
      resource: "graph",
      key: ["Arn"],
      renames: { GraphArn: "Arn" },
      single: true,
      arn: ["Arn", "detective:{region}:{account}:graph:{id:32}"],
      assigns: { CreatedTime: "{now}" },
      derives: ({ Arn: arn = null }) => ({ GraphArn: arn }),
      operations: verbs("create CreateGraph; list ListGraphs>GraphList; delete DeleteGraph"),
    },
    {
      resource: "organization administrator account",
      key: [],
      assigns: { DelegationTime: "{now}" },
      operations: verbs(
        "put EnableOrganizationAdminAccount; list ListOrganizationAdminAccounts>Administrators",
        "delete DisableOrganizationAdminAccount",
      ),
    },
    {
      resource: "organization configuration",
      key: [],
      initial: { AutoEnable: false },
      operations: verbs("get DescribeOrganizationConfiguration; update UpdateOrganizationConfiguration"),
    },
    {
      resource: "member",
      key: ["GraphArn", "AccountId"],
      renames: { AccountIds: "AccountId" },
      of: { resource: "graph", key: ["GraphArn"] },
      assigns: { Status: "ENABLED", InvitedTime: "{now}", UpdatedTime: "{now}", InvitationType: "ORGANIZATION" },
      operations: {
        CreateMembers: putEach(invited, "Members"),
        ...verbs("list GetMembers>MemberDetails; list ListMembers>MemberDetails"),
        DeleteMembers: removeEach(removed, "AccountIds"),
      },
    },
  ],
};

function invited({ GraphArn = null, Accounts: accounts }: Members): readonly Members[] {
  return isList(accounts) ? accounts.filter(isMembers).map((account) => ({ ...account, GraphArn })) : [];
}

function removed({ GraphArn = null, AccountIds: ids }: Members): readonly Members[] {
  return isList(ids) ? ids.map((AccountId) => ({ GraphArn, AccountId })) : [];
}
