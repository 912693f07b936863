import { decide } from "../../engine/decide/decide";
import { readPolicy } from "../../engine/policy/read-policy";
import type { Request } from "../../engine/request";

/** Who asks, in every way a policy may name it: ARNs and account ids of `AWS`, hosts of `Service`. */
export type Principals = Readonly<Partial<Record<"AWS" | "Service", readonly string[]>>>;

interface StatementJson {
  readonly Principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  readonly [element: string]: unknown;
}

/**
 * Whether a resource's policy, or a role's trust policy, lets somebody do something: what of it is about the principal is decided like a policy of
 * the principal's own (IAM User Guide, "Policy evaluation logic"). A policy that cannot be read lets nobody in, nor one with NotPrincipal.
 */
export function letsIn(document: string, principals: Principals, request: Request): boolean {
  const { Statement } = JSON.parse(document) as { Statement: StatementJson | readonly StatementJson[] };
  const statements = (isList(Statement) ? Statement : [Statement]).filter((each) => isAbout(each, principals));
  if (statements.length === 0 || statements.some((each) => each["NotPrincipal"] !== undefined)) return false;
  const own = statements.map(({ Principal: _principal, ...rest }) => ({
    ...rest,
    ...(rest["Resource"] === undefined && rest["NotResource"] === undefined ? { Resource: "*" } : {}),
  }));
  const read = readPolicy(JSON.stringify({ Version: "2012-10-17", Statement: own }), "identity-policy");
  if ("faults" in read) return false;
  const level = { id: "resource", policies: [{ id: "policy", policy: read.policy }] };
  return decide({ scp: [level], rcp: [] }, request).verdict === "allowed";
}

function isAbout({ Principal }: StatementJson, principals: Principals): boolean {
  if (Principal === "*") return true;
  return Object.entries(Principal ?? {}).some(([kind, named]) => {
    const answersTo = kind === "AWS" || kind === "Service" ? (principals[kind] ?? []) : [];
    return [named].flat().some((name) => (name === "*" && kind === "AWS") || answersTo.includes(name));
  });
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
