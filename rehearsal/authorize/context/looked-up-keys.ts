import { passedTo } from "../actions/pass-role";
import type { Asked } from "./facts";
import { valuesAt } from "./input-value";
import { type KeyValue, unknown } from "./key-value";

type Derive = (asked: Asked) => KeyValue | Promise<KeyValue>;

/**
 * Keys of services that take more than a look at the input, in lower case (Service Authorization Reference, "Condition keys for …"; AWS KMS
 * Developer Guide, "AWS KMS condition keys"; EC2 User Guide, "Amazon EBS encryption by default").
 */
export const lookedUpKeys: Readonly<Record<string, Derive>> = {
  "ec2:encrypted": volumeEncrypted,
  "ec2:region": ({ call }) => call.region,
  "ec2:createaction": ({ call }) => (call.operation === "CreateTags" ? undefined : call.operation),
  "iam:associatedresourcearn": () => undefined,
  "iam:passedtoservice": ({ call }) => passedTo(call.service, call.operation ?? ""),
  "iam:permissionsboundary": permissionsBoundary,
  "kms:calleraccount": ({ call }) => call.account,
  "kms:grantisforawsresource": () => "false",
  "kms:requestalias": ({ input }) => {
    const key = input["KeyId"];
    return typeof key === "string" ? /(alias\/.+)$/.exec(key)?.[1] : undefined;
  },
  "kms:resourcealiases": keyAliases,
  "kms:viaservice": () => undefined,
  "lambda:vpcids": (asked) => (asked.input["VpcConfig"] === undefined ? undefined : unknown),
  "ram:allowsexternalprincipals": async ({ call, input, lookups }) => {
    const share = input["resourceShareArn"];
    const outside = typeof share === "string" && (await lookups.sharesOutside(call.account, call.region, share));
    return typeof share === "string" && outside !== undefined ? String(outside) : undefined;
  },
  "ram:requestedresourcetype": ({ input }) => {
    const arns = input["resourceArns"];
    const types = (Array.isArray(arns) ? arns : []).flatMap((arn) => ramType(String(arn)) ?? []);
    return types.length === 0 ? undefined : [...new Set(types)];
  },
};

async function keyAliases({ call, input, need, lookups }: Asked): Promise<KeyValue> {
  const [, , , region = call.region, account = call.account, resource = ""] = (need.resource ?? "").split(":");
  const sent = input["KeyId"];
  const [, alias] = /(alias\/.+)$/.exec(typeof sent === "string" ? sent : "") ?? [];
  const key = alias ?? (resource.startsWith("key/") ? resource.slice("key/".length) : undefined);
  const aliases = key === undefined ? [] : await lookups.keyAliases(account, region, key);
  return aliases.length === 0 ? undefined : aliases;
}

/** The boundary a call sets, or of the role or user it changes. */
async function permissionsBoundary({ call, input, lookups }: Asked): Promise<KeyValue> {
  const sent = input["PermissionsBoundary"];
  if (typeof sent === "string") return sent;
  if (/^Create/.test(call.operation ?? "")) return undefined;
  const role = input["RoleName"];
  return typeof role === "string" ? (await lookups.role(call.account, role))?.boundary : unknown;
}

/** Of RunInstances only the volumes it describes are known: the others are as the image has them. */
async function volumeEncrypted({ call, input, lookups }: Asked): Promise<KeyValue> {
  const { operation = "" } = call;
  if (operation !== "CreateVolume" && operation !== "RunInstances") return unknown;
  if (await lookups.encryptsVolumes(call.account, call.region)) return "true";
  if (operation === "CreateVolume") return String(input["Encrypted"] ?? false);
  const described = valuesAt(input, "BlockDeviceMappings[].Ebs.Encrypted");
  return described.includes("false") ? "false" : unknown;
}

/** `ec2:TransitGateway` of a transit gateway's ARN (AWS RAM User Guide, "Shareable AWS resources"). */
function ramType(arn: string): string | undefined {
  const [, service, type] = /^arn:[^:]+:([^:]+):[^:]*:[^:]*:([^/:]+)/.exec(arn) ?? [];
  if (service === undefined || type === undefined) return undefined;
  return `${service}:${type.replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase())}`;
}
