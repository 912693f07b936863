import type { AttachedPolicy, Level, PolicyPath } from "../../../engine/bounds";
import { readPolicy } from "../../../engine/policy/read-policy";
import type { EmulatedAws } from "../../gateway/emulated-aws";
import { queryCall } from "../../gateway/internal-call";

/**
 * What a role's own policies bound it to, as levels that must each allow: its inline and attached policies, and its permissions boundary if it has
 * one (IAM User Guide, "Policy evaluation for requests within a single account"; "Permissions boundaries for IAM entities").
 */
export async function rolePolicies(
  emulated: EmulatedAws,
  account: string,
  role: string,
  boundary: string | undefined,
): Promise<PolicyPath> {
  const ask = async (Action: string, parameters: Readonly<Record<string, string>>): Promise<string> => {
    const call = queryCall("iam", account, { Action, Version: "2010-05-08", ...parameters });
    return (await emulated("moto", call)).body.toString();
  };
  const managed = async (arn: string): Promise<AttachedPolicy> => {
    const version = element(await ask("GetPolicy", { PolicyArn: arn }), "DefaultVersionId")[0] ?? "v1";
    const text = await ask("GetPolicyVersion", { PolicyArn: arn, VersionId: version });
    return readAs(arn, element(text, "Document")[0] ?? "");
  };
  const inline = async (name: string): Promise<AttachedPolicy> => {
    const text = await ask("GetRolePolicy", { RoleName: role, PolicyName: name });
    return readAs(name, element(text, "PolicyDocument")[0] ?? "");
  };
  const [names, arns] = await Promise.all([
    ask("ListRolePolicies", { RoleName: role }).then((text) => element(text, "member")),
    ask("ListAttachedRolePolicies", { RoleName: role }).then((text) => element(text, "PolicyArn")),
  ]);
  const own: Level = { id: "identity", policies: await Promise.all([...names.map(inline), ...arns.map(managed)]) };
  return boundary === undefined ? [own] : [own, { id: "boundary", policies: [await managed(boundary)] }];
}

function element(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]+)</${name}>`, "g"))].map(([, text = ""]) => text.trim());
}

/** IAM's API gives documents percent-encoded (IAM API Reference, "GetRolePolicy"). */
function readAs(id: string, text: string): AttachedPolicy {
  const document = text.startsWith("{") ? unescaped(text) : decodeURIComponent(text);
  const read = readPolicy(document, "identity-policy");
  if ("faults" in read) throw new Error(`policy ${id}: ${read.faults[0]?.message ?? "cannot be read"}`);
  return { id, policy: read.policy };
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}
