import type { FaultRule } from "../../declaration/schema/faults";
import { globMatcher, globOf } from "../../engine/match/glob";
import type { Subject } from "./subject";

/** Whether a rule is about a call or request: everything the rule says of it has to fit. */
export function matches(rule: FaultRule, subject: Subject): boolean {
  if ((rule.api === undefined ? "call" : "request") !== subject.kind) return false;
  if (subject.kind === "call" && rule.callers === "workloads" && !subject.isWorkload) return false;
  return (
    (rule.api === undefined || rule.api === subject.api) &&
    (rule.service === undefined || subject.services.includes(rule.service)) &&
    fits(rule.operation, subject.operation) &&
    fits(rule.function, subject.functionName) &&
    fits(rule.role, subject.role) &&
    (rule.account === undefined || rule.account === subject.account || rule.account === subject.accountName()) &&
    (rule.resource === undefined || isAmong(rule.resource, subject.resources())) &&
    (rule.kill === undefined || subject.isProcess())
  );
}

function fits(pattern: string | undefined, value: string | undefined): boolean {
  return pattern === undefined || (value !== undefined && globMatcher(globOf([{ is: "text", text: pattern }]))(value));
}

/** A pattern of an ARN is held against ARNs, any other against each name in them: `table/orders/index/by-day` has four. */
function isAmong(pattern: string, arns: readonly string[]): boolean {
  if (pattern.startsWith("arn:")) return arns.some((arn) => fits(pattern, arn));
  return arns.some((arn) => {
    const resource = arn.split(":").slice(5).join(":");
    return [resource, ...resource.split(/[:/]/)].some((name) => fits(pattern, name));
  });
}
