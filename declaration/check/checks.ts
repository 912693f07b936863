import { checkAccess } from "./access";
import { checkAccountNames } from "./account-names";
import { checkAddresses } from "./addresses";
import { checkApprovals } from "./approvals";
import { checkStateBucket } from "./buckets";
import type { Check, ZoneCheck } from "./check";
import { checkClaims } from "./claims";
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
import { checkNetworks } from "./networks";
import { checkOrganizationalUnits } from "./organizational-units";
import { checkPlacement } from "./placement";
import { checkPolicies } from "./policies";
import { checkPolicyNames } from "./policy-names";
import { checkPool } from "./pool";
import { checkRecordedRanges } from "./recorded-ranges";
import { checkRegions } from "./regions";
import { checkRemovals } from "./removals";
import { checkResolver } from "./resolver";
import { checkRetention } from "./retention";
import { checkRoles } from "./roles";
import { checkRoutingStacks } from "./routing-stacks";
import { checkServices } from "./services";
import { checkSharedVpcs } from "./shared-vpcs";
import { checkStatus } from "./status";
import { checkTags } from "./tags";

/** Every rule about the zone as a whole. */
export const zoneChecks: readonly ZoneCheck[] = [checkRemovals, checkRoutingStacks];

/** Every rule across the files of a zone. */
export const checks: readonly Check[] = [
  checkAccess,
  checkAccountNames,
  checkAddresses,
  checkApprovals,
  checkClaims,
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
  checkNetworks,
  checkOrganizationalUnits,
  checkPlacement,
  checkPolicies,
  checkPolicyNames,
  checkPool,
  checkRecordedRanges,
  checkRegions,
  checkResolver,
  checkRetention,
  checkRoles,
  checkServices,
  checkSharedVpcs,
  checkStateBucket,
  checkStatus,
  checkTags,
];
