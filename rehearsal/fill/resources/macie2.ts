import type { ServiceRows } from "../row";
import { set, standardTagging, verbs } from "../verbs";

/** Macie: moto 5.2.5 has sessions and administrators, but no organisation configuration nor members that are created. */
export const macie2: ServiceRows = {
  service: "macie2",
  model: "macie2",
  tagging: standardTagging,
  resources: [
    {
      resource: "session",
      key: [],
      assigns: { createdAt: "{now}", updatedAt: "{now}" },
      defaults: { findingPublishingFrequency: "FIFTEEN_MINUTES", status: "ENABLED" },
      operations: verbs("create EnableMacie; get GetMacieSession; update UpdateMacieSession; delete DisableMacie"),
    },
    {
      resource: "organization administrator account",
      key: ["accountId"],
      renames: { adminAccountId: "accountId" },
      assigns: { status: "ENABLED" },
      operations: verbs(
        "put EnableOrganizationAdminAccount; list ListOrganizationAdminAccounts>adminAccounts",
        "delete DisableOrganizationAdminAccount",
      ),
    },
    {
      resource: "organization configuration",
      key: [],
      initial: { autoEnable: false, maxAccountLimitReached: false },
      operations: verbs("get DescribeOrganizationConfiguration; update UpdateOrganizationConfiguration"),
    },
    {
      resource: "member",
      key: ["accountId"],
      renames: { id: "accountId" },
      arn: ["arn", "macie2:{region}:{account}:member/{accountId}"],
      assigns: { relationshipStatus: "Enabled", invitedAt: "{now}", updatedAt: "{now}" },
      operations: {
        ...verbs("create CreateMember<account; get GetMember; list ListMembers>members; delete DeleteMember"),
        ...verbs("update UpdateMemberSession"),
        DisassociateMember: set({ relationshipStatus: "Removed" }),
      },
    },
  ],
};
