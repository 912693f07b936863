import type { Request } from "../../engine/request";

/** A key the question leaves out and every request of the account carries with this value. */
export interface Assumption {
  readonly key: string;
  readonly value: string;
  readonly why: string;
}

/** What fixes keys of a request. */
export interface Circumstances {
  readonly accountId: string;
  readonly organizationId: string | undefined;
  readonly principal: string | undefined;
  readonly resource: string | undefined;
  /** Region a call of the action's service has when nobody says otherwise. */
  readonly region: string;
}

/**
 * What is assumed of the keys that nobody gave (IAM User Guide, "AWS global condition context keys"). Everything else stays unknown.
 * @param given the context of the question; its keys are taken as they are
 */
export function assumptions(circumstances: Circumstances, given: Request["context"]): readonly Assumption[] {
  const { accountId, organizationId, principal, resource, region } = circumstances;
  const names = new Set(Object.keys(given).map((key) => key.toLowerCase()));
  const [, , , resourceRegion, resourceAccount] = resource?.split(":") ?? [];
  const all: readonly (Assumption | undefined)[] = [
    { key: "aws:PrincipalAccount", value: accountId, why: "the account" },
    organizationId === undefined
      ? undefined
      : { key: "aws:PrincipalOrgID", value: organizationId, why: "the organization" },
    principal === undefined ? undefined : { key: "aws:PrincipalArn", value: roleOf(principal), why: "the principal" },
    resourceRegion
      ? { key: "aws:RequestedRegion", value: resourceRegion, why: "the region of the resource" }
      : { key: "aws:RequestedRegion", value: region, why: "where the service is called when nobody says otherwise" },
    resourceAccount && /^\d{12}$/.test(resourceAccount)
      ? { key: "aws:ResourceAccount", value: resourceAccount, why: "the account of the resource" }
      : undefined,
    { key: "aws:PrincipalIsAWSService", value: "false", why: "a principal of the account calls" },
    { key: "aws:SecureTransport", value: "true", why: "AWS's tools call over TLS" },
  ];
  return all
    .filter((each) => each !== undefined && !names.has(each.key.toLowerCase()))
    .filter((each) => each !== undefined);
}

/** aws:PrincipalArn of a session is the ARN of its role, whose path the session's ARN does not tell (same page, aws:PrincipalArn). */
function roleOf(principal: string): string {
  const session = /^arn:([^:]+):sts::(\d+):assumed-role\/([^/]+)\//.exec(principal);
  return session ? `arn:${session[1]}:iam::${session[2]}:role/${session[3]}` : principal;
}
