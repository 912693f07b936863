import type { Bounds, PolicyPath } from "../../engine/bounds";
import type { Decision, PartialDecision } from "../../engine/decide/decision";
import { decidePartly } from "../../engine/decide/decide-partly";
import { rcpServices } from "../../engine/organizations/rcp-services";
import { loadUniverse } from "../../engine/universe/load-universe";
import type { AwsCall } from "../gateway/call";
import type { ServiceModels } from "../gateway/service-models";
import { isInRequestLine, needsOf, possibleActions } from "./actions/needs-of";
import { prefixOf } from "./actions/prefixes";
import type { Authorization } from "./authorization";
import { principalArn } from "./context/caller-keys";
import { contextOf } from "./context/context-of";
import type { Asked, Lookups } from "./context/facts";
import { denied, denyingReason, identityRefuses, organizationRefuses } from "./denial";
import type { Need } from "./need";
import type { LiveOrganization } from "./organization/live-bounds";
import { aboutAction, allowsAlways, keysOf } from "./organization/relevant";
import { inputOf } from "./read-call";

export interface AuthorizerOptions {
  readonly managementAccount: string;
  readonly organization: LiveOrganization;
  readonly models: ServiceModels;
  readonly lookups: Lookups;
  /** What the caller's own policies bound it to; undefined for callers whose own policies are not looked at. */
  readonly identityOf: (call: AwsCall) => Promise<PolicyPath | undefined>;
  /** Account that owns a bucket, or a resource that is shared with others, by its name or id. */
  readonly ownerOf: (name: string) => string | undefined;
}

/**
 * Services whose resources have policies of their own, by which a caller is let in that its own policies do not name (IAM User Guide, "AWS services
 * that work with IAM", resource-based policies). The local AWS keeps none of DynamoDB's, nor of SES' identities.
 */
const grantsByItself: ReadonlySet<string> = new Set([
  ...["backup", "ecr", "events", "execute-api", "glue", "iot", "kinesis", "kms", "lambda", "logs", "s3"],
  ...["secretsmanager", "sns", "sqs", "ssm", "states", "sts"],
]);

/** Decides a call before anything answers it. */
export type Authorize = (call: AwsCall) => Promise<Authorization>;

const allowed: Authorization = { verdict: "allowed" };

/**
 * Decides calls by the service control policies of the caller's account and the resource control policies of the resource's, as the live
 * organisation has them, and by the caller's own policies where those are looked at (IAM User Guide, "Policy evaluation logic").
 */
export function authorizer(options: AuthorizerOptions): Authorize {
  const about = relevantBounds();
  return async (call) => {
    const { organization } = options;
    const id = await organization.id();
    if (id === undefined) return allowed;
    const scp = call.principal === "anonymous" ? [] : await organization.scp(call.account);
    if (call.operation === undefined) return scp.length === 0 ? allowed : unnamed(call);
    const identity = await options.identityOf(call);
    const isBound = possibleActions(call).some((action) => !allowsAlways(about({ scp, rcp: [] }, action)));
    if (!isBound && identity === undefined && !(await organization.hasResourcePolicies())) return allowed;
    const input = inputOf(options.models, call);
    const found: Authorization[] = [];
    for (const named of needsOf(call, input ?? {}, options.ownerOf)) {
      const isRead = input !== undefined || isInRequestLine(call);
      const isKnown = isRead || named.resource === "*";
      const need = { ...named, resource: isKnown ? await withPath(named.resource, call, options.lookups) : undefined };
      const resourceAccount = accountOf(need, call, options.ownerOf);
      const isBoundThere = resourceAccount !== undefined && rcpServices.includes(prefixIn(need.action));
      const rcp = isBoundThere ? await organization.rcp(resourceAccount) : [];
      const bounds = about({ scp, rcp }, need.action);
      const own = about({ scp: identity ?? [], rcp: [] }, need.action);
      if (allowsAlways(bounds) && allowsAlways(own)) continue;
      const action = loadUniverse().find(need.action);
      const pathOf = async (account: string): Promise<string | undefined> => {
        const path = await organization.path(account);
        return path && `${[id, ...path.slice(0, -1)].join("/")}/`;
      };
      const asked: Asked = {
        ...{ call, need, action, resourceAccount, isRead, lookups: options.lookups },
        input: input ?? {},
        organization: { id, pathOf },
      };
      const owner = { managementAccount: options.managementAccount, id };
      const byOrganization = await decided(bounds, asked, await exemptible(asked));
      found.push(asAuthorization(byOrganization, asked, (refusal) => organizationRefuses(need, refusal, owner)));
      const byIdentity = await decided(own, asked, undefined);
      const mayBeGranted = byIdentity.verdict === "implicit-deny" && grantsByItself.has(prefixIn(need.action));
      if (!mayBeGranted) found.push(asAuthorization(byIdentity, asked, (refusal) => identityRefuses(need, refusal)));
    }
    return (
      found.find(({ verdict }) => verdict === "denied") ?? found.find(({ verdict }) => verdict !== "allowed") ?? allowed
    );
  };
}

