import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir, userInfo } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { stacksOf } from "../../declaration/stacks";
import { childEnvironment } from "../../delivery/child-environment";
import { ambientCredentials } from "../../delivery/credentials";
import { planAgain } from "../../delivery/plan-again";
import { readState } from "../../delivery/state/read-state";
import { secondPlanProblems } from "../../rehearsal/checks/second-plan";
import { emulatorGaps } from "../../rehearsal/checks/emulator-gaps";
import { terraformEnvironment } from "../../rehearsal/provider/terraform-environment";
import { type StartedAws, startForTest } from "../rehearsal/gateway/start";
import { addresses } from "../synth/synthesise";
import { startKillable } from "./killable";

/** Operations that make an object each time they succeed, and the Terraform type of what they make. */
const makers: Readonly<Record<string, string>> = {
  "organizations:CreateAccount": "aws_organizations_account",
  "organizations:CreateOrganizationalUnit": "aws_organizations_organizational_unit",
  "organizations:CreatePolicy": "aws_organizations_policy",
  "identitystore:CreateGroup": "aws_identitystore_group",
  "sso:CreatePermissionSet": "aws_ssoadmin_permission_set",
  "ec2:CreateVpc": "aws_vpc",
  "ec2:CreateSubnet": "aws_subnet",
  "ec2:CreateRouteTable": "aws_route_table",
  "ec2:CreateInternetGateway": "aws_internet_gateway",
  "ec2:CreateVpcEndpoint": "aws_vpc_endpoint",
  "ec2:CreateFlowLogs": "aws_flow_log",
  "ec2:CreateTransitGateway": "aws_ec2_transit_gateway",
  "ec2:CreateTransitGatewayRouteTable": "aws_ec2_transit_gateway_route_table",
  "ec2:CreateTransitGatewayVpcAttachment": "aws_ec2_transit_gateway_vpc_attachment",
  "ram:CreateResourceShare": "aws_ram_resource_share",
  "route53:CreateHostedZone": "aws_route53_zone",
  "kms:CreateKey": "aws_kms_key",
  "iam:CreateRole": "aws_iam_role",
  "iam:CreatePolicy": "aws_iam_policy",
  "iam:CreateServiceLinkedRole": "aws_iam_service_linked_role",
  "guardduty:CreateDetector": "aws_guardduty_detector",
  "acm:RequestCertificate": "aws_acm_certificate",
  "apigateway:CreateApi": "aws_apigatewayv2_api",
  "apigateway:CreateIntegration": "aws_apigatewayv2_integration",
  "apigateway:CreateRoute": "aws_apigatewayv2_route",
  "apigateway:CreateApiMapping": "aws_apigatewayv2_api_mapping",
  "lambda:CreateFunction": "aws_lambda_function",
  "dynamodb:CreateTable": "aws_dynamodb_table",
};

const platform = ["logs", "network", "identity", "security"];
const account = ["shop", "routing", "shop-payments"];
const deployed = ["org", ...platform, ...account];

