import { checkAccess } from "./access";
import { checkAccountBaseline } from "./account-baseline";
import { checkAccountNames } from "./account-names";
import { checkAddresses } from "./addresses";
import { checkApprovals } from "./approvals";
import { checkAssignments } from "./assignments";
import { checkStateBucket } from "./buckets";
import type { Check, ZoneCheck } from "./check";
import { checkClaims } from "./claims";
import { checkConfigRules } from "./config-rules";
import { checkCosts } from "./costs";
import { checkDnsFirewall } from "./dns-firewall";
import { checkDomains } from "./domains";
import { checkEc2Policies } from "./ec2-policies";
import { checkEmails } from "./emails";
import { checkEndpoints } from "./endpoints";
import { checkEvents } from "./events";
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
import { checkOrganizationPolicies } from "./organization-policies";
import { checkOrganizationalUnits } from "./organizational-units";
import { checkPermissionSets } from "./permission-sets";
import { checkPlacement } from "./placement";
import { checkPolicies } from "./policies";
import { checkPolicyNames } from "./policy-names";
import { checkPool } from "./pool";
import { checkQuarantine } from "./quarantine";
import { checkRecordedRanges } from "./recorded-ranges";
import { checkRegionHubs } from "./region-hubs";
import { checkRegions } from "./regions";
import { checkRemovals } from "./removals";
import { checkResolver } from "./resolver";
import { checkResponse } from "./response";
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
  checkAccountBaseline,
  checkAccountNames,
  checkAddresses,
  checkApprovals,
  checkAssignments,
  checkClaims,
  checkConfigRules,
  checkCosts,
  checkDnsFirewall,
  checkDomains,
  checkEc2Policies,
  checkEmails,
  checkEndpoints,
  checkEvents,
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
  checkOrganizationPolicies,
  checkOrganizationalUnits,
  checkPermissionSets,
  checkPlacement,
  checkPolicies,
  checkPolicyNames,
  checkPool,
  checkQuarantine,
  checkRecordedRanges,
  checkRegionHubs,
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
