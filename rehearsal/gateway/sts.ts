import { randomBytes } from "node:crypto";
import { awsError } from "./aws-error";
import type { AwsCall, AwsResponse, CallHandler } from "./call";
import type { Callers } from "./caller";
import { formOf } from "./form";
import type { FindRole, Role } from "./roles";
import { type Members, stsAnswer } from "./sts-answer";
import { callerTrust, webIdentityTrust } from "./trust-request";
import { trusts, type TrustRequest } from "./trust";

/**
 * STS itself: who is calling, and sessions of roles. Credentials are ours, so the account and principal behind each key
 * are known without asking an emulator. Roles and their trust policies are read from IAM.
 */
export function createSts(callers: Callers, findRole: FindRole): CallHandler {
  return async (call) => {
    if (call.service !== "sts") return undefined;
    const parameters = formOf(call);
    switch (call.operation) {
      case "GetCallerIdentity":
        return stsAnswer("GetCallerIdentity", { UserId: userId(call), Account: call.account, Arn: call.principal });
      case "GetSessionToken":
        return stsAnswer("GetSessionToken", credentials(callers, call));
      case "AssumeRole":
        return assumeRole(call, parameters, callers, findRole, await callerTrust(call, parameters, findRole));
      case "AssumeRoleWithWebIdentity":
        return assumeRole(call, parameters, callers, findRole, webIdentityTrust(parameters));
      default:
        return undefined;
    }
  };
}

async function assumeRole(
  call: AwsCall,
  parameters: URLSearchParams,
  callers: Callers,
  findRole: FindRole,
  request: TrustRequest | undefined,
): Promise<AwsResponse> {
  const roleArn = parameters.get("RoleArn") ?? "";
  const session = parameters.get("RoleSessionName") ?? "";
  const [, partition = "aws", account = "", path = ""] = /^arn:([^:]+):iam::(\d{12}):role\/(.+)$/.exec(roleArn) ?? [];
  if (!/^[\w+=,.@-]{2,64}$/.test(session) || account === "") return invalid(roleArn, session);
  if (request === undefined) return error("InvalidIdentityToken", "The web identity token could not be read.");
  const name = path.split("/").at(-1) ?? path;
  const role = await findRole(account, name);
  if (role === undefined || role.arn !== roleArn || !trusts(role.trustPolicy, request))
    return denied(call, roleArn, request);
  const arn = `arn:${partition}:sts::${account}:assumed-role/${name}/${session}`;
  return stsAnswer(request.action.replace("sts:", ""), {
    ...credentials(callers, { account, principal: arn }),
    AssumedRoleUser: { AssumedRoleId: `${roleId(role)}:${session}`, Arn: arn },
    ...(request.action === "sts:AssumeRole" ? {} : webIdentityMembers(request)),
  });
}

function webIdentityMembers({ context }: TrustRequest): Members {
  const claim = (suffix: string): string => Object.entries(context).find(([key]) => key.endsWith(suffix))?.[1] ?? "";
  return { SubjectFromWebIdentityToken: claim(":sub"), Audience: claim(":aud") };
}

function credentials(callers: Callers, caller: { account: string; principal: string }): Members {
  const accessKey = `ASIA${randomBytes(8).toString("hex").toUpperCase()}`;
  callers.remember(accessKey, { account: caller.account, principal: caller.principal });
  return {
    Credentials: {
      AccessKeyId: accessKey,
      SecretAccessKey: randomBytes(20).toString("hex"),
      SessionToken: randomBytes(48).toString("base64"),
      Expiration: new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+Z$/, "Z"),
    },
  };
}

function denied(call: AwsCall, roleArn: string, { action }: TrustRequest): AwsResponse {
  return error(
    "AccessDenied",
    action === "sts:AssumeRole"
      ? `User: ${call.principal} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`
      : "Not authorized to perform sts:AssumeRoleWithWebIdentity",
    403,
  );
}

function invalid(roleArn: string, session: string): AwsResponse {
  return error("ValidationError", `RoleArn or RoleSessionName is malformed: ${JSON.stringify({ roleArn, session })}`);
}

function error(code: string, message: string, status = 400): AwsResponse {
  return awsError("query", status, code, message);
}

function userId({ account, principal }: AwsCall): string {
  const session = principal.split("/").slice(2).join("/");
  return session === "" ? account : `AROA${Buffer.from(principal).toString("hex").slice(-16).toUpperCase()}:${session}`;
}

function roleId({ roleId: id }: Role): string {
  return id === "" ? "AROAEXAMPLE" : id;
}