/** A request that no operation of the service's model fits, or more than one: nobody can tell what it asks for. */
function unnamed({ service }: AwsCall): Authorization {
  return { verdict: "undecided", action: `${prefixOf(service)}:?`, resource: undefined, needs: ["operation"] };
}

/** A session's ARN lacks its role's path, by which service-linked roles are known; only their names are looked up. */
async function exemptible({ call, lookups }: Asked): Promise<string | undefined> {
  if (call.principal === "anonymous") return undefined;
  return call.principal.includes(":assumed-role/AWSServiceRoleFor") ? principalArn({ call, lookups }) : call.principal;
}

/** @param principal exempt when it is a service-linked role; undefined: nobody is */
async function decided(bounds: Bounds, asked: Asked, principal: string | undefined): Promise<PartialDecision> {
  const { need } = asked;
  const { context, unknown } = await contextOf(keysOf(bounds), asked);
  return decidePartly(bounds, { ...need, principal, context, unknown });
}

function asAuthorization(
  decision: PartialDecision,
  { call, need }: Asked,
  why: (refusal: Decision) => string,
): Authorization {
  switch (decision.verdict) {
    case "allowed":
      return allowed;
    case "undecided":
      return { verdict: "undecided", ...need, needs: decision.needs };
    case "explicit-deny":
    case "implicit-deny":
      return { verdict: "denied", ...need, ...denier(decision), answer: denied(call, need, why(decision)) };
  }
}

function denier(decision: Decision): { policy?: string; statement?: string } {
  const reason = denyingReason(decision);
  if (reason === undefined) return {};
  return { policy: reason.policy, statement: reason.statement.sid ?? String(reason.statement.index) };
}

const prefixIn = (action: string): string => action.split(":")[0] ?? "";

/** Calls name a role, its ARN has its path too. What the call makes is not there yet. */
async function withPath(resource: string | undefined, call: AwsCall, lookups: Lookups): Promise<string | undefined> {
  const [, account = "", name = ""] = /^arn:[^:]+:iam::(\d{12}):role\/([\w+=,.@-]+)$/.exec(resource ?? "") ?? [];
  if (name === "" || call.operation === "CreateRole") return resource;
  return (await lookups.role(account, name))?.arn ?? resource;
}

/** Account of what is acted on: of its ARN; S3's ARNs and those of some services have none, and actions without a resource act on the caller's. */
function accountOf({ resource }: Need, call: AwsCall, ownerOf: AuthorizerOptions["ownerOf"]): string | undefined {
  if (resource === undefined || resource === "*") return call.account;
  const [, , service, , account = "", name = ""] = resource.split(":");
  if (service === "s3" && account === "") return ownerOf(name.split("/")[0] ?? "") ?? call.account;
  if (account === "") return call.account;
  return /^\d{12}$/.test(account) ? account : undefined;
}

/** Bounds with only the statements about an action, kept while the paths are the same. */
function relevantBounds(): (bounds: Bounds, action: string) => Bounds {
  const kept = new WeakMap<PolicyPath, Map<string, PolicyPath>>();
  const about = (path: PolicyPath, action: string): PolicyPath => {
    const ofPath = kept.get(path) ?? new Map<string, PolicyPath>();
    kept.set(path, ofPath);
    const found = ofPath.get(action) ?? aboutAction({ scp: path, rcp: [] }, action).scp;
    ofPath.set(action, found);
    return found;
  };
  return ({ scp, rcp }, action) => ({ scp: about(scp, action), rcp: about(rcp, action) });
}
