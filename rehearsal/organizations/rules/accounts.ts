import { closureShare, closuresAtLeast, closuresAtMost, concurrentCreations } from "../limits";
import { violation } from "../refuse";
import type { Rule } from "./rule";

/** Rules about accounts and who may act for the organisation. */
export const accountRules: readonly Rule[] = [
  {
    refusal: "concurrent-creations",
    operations: ["CreateAccount"],
    check: ({ creations }) =>
      Promise.resolve(
        creations.inProgress() < concurrentCreations.value
          ? undefined
          : violation(
              "ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED",
              "You have exceeded the number of accounts that can be in progress at a time.",
            ),
      ),
  },
  {
    refusal: "account-count",
    operations: ["CreateAccount"],
    check: async ({ directory, creations, options }) => {
      const { accountQuota = Infinity } = options;
      if ((await directory.accounts()).length + creations.inProgress() < accountQuota) return undefined;
      return violation("ACCOUNT_NUMBER_LIMIT_EXCEEDED", "You have exceeded the allowed number of AWS accounts.");
    },
  },
  {
    refusal: "account-moved-nowhere",
    operations: ["MoveAccount"],
    check: ({ input }) =>
      Promise.resolve(
        input["SourceParentId"] !== input["DestinationParentId"]
          ? undefined
          : {
              code: "DuplicateAccountException",
              message: "That account is already present in the specified destination.",
            },
      ),
  },
  {
    refusal: "management-account-closed",
    operations: ["CloseAccount"],
    check: async ({ directory, input }) =>
      input["AccountId"] !== (await directory.managementAccount())
        ? undefined
        : violation("CANNOT_CLOSE_MANAGEMENT_ACCOUNT", "You cannot close the management account."),
  },
  {
    refusal: "closure-quota",
    operations: ["CloseAccount"],
    check: async ({ directory, input, options }) => {
      const accounts = await directory.accounts();
      const share = Math.floor((accounts.length - 1) * closureShare.value);
      const { closureQuota = Math.min(Math.max(share, closuresAtLeast.value), closuresAtMost.value) } = options;
      const closed = accounts.filter(({ Status }) => Status !== "ACTIVE");
      const isClosed = closed.some(({ Id }) => Id === input["AccountId"]);
      if (isClosed || closed.length < closureQuota) return undefined;
      return violation("CLOSE_ACCOUNT_QUOTA_EXCEEDED", "You have exceeded close account quota for the past 30 days.");
    },
  },
  {
    refusal: "delegation-to-management",
    operations: ["RegisterDelegatedAdministrator"],
    check: async ({ directory, input }) =>
      input["AccountId"] !== (await directory.managementAccount())
        ? undefined
        : violation(
            "CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR",
            "You cannot register master account/yourself as delegated administrator for your organization.",
          ),
  },
  {
    refusal: "delegation-without-access",
    operations: ["RegisterDelegatedAdministrator"],
    check: async ({ directory, input }) =>
      (await directory.servicesWithAccess()).includes(input["ServicePrincipal"] ?? "")
        ? undefined
        : violation(
            "SERVICE_ACCESS_NOT_ENABLED",
            "You must enable service access for the specified service principal before you register a delegated administrator.",
          ),
  },
];
