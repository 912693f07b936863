import { githubClaims } from "../declaration/github-oidc";
import type { LandingZone } from "../declaration/model";
import { deployRoles, planRole } from "../declaration/names";
import { noData, readOnlyPolicy } from "../declaration/plan-role";
import { githubProviderArn } from "./bootstrap-oidc";
import type { PolicyStatement, RoleSpec, TrustStatement } from "./bootstrap-role";
import { approvalEnvironment } from "./pipelines/environments";

/**
 * The roles of the management account: two that deploy stacks, each with the state below its own prefix alone, and, when a pipeline is
 * declared, one that reads. Whom the account's own administrators let may assume them, and the pipeline's jobs by their tokens.
 * @param account id of the management account
 */
export function managementRoles(zone: LandingZone, account: string): readonly RoleSpec[] {
  const deploying = [
    { name: deployRoles.org, statements: orgStatements(zone) },
    { name: deployRoles.platform, statements: platformStatements(zone) },
  ].map(({ name, statements }) => ({
    name,
    trust: trustOf(zone, account, [name, approvalEnvironment(name)]),
    attached: [],
    statements,
  }));
  if (zone.pipeline === undefined) return deploying;
  const reading: RoleSpec = {
    name: planRole,
    trust: trustOf(zone, account, [planRole]),
    attached: [`arn:${zone.partition}:iam::aws:policy/${readOnlyPolicy}`],
    statements: [assume(zone, [planRole]), ...noData(zone.partition, zone.stateBucket)],
  };
  return [...deploying, reading];
}

/** @param environments GitHub environments whose jobs act in the role; each is one whole subject */
function trustOf(zone: LandingZone, account: string, environments: [string, ...string[]]): readonly TrustStatement[] {
  const administrators: TrustStatement = {
    Sid: "Administrators",
    Effect: "Allow",
    Principal: { AWS: `arn:${zone.partition}:iam::${account}:root` },
    Action: "sts:AssumeRole",
  };
  if (zone.pipeline === undefined) return [administrators];
  const pipeline: TrustStatement = {
    Sid: "Pipeline",
    Effect: "Allow",
    Principal: { Federated: githubProviderArn(zone.partition, account) },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: githubClaims(zone.pipeline.repository, environments),
  };
  return [administrators, pipeline];
}

function orgStatements(zone: LandingZone): readonly PolicyStatement[] {
  return [
    { Sid: "Administer", Effect: "Allow", Action: "*", Resource: "*" },
    {
      Sid: "StateOfOthers",
      Effect: "Deny",
      Action: ["s3:GetObject*", "s3:PutObject*", "s3:DeleteObject*"],
      Resource: `${bucketArn(zone)}/platform/*`,
    },
  ];
}

function platformStatements(zone: LandingZone): readonly PolicyStatement[] {
  return [
    { Sid: "ListState", Effect: "Allow", Action: "s3:ListBucket", Resource: bucketArn(zone) },
    {
      Sid: "OwnState",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
      Resource: `${bucketArn(zone)}/platform/*`,
    },
    // To read what other identities made, in a session that reads: their states are not its own.
    assume(zone, zone.pipeline ? [deployRoles.platform, planRole] : [deployRoles.platform]),
  ];
}

function assume({ partition }: LandingZone, roles: readonly string[]): PolicyStatement {
  const arns = roles.map((role) => `arn:${partition}:iam::*:role/${role}`);
  return { Sid: "MemberAccounts", Effect: "Allow", Action: "sts:AssumeRole", Resource: arns };
}

function bucketArn({ partition, stateBucket }: LandingZone): string {
  return `arn:${partition}:s3:::${stateBucket}`;
}
