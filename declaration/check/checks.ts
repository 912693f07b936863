import { checkAccess } from "./access";
import { checkAccountBaseline } from "./account-baseline";
import { checkAccountNames } from "./account-names";
import { checkAddresses } from "./addresses";
import { checkApprovals } from "./approvals";
import { checkStateBucket } from "./buckets";
import type { Check } from "./check";
import { checkClaims } from "./claims";
import { checkConfigRules } from "./config-rules";
import { checkDnsFirewall } from "./dns-firewall";
import { checkDomains } from "./domains";
import { checkEmails } from "./emails";
import { checkEndpoints } from "./endpoints";
import { checkForeign } from "./foreign";
import { checkGuardrailAccounts } from "./guardrail-accounts";
import { checkGuardrailRoom } from "./guardrail-room";
import { checkGuardrails } from "./guardrails";
import { checkIds } from "./ids";
import { checkImports } from "./imports";
import { checkIpam } from "./ipam";
import { checkLists } from "./lists";
import { checkLogging } from "./logging";
import { checkNetworks } from "./networks";
import { checkOrganizationalUnits } from "./organizational-units";
import { checkPlacement } from "./placement";
import { checkPolicies } from "./policies";
import { checkPolicyNames } from "./policy-names";
import { checkPool } from "./pool";
import { checkRecordedRanges } from "./recorded-ranges";
import { checkRegions } from "./regions";
import { checkResolver } from "./resolver";
import { checkResponse } from "./response";
import { checkRetention } from "./retention";
import { checkRoles } from "./roles";
import { checkServices } from "./services";
import { checkSharedVpcs } from "./shared-vpcs";
import { checkStatus } from "./status";
import { checkTags } from "./tags";

/** Every rule across the files of a zone. */
export const checks: readonly Check[] = [
  checkAccess,
  checkAccountBaseline,
  checkAccountNames,
  checkAddresses,
  checkApprovals,
  checkClaims,
  checkConfigRules,
  checkDnsFirewall,
  checkDomains,
  checkEmails,
  checkEndpoints,
  checkForeign,
  checkGuardrailAccounts,
  checkGuardrailRoom,
  checkGuardrails,
  checkIds,
  checkImports,
  checkIpam,
  checkLists,
  checkLogging,
  checkNetworks,
  checkOrganizationalUnits,
  checkPlacement,
  checkPolicies,
  checkPolicyNames,
  checkPool,
  checkRecordedRanges,
  checkRegions,
  checkResolver,
  checkResponse,
  checkRetention,
  checkRoles,
  checkServices,
  checkSharedVpcs,
  checkStateBucket,
  checkStatus,
  checkTags,
];
