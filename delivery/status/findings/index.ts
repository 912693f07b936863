import { accountFindings, closedFindings, undeclaredFindings } from "./accounts";
import type { FindingRule } from "./finding";
import { idFindings } from "./ids";
import { requestFindings } from "./requests";
import { leftoverFindings, taintedFindings, unreadableFindings } from "./stacks";

/** Every rule, in the order in which their findings are shown. */
export const findingRules: readonly FindingRule[] = [
  requestFindings,
  idFindings,
  accountFindings,
  closedFindings,
  undeclaredFindings,
  taintedFindings,
  leftoverFindings,
  unreadableFindings,
];
