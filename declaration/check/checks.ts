import { checkAccess } from "./access";
import { checkAccountNames } from "./account-names";
import { checkAddresses } from "./addresses";
import { checkStateBucket } from "./buckets";
import type { Check } from "./check";
import { checkDomains } from "./domains";
import { checkEmails } from "./emails";
import { checkGuardrails } from "./guardrails";
import { checkIds } from "./ids";
import { checkLists } from "./lists";
import { checkOrganizationalUnits } from "./organizational-units";
import { checkPlacement } from "./placement";
import { checkPolicies } from "./policies";
import { checkPool } from "./pool";
import { checkRecordedRanges } from "./recorded-ranges";
import { checkRegions } from "./regions";
import { checkRetention } from "./retention";
import { checkRoles } from "./roles";
import { checkServices } from "./services";
import { checkTags } from "./tags";

/** Every rule across the files of a zone. */
export const checks: readonly Check[] = [
  checkAccess,
  checkAccountNames,
  checkAddresses,
  checkDomains,
  checkEmails,
  checkGuardrails,
  checkIds,
  checkLists,
  checkOrganizationalUnits,
  checkPlacement,
  checkPolicies,
  checkPool,
  checkRecordedRanges,
  checkRegions,
  checkRetention,
  checkRoles,
  checkServices,
  checkStateBucket,
  checkTags,
];
