import type { FaultRule } from "../../declaration/schema/faults";
import { didYouMean, listed } from "../../declaration/problem/nearest";
import type { ProblemCode } from "../../declaration/problem/codes";
import { shown } from "../../declaration/problem/words";
import { globMatcher, globOf } from "../../engine/match/glob";
import { endings } from "./effect";
import type { FaultFacts } from "./facts";

/** Something wrong with one key of a rule, or with the rule itself. */
export interface RuleFault {
  readonly key: keyof FaultRule | undefined;
  readonly code: ProblemCode;
  readonly message: string;
}

/** The keys of a rule that have the right shape. */
export type DraftRule = Partial<FaultRule>;

/** What a rule names that there is not. */
export function checkNames(rule: DraftRule, facts: FaultFacts): readonly RuleFault[] {
  return [...checkName(rule, facts), ...checkOperation(rule, facts)];
}

/** What a rule whose keys all have the right shape says that cannot be done. */
export function checkWhole(rule: FaultRule): readonly RuleFault[] {
  return [...checkEffect(rule), ...checkTogether(rule)];
}

function checkName({ account, service, api }: DraftRule, facts: FaultFacts): readonly RuleFault[] {
  const found: RuleFault[] = [];
  if (account !== undefined && !/^\d{12}$/.test(account) && !facts.accounts.includes(account)) {
    const remedy = didYouMean(account, facts.accounts) || `; accounts are ${listed(facts.accounts)}`;
    found.push({ key: "account", code: "LF2001", message: `there is no account ${shown(account)}${remedy}` });
  }
  if (service !== undefined && !facts.services.includes(service)) {
    const remedy =
      didYouMean(service, facts.services) || "; a service is called as in its ARNs or its SDK, as dynamodb";
    found.push({ key: "service", code: "LF2002", message: `there is no service ${shown(service)}${remedy}` });
  }
  const apis = [...new Set([...facts.apis.values()].map((known) => known.service))];
  if (api !== undefined && !apis.includes(api)) {
    const remedy = didYouMean(api, apis) || `; services with an API are ${listed(apis)}`;
    found.push({ key: "api", code: "LF2004", message: `no service ${shown(api)} has an API${remedy}` });
  }
  return found;
}

function checkOperation({ service, operation }: DraftRule, facts: FaultFacts): readonly RuleFault[] {
  if (operation === undefined) return [];
  if (service === undefined) {
    return [{ key: "operation", code: "LF2003", message: "an operation is one of a service; add the key service" }];
  }
  if (!facts.services.includes(service)) return [];
  const operations = facts.operationsOf(service);
  if (operations.some(globMatcher(globOf([{ is: "text", text: operation }])))) return [];
  const remedy = didYouMean(operation, operations) || `; its operations are ${listed(operations)}`;
  return [{ key: "operation", code: "LF2003", message: `${service} has no operation ${shown(operation)}${remedy}` }];
}

function checkEffect(rule: FaultRule): readonly RuleFault[] {
  const [first, ...more] = endings.filter((key) => rule[key] !== undefined);
  if (first === undefined && rule.delay === undefined) {
    const message = `the fault does nothing; give it one of delay, ${endings.join(", ")}`;
    return [{ key: undefined, code: "LF2005", message }];
  }
  return more.map((key) => ({
    ...{ key, code: "LF2006" },
    message: `a call ends in one way: ${key} does not go with ${first ?? ""}`,
  }));
}

/** Keys that say something of a call to AWS, which a request to an API does not have. */
const ofCalls = ["service", "operation", "function", "role", "resource", "kill", "error"] as const;

function checkTogether(rule: FaultRule): readonly RuleFault[] {
  if (rule.api !== undefined) {
    const foreign = ofCalls.filter((key) => (key === "error" ? rule.error?.code : rule[key]) !== undefined);
    return foreign.map((key) => {
      const what = key === "error" ? "error.code" : key;
      return { key, code: "LF2006", message: `${what} is of calls to AWS and does not go with api` };
    });
  }
  if (rule.error === undefined || rule.error.code !== undefined) return [];
  return [
    { key: "error", code: "LF2006", message: "an error of AWS has a code; add code, such as InternalServerError" },
  ];
}
