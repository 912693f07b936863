import { concurrentCreations } from "../limits";
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
