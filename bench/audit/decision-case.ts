import type { Bounds, Level } from "../../engine/bounds";
import { readPolicy } from "../../engine/policy/read-policy";
import type { Request } from "../../engine/request";

const actionCount = 2_000;
const services = ["ec2", "s3", "iam", "lambda", "dynamodb", "kms", "logs", "cloudtrail", "rds", "sns"];
const verbs = ["Create", "Delete", "Describe", "Get", "Put", "Update", "List", "Start", "Stop", "Tag"];

/** Four levels with 15 statements between them; what they say is what control policies usually say. */
export function benchmarkBounds(): Bounds {
  const allowAll = { Effect: "Allow", Action: "*", Resource: "*" };
  const breakGlass = { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/landfall-break-glass" } };
  return {
    rcp: [],
    scp: [
      level("root", [
        allowAll,
        deny(["organizations:LeaveOrganization", "account:CloseAccount"]),
        deny(["cloudtrail:Stop*", "cloudtrail:Delete*"], breakGlass),
        {
          Effect: "Deny",
          NotAction: ["iam:*", "sts:*", "sns:*"],
          Resource: "*",
          Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-central-1", "eu-west-1"] }, ...breakGlass },
        },
      ]),
      level("workloads", [
        allowAll,
        deny(["ec2:Create1*", "ec2:Delete1*"], { StringNotEquals: { "aws:PrincipalTag/team": "network" } }),
        deny(["iam:Create*", "iam:Put*"], {
          ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/deploy/*", "arn:aws:iam::*:role/admin"] },
        }),
        deny("s3:Put*", { Bool: { "aws:SecureTransport": "false" } }),
      ]),
      level("production", [
        allowAll,
        deny(["rds:Delete*", "dynamodb:Delete*"], breakGlass),
        deny("kms:*Delete*", { Null: { "aws:MultiFactorAuthPresent": "true" } }),
        { Effect: "Deny", Action: "logs:*", NotResource: "arn:aws:logs:*:*:log-group:/aws/*", Condition: breakGlass },
      ]),
      level("account", [
        allowAll,
        deny("lambda:*", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }),
        deny("ec2:Start*", { NumericGreaterThan: { "ec2:InstanceCount": "10" } }),
      ]),
    ],
  };
}

/** A request for each of 2,000 actions; the statements look at the context of about half of them beyond the region. */
export function benchmarkRequests(): readonly Request[] {
  return Array.from({ length: actionCount }, (_, index) => {
    const service = services[index % services.length] ?? "";
    const verb = verbs[Math.floor(index / services.length) % verbs.length] ?? "";
    return {
      action: `${service}:${verb}${index}`,
      resource: `arn:aws:${service}:eu-central-1:111122223333:thing/${index}`,
      context: {
        "aws:PrincipalArn": `arn:aws:iam::111122223333:role/${index % 3 === 0 ? "deploy/ci" : "developer"}`,
        "aws:RequestedRegion": index % 50 === 0 ? "us-east-1" : "eu-central-1",
        "aws:SecureTransport": "true",
        "aws:SourceIp": "198.51.100.7",
        "aws:PrincipalTag/team": index % 7 === 0 ? "network" : "orders",
      },
    };
  });
}

function deny(Action: string | readonly string[], Condition?: object): object {
  return { Effect: "Deny", Action, Resource: "*", ...(Condition && { Condition }) };
}

function level(id: string, Statement: readonly object[]): Level {
  const read = readPolicy(JSON.stringify({ Version: "2012-10-17", Statement }), "service-control-policy");
  if ("faults" in read) throw new Error(read.faults.map(({ message }) => message).join("\n"));
  return { id, policies: [{ id, policy: read.policy }] };
}
