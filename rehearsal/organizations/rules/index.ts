import { accountRules } from "./accounts";
import { attachmentRules } from "./attachments";
import { policyRules } from "./policies";
import type { Rule } from "./rule";
import { unitRules } from "./units";

/** Everything refused by looking at the call and the organisation, in the order AWS is seen to check. */
export const rules: readonly Rule[] = [...policyRules, ...attachmentRules, ...unitRules, ...accountRules];
