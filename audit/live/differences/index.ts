import type { LiveRule } from "../compared";
import { accountRule, strangeAccountRule } from "./accounts";
import { fullAccessRule, policyRule, strangePolicyRule, unreadableRule } from "./policies";
import { policyTypeRule } from "./policy-types";
import { setUpPolicyRule } from "./set-up-policies";
import { strangeUnitRule, unitRule } from "./units";

/** Every rule, in the order in which their differences are shown. */
export const liveRules: readonly LiveRule[] = [
  policyTypeRule,
  setUpPolicyRule,
  policyRule,
  fullAccessRule,
  strangePolicyRule,
  unreadableRule,
  accountRule,
  strangeAccountRule,
  unitRule,
  strangeUnitRule,
];