describe("landfall killed inside an apply", () => {
  const directory = mkdtempSync(join(tmpdir(), "landfall-kill-"));
  const zoneDirectory = join(directory, "zone");
  const outDirectory = join(directory, "out");
  let aws: StartedAws;
  let environment: Readonly<Record<string, string>>;
  let callsBefore = 0;

  beforeAll(async () => {
    cpSync(resolve(__dirname, "../zones/minimal"), zoneDirectory, { recursive: true });
    const file = join(zoneDirectory, "landing-zone.yaml");
    // An organisation no other test has: which Terraform works on which state is told apart by the bucket's name.
    writeFileSync(file, readFileSync(file, "utf8").replace("name: tiny", "name: doomed"));
    aws = await startForTest();
    environment = { ...aws.proxyEnvironment, ...terraformEnvironment({ runDirectory: directory }) };
    await run("bootstrap");
    callsBefore = aws.record.calls().length;
  }, 360_000);

  afterAll(async () => {
    await aws.close();
    rmSync(directory, { recursive: true, force: true });
  });

  const start = (command: string, ...args: readonly string[]) =>
    startKillable(environment, [command, ...args, "--zone", zoneDirectory]);
  const run = (command: string, ...args: readonly string[]) => start(command, ...args).ended;
  const deploying = (...args: readonly string[]) =>
    start("deploy", ...args, "--auto-approve", "--output", outDirectory);
  const calls = (name: string) =>
    aws.record
      .calls()
      .slice(callsBefore)
      .filter((call) => `${call.service}:${call.operation}` === name && call.status < 300).length;

  /** Deploys until so many calls of an operation went through, and kills it in that moment. @returns what it printed */
  const deployAndKillAt = async (operation: string, times: number, ...args: readonly string[]): Promise<string> => {
    const target = calls(operation) + times;
    const deployment = deploying(...args);
    let over = false;
    void deployment.ended.then(() => (over = true));
    while (!over && calls(operation) < target) await new Promise((resume) => setTimeout(resume, 20));
    await deployment.kill();
    const { code, output } = await deployment.ended;
    expect([code, output]).toEqual([null, output]);
    return output;
  };

  const leftBehind = (stack: string): RegExp =>
    new RegExp(
      `${stack}: state lock left by ${userInfo().username}@${hostname()} at \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC, .* ago \\(apply\\); its owner is gone: unlocking`,
    );

  test("without recovery the next run fails on what is there already", async () => {
    await deployAndKillAt("organizations:CreateOrganization", 1);
    const unlocked = await run("unlock", "org", "--yes");
    expect(unlocked.output).toContain(`org: locked by ${userInfo().username}@${hostname()}`);
    expect(unlocked.code).toBe(0);
    const { code, output } = await deploying("org").ended;
    expect(output).toContain("AlreadyInOrganizationException");
    expect(code).toBe(1);
  }, 600_000);

  test("while accounts are created: the next run imports them, told so or by the stale lock", async () => {
    await deployAndKillAt("organizations:CreateAccount", 1, "org", "--recover");
    const { code, output } = await deploying("org").ended;
    expect(output).toMatch(leftBehind("org"));
    expect(output).toMatch(/org: created and not recorded, to be imported: \d+ \(aws_organizations_account/);
    expect(code).toBe(0);
  }, 600_000);

  test("while networks, logs and identities are made: every stack that was running is recovered", async () => {
    await deployAndKillAt("ec2:CreateSubnet", 2, ...platform);
    const output = await deployAndKillAt("lambda:CreateFunction", 2, ...platform, ...account);
    expect(output).toMatch(leftBehind("network"));
    expect(output).toMatch(/network: created and not recorded, to be imported: \d+ \(aws_/);
  }, 1_200_000);

  test("while a service is made: the same, and the zone is as if nothing had happened", async () => {
    const { code, output } = await deploying("shop-payments").ended;
    expect(output).toMatch(leftBehind("shop-payments"));
    expect(output).toMatch(/shop-payments: created and not recorded, to be imported: \d+/);
    expect(code).toBe(0);
  }, 600_000);

  test("every state holds what an undisturbed one does, and every object was made once", async () => {
    const zone = loadZone(zoneDirectory);
    const declared: string[] = [];
    for (const spec of stacksOf(zone).filter(({ id }) => deployed.includes(id))) {
      const credentials = await ambientCredentials(environment)(spec, zone);
      const state = await readState(spec, zone.regions.home, childEnvironment({}, environment, credentials));
      const json = addresses(readFileSync(join(outDirectory, "stacks", spec.id, "cdk.tf.json"), "utf8"));
      expect([spec.id, [...(state?.addresses ?? [])].sort()]).toEqual([spec.id, json]);
      declared.push(...json);
    }
    const counts = (of: (operation: string, type: string) => number) =>
      Object.fromEntries(Object.entries(makers).map(([operation, type]) => [operation, of(operation, type)]));
    const made = counts((operation) => calls(operation));
    expect(made).toEqual(counts((_, type) => declared.filter((address) => address.startsWith(`${type}.`)).length));
  }, 180_000);

  test("a second plan of every stack shows no change", async () => {
    const plans = await planAgain({
      zoneDirectory,
      outDirectory,
      credentialsFor: ambientCredentials(environment),
      terraformEnv: environment,
      only: deployed,
    });
    expect(plans.map(({ stack }) => stack).sort()).toEqual([...deployed].sort());
    expect(secondPlanProblems(plans, emulatorGaps)).toEqual([]);
  }, 360_000);
});
