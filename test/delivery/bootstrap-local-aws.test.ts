import { GetRoleCommand, IAMClient, UpdateAssumeRolePolicyCommand } from "@aws-sdk/client-iam";
import { AssumeRoleWithWebIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../declaration/model";
import { bootstrap } from "../../delivery/bootstrap";
import { pipelineToken } from "../../rehearsal/web-identity";
import { clientOptions, type StartedAws, startForTest } from "../rehearsal/gateway/start";
import { sample } from "../fixtures/zones";
import { idsFrom } from "../../declaration/ids";

const repository = "acme/landing-zone";
const zone: LandingZone = { ...sample, ids: idsFrom({}), pipeline: { repository, approval: ["org"] } };

let aws: StartedAws;
beforeAll(async () => {
  aws = await startForTest();
}, 360_000);
afterAll(() => aws?.close());

/** Whether STS gives a session of the role for a job of the repository in the environment. */
async function letsIn(role: string, from: string, environment: string): Promise<boolean> {
  const sts = new STSClient(clientOptions(aws));
  const RoleArn = `arn:aws:iam::${aws.managementAccount}:role/${role}`;
  const WebIdentityToken = pipelineToken(from, environment);
  try {
    await sts.send(new AssumeRoleWithWebIdentityCommand({ RoleArn, RoleSessionName: "job", WebIdentityToken }));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === "AccessDenied") return false;
    throw error;
  }
}

/** Jobs that no role of the management account may let in, by role. */
const strangers = ["landfall-org", "landfall-platform", "landfall-plan"].flatMap((role) => [
  [role, "acme/another", role] as const,
  [role, "mallory/landing-zone", role] as const,
  [role, repository, "sandbox"] as const,
]);

async function strangersLetIn(): Promise<string[]> {
  const answers = await Promise.all(
    strangers.map(async ([role, from, environment]) => ((await letsIn(role, from, environment)) ? [role] : [])),
  );
  return [...new Set(answers.flat())];
}

async function trustOf(RoleName: string): Promise<{ Statement: { Condition?: object }[] }> {
  const { Role } = await new IAMClient(clientOptions(aws)).send(new GetRoleCommand({ RoleName }));
  return JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "")) as {
    Statement: { Condition?: object }[];
  };
}

/** What somebody does in the console who wants the pipeline to work at last. */
async function dropConditions(RoleName: string): Promise<void> {
  const trust = await trustOf(RoleName);
  const open = { ...trust, Statement: trust.Statement.map(({ Condition: _, ...statement }) => statement) };
  await new IAMClient(clientOptions(aws)).send(
    new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: JSON.stringify(open) }),
  );
}

describe("bootstrap of a zone that names its repository", () => {
  test("makes the bucket, GitHub's provider and three roles, and nothing the second time", async () => {
    const { created } = await bootstrap(zone, aws.proxyEnvironment);
    expect(created).toEqual([
      `bucket ${zone.stateBucket}`,
      "OIDC provider of GitHub",
      "role landfall-org",
      "role landfall-platform",
      "role landfall-plan",
    ]);
    expect((await bootstrap(zone, aws.proxyEnvironment)).created).toEqual([]);
  }, 180_000);

  test("lets the repository's jobs into the roles, each in its own environment", async () => {
    expect(await letsIn("landfall-org", repository, "landfall-org")).toBe(true);
    expect(await letsIn("landfall-org", repository, "landfall-org-approval")).toBe(true);
    expect(await letsIn("landfall-platform", repository, "landfall-platform")).toBe(true);
    expect(await letsIn("landfall-plan", repository, "landfall-plan")).toBe(true);
  });

  test("lets no job of pull requests into a role that deploys", async () => {
    expect(await letsIn("landfall-org", repository, "landfall-plan")).toBe(false);
    expect(await letsIn("landfall-platform", repository, "landfall-plan")).toBe(false);
    expect(await letsIn("landfall-org", repository, "landfall-platform")).toBe(false);
  });

  test("lets no job of another repository, owner or environment in", async () => {
    expect(await strangersLetIn()).toEqual([]);
  });

  test("would let all of them in without the conditions, and puts those back that were removed by hand", async () => {
    for (const role of ["landfall-org", "landfall-platform", "landfall-plan"]) await dropConditions(role);
    expect(await strangersLetIn()).toEqual(["landfall-org", "landfall-platform", "landfall-plan"]);
    await bootstrap(zone, aws.proxyEnvironment);
    expect(await strangersLetIn()).toEqual([]);
  }, 180_000);
});
