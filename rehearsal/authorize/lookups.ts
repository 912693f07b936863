import type { EmulatedAws } from "../gateway/emulated-aws";
import { jsonCall, queryCall } from "../gateway/internal-call";
import type { AwsCall } from "../gateway/call";
import type { Sharing } from "../gateway/shared-transit-gateways";
import type { PolicyPath } from "../../engine/bounds";
import { isFunction } from "../gateway/caller";
import { rolePolicies } from "./identity/role-policies";
import type { Lookups, RoleFacts } from "./context/facts";

/** Asks the emulators; answers are kept until a call that may change them. */
export interface KeptLookups extends Lookups {
  /** What a function's role is bound to by its own policies; undefined: the caller is no function. */
  identityOf(call: AwsCall): Promise<PolicyPath | undefined>;
  /** To be shown every call that was answered. */
  learn(call: AwsCall): void;
}

export function emulatedLookups(emulated: EmulatedAws, askRam: Sharing["askRam"]): KeptLookups {
  const roles = new Map<string, Promise<RoleFacts | undefined>>();
  const identities = new Map<string, Promise<PolicyPath>>();
  const role: Lookups["role"] = (account, name) =>
    once(roles, `${account} ${name}`, () => readRole(emulated, account, name));
  return {
    role,
    identityOf: async (call) => {
      const [, name] = /:assumed-role\/([^/]+)\//.exec(call.principal) ?? [];
      if (name === undefined || !isFunction(call)) return undefined;
      return once(identities, `${call.account} ${name}`, async () =>
        rolePolicies(emulated, call.account, name, (await role(call.account, name))?.boundary),
      );
    },
    keyAliases: (account, region, key) => readAliases(emulated, account, region, key),
    encryptsVolumes: async (account, region) => {
      const call = queryCall("ec2", account, { Action: "GetEbsEncryptionByDefault", Version: "2016-11-15" }, region);
      return (await emulated("moto", call)).body.toString().includes("<ebsEncryptionByDefault>true");
    },
    sharesOutside: async (account, region, share) => {
      const asked = { resourceOwner: "SELF", resourceShareArns: [share] };
      const { resourceShares: [found] = [] } = JSON.parse(
        await askRam(account, region, "GetResourceShares", asked),
      ) as {
        resourceShares?: readonly { allowExternalPrincipals?: boolean }[];
      };
      return found?.allowExternalPrincipals;
    },
    learn: ({ service, operation = "" }) => {
      const isWrite = service === "iam" && !/^(Get|List|Simulate|Generate)/.test(operation);
      if (!isWrite && operation !== "CreateAccount") return;
      roles.clear();
      identities.clear();
    },
  };
}

function once<T>(kept: Map<string, Promise<T>>, name: string, read: () => Promise<T>): Promise<T> {
  const known = kept.get(name);
  if (known) return known;
  const found = read();
  kept.set(name, found);
  // A failure is no answer: the next call asks again.
  found.catch(() => kept.get(name) === found && kept.delete(name));
  return found;
}

async function readRole(emulated: EmulatedAws, account: string, name: string): Promise<RoleFacts | undefined> {
  const call = queryCall("iam", account, { Action: "GetRole", Version: "2010-05-08", RoleName: name });
  const answer = await emulated("moto", call);
  const text = answer.body.toString();
  const arn = /<Arn>([^<]+)<\/Arn>/.exec(text)?.[1]?.trim();
  if (answer.status !== 200 || arn === undefined) return undefined;
  const tags = [...text.matchAll(/<Key>([^<]*)<\/Key>\s*<Value>([^<]*)<\/Value>/g)];
  return {
    arn,
    tags: Object.fromEntries(tags.map(([, key = "", value = ""]): [string, string] => [key, value])),
    boundary: /<PermissionsBoundaryArn>([^<]+)</.exec(text)?.[1]?.trim(),
  };
}

/** @param key its id, or one of its aliases */
async function readAliases(
  emulated: EmulatedAws,
  account: string,
  region: string,
  key: string,
): Promise<readonly string[]> {
  const call = jsonCall(
    {
      service: "kms",
      operation: "ListAliases",
      protocol: "json",
      account,
      region,
      path: "/",
      headers: { "x-amz-target": "TrentService.ListAliases" },
    },
    {},
  );
  const answer = await emulated("ministack", call);
  if (answer.status !== 200) return [];
  const { Aliases: aliases = [] } = JSON.parse(answer.body.toString()) as {
    Aliases?: readonly { AliasName?: string; TargetKeyId?: string }[];
  };
  const named = aliases.find(({ AliasName }) => AliasName === key)?.TargetKeyId ?? key;
  return aliases.flatMap(({ AliasName, TargetKeyId }) => (TargetKeyId === named && AliasName ? [AliasName] : []));
}
