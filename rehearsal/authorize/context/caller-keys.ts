import { isFunction } from "../../gateway/caller";
import { webIdentityTrust } from "../../gateway/trust-request";
import type { Asked } from "./facts";
import { type KeyValue, unknown } from "./key-value";

type Derive = (asked: Asked) => KeyValue | Promise<KeyValue>;

const isAnonymous = ({ call }: Asked): boolean => call.principal === "anonymous";
const session = ({ call }: Pick<Asked, "call">): RegExpExecArray | null =>
  /:assumed-role\/([^/]+)\/(.+)$/.exec(call.principal);
const ofTheRole =
  (value: string): Derive =>
  (asked) =>
    session(asked) ? value : undefined;
const ofTheCaller =
  (derive: Derive): Derive =>
  (asked) =>
    isAnonymous(asked) ? undefined : derive(asked);

/**
 * Keys about the caller, in lower case. Nobody here calls through another service, as an AWS service or with MFA, and no session has a source
 * identity (IAM User Guide, "AWS global condition context keys": properties of the principal, of a role session, of the network).
 */
export const callerKeys: Readonly<Record<string, Derive>> = {
  "aws:principalarn": ofTheCaller(principalArn),
  "aws:principalaccount": ofTheCaller(({ call }) => call.account),
  "aws:principalorgid": ofTheCaller(async ({ call, organization }) =>
    (await organization.pathOf(call.account)) === undefined ? undefined : organization.id,
  ),
  "aws:principalorgpaths": ofTheCaller(async ({ call, organization }) => {
    const path = await organization.pathOf(call.account);
    return path === undefined ? undefined : [path];
  }),
  "aws:principaltype": (asked) =>
    isAnonymous(asked) ? "Anonymous" : session(asked) ? "AssumedRole" : isRoot(asked) ? "Account" : "User",
  "aws:userid": ofTheCaller((asked) => (session(asked) ? unknown : isRoot(asked) ? asked.call.account : unknown)),
  "aws:username": (asked) => /:user\/(?:.*\/)?([^/]+)$/.exec(asked.call.principal)?.[1],
  "aws:multifactorauthpresent": ofTheRole("false"),
  "aws:multifactorauthage": () => undefined,
  "aws:tokenissuetime": (asked) => (session(asked) ? unknown : undefined),
  "aws:federatedprovider": (asked) => (session(asked) ? unknown : undefined),
  "aws:sourceidentity": () => undefined,
  "aws:assumedroot": () => undefined,
  "aws:principalisawsservice": () => "false",
  "aws:principalservicename": () => undefined,
  "aws:principalservicenameslist": () => undefined,
  "aws:viaawsservice": () => "false",
  "aws:calledvia": () => undefined,
  "aws:calledviafirst": () => undefined,
  "aws:calledvialast": () => undefined,
  "aws:sourcearn": () => undefined,
  "aws:sourceaccount": () => undefined,
  "aws:sourceorgid": () => undefined,
  "aws:sourceorgpaths": () => undefined,
  "aws:ec2instancesourcevpc": () => undefined,
  "aws:ec2instancesourceprivateipv4": () => undefined,
  "ec2:roledelivery": () => undefined,
  "ec2:sourceinstancearn": () => undefined,
  "lambda:sourcefunctionarn": functionArn,
};

const isRoot = ({ call }: Asked): boolean => call.principal.endsWith(":root");

/** Of a session it is the role's ARN, path included (the same page, `aws:PrincipalArn`). */
export async function principalArn({ call, lookups }: Pick<Asked, "call" | "lookups">): Promise<string> {
  const [, role] = session({ call }) ?? [];
  if (role === undefined) return call.principal;
  return (
    (await lookups.role(call.account, role))?.arn ??
    `arn:${partition(call.principal)}:iam::${call.account}:role/${role}`
  );
}

/** Lambda sets it in the credentials of a function (Lambda Developer Guide, "Using source function ARN"). */
function functionArn(asked: Asked): KeyValue {
  const { call } = asked;
  const [, , name] = session(asked) ?? [];
  if (!isFunction(call) || name === undefined) return undefined;
  return `arn:${partition(call.principal)}:lambda:${call.region}:${call.account}:function:${name}`;
}

const partition = (arn: string): string => arn.split(":")[1] ?? "aws";

/** Tags of the caller's role: `aws:PrincipalTag/KEY`. Sessions have no tags of their own here. */
export async function principalTag(asked: Asked, key: string): Promise<KeyValue> {
  const [, role] = session(asked) ?? [];
  if (role === undefined) return undefined;
  const tags = (await asked.lookups.role(asked.call.account, role))?.tags ?? {};
  return Object.entries(tags).find(([name]) => name.toLowerCase() === key)?.[1];
}

/** Claims of a web identity token, `ISSUER:sub` and `ISSUER:aud`; undefined when the call brings no token or no such claim. */
export function tokenClaim({ call }: Asked, key: string): KeyValue {
  if (call.operation !== "AssumeRoleWithWebIdentity") return undefined;
  const claims = webIdentityTrust(new URLSearchParams(call.body.toString()))?.context ?? {};
  return Object.entries(claims).find(([name]) => name.toLowerCase() === key)?.[1];
}
