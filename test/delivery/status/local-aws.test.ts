import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import {
  CreateAccountCommand,
  ListCreateAccountStatusCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { loadZone } from "../../../declaration/load";
import { clientSettings } from "../../../live/aws-client";
import { bootstrap } from "../../../delivery/bootstrap";
import { ambientCredentials } from "../../../delivery/credentials";
import { deploy } from "../../../delivery/deploy";
import { succeeded } from "../../../delivery/deployment";
import { eject } from "../../../delivery/eject/eject";
import { preflight } from "../../../delivery/preflight/preflight";
import { decideStatus } from "../../../delivery/status/decide";
import { observe } from "../../../delivery/status/observe";
import type { StatusReport } from "../../../delivery/status/report";
import { childEnvironment } from "../../../delivery/child-environment";
import { stacksOf } from "../../../declaration/stacks";
import { terraformEnvironment } from "../../../rehearsal/provider/terraform-environment";
import { type StartedAws, startForTest } from "../../rehearsal/gateway/start";

const directory = mkdtempSync(join(tmpdir(), "landfall-status-test-"));
const zoneDirectory = join(directory, "zone");
let aws: StartedAws;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  cpSync(join(__dirname, "../../zones/minimal"), zoneDirectory, { recursive: true });
  aws = await startForTest();
  environment = { ...aws.proxyEnvironment, AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "eu-west-1" };
}, 360_000);
afterAll(async () => {
  await aws?.close();
  rmSync(directory, { recursive: true, force: true });
});

async function status(): Promise<StatusReport> {
  const credentialsFor = ambientCredentials(environment);
  return decideStatus(await observe({ zoneDirectory, credentialsFor, environment }));
}

async function leaveState(Key: string, resources: readonly object[]): Promise<void> {
  const s3 = new S3Client({ ...clientSettings("eu-west-1", environment), forcePathStyle: true });
  const Body = JSON.stringify({ version: 4, serial: 1, lineage: "l", outputs: {}, resources });
  await s3.send(new PutObjectCommand({ Bucket: loadZone(zoneDirectory).stateBucket, Key, Body }));
  s3.destroy();
}

const look = () =>
  preflight({
    zone: loadZone(zoneDirectory),
    environment,
    credentialsFor: ambientCredentials(environment),
    checkTools: () => Promise.resolve(),
  });

test("before anything is deployed, status waits for the organisation and preflight lets it be made", async () => {
  const { accounts, findings } = await status();
  expect(new Set(accounts.map(({ created }) => created.text))).toEqual(new Set(["no organization yet"]));
  expect(findings).toEqual([]);
  const results = await look();
  // Nobody but the emulator's root user is there to look: that is the one finding.
  expect(results.filter((result) => result.status === "finding").map(({ check }) => check)).toEqual(["credentials"]);
  expect(results.filter((result) => result.status === "could-not-check")).toEqual([]);
  const details = new Map(results.map(({ check, detail }) => [check, detail]));
  expect(details.get("organization")).toContain("`landfall deploy` makes it");
  expect(details.get("state-bucket")).toContain("is free");
  expect(details.get("account-quota")).toContain("4 accounts are needed, 1 of them there; 10 are allowed");
});

test("with the organisation alone, each account is created and waits for what comes next", async () => {
  await bootstrap(loadZone(zoneDirectory), environment);
  const deployment = await deploy({
    zoneDirectory,
    outDirectory: join(directory, "out"),
    credentialsFor: ambientCredentials(environment),
    terraformEnv: { ...environment, ...terraformEnvironment({ runDirectory: directory }) },
    only: ["org"],
  });
  expect(deployment.stacks.filter((stack) => stack.status !== "done")).toEqual([]);
  expect(succeeded(deployment)).toBe(true);
  const { accounts, platform, findings } = await status();
  expect(findings).toEqual([]);
  expect(accounts.map(({ created }) => created.state)).toEqual(accounts.map(() => "there"));
  const shop = accounts.find(({ account }) => account === "shop");
  expect(shop?.baseline).toEqual({ state: "waiting", text: "waits for kms-key/logs" });
  expect(platform.find(({ stack }) => stack === "org")?.resources).toMatchObject({ state: "there" });
}, 540_000);

test("plain Terraform plans no change of the ejected organisation", async () => {
  const terraform = join(directory, "terraform");
  await eject({ zoneDirectory, directory: terraform, only: ["org"] });
  const zone = loadZone(zoneDirectory);
  const [org] = stacksOf(zone);
  if (org === undefined) throw new Error("no stack");
  const credentials = await ambientCredentials(environment)(org, zone);
  const settings = { ...environment, ...terraformEnvironment({ runDirectory: directory }) };
  const options = { cwd: join(terraform, "org"), env: childEnvironment(process.env, settings, credentials) };
  await promisify(execFile)("terraform", ["init", "-no-color"], options);
  // Exits with 2, which rejects, when anything would change.
  const { stdout } = await promisify(execFile)("terraform", ["plan", "-no-color", "-detailed-exitcode"], options);
  expect(stdout).toContain("No changes");
}, 360_000);

test("what was done by hand, and a request that became no account, are findings", async () => {
  const twin = ["name: twin", "organizationalUnit: core", "owner: team", "email: aws+twin@tiny.example"];
  writeFileSync(join(zoneDirectory, "accounts", "twin.yaml"), `${twin.join("\n")}\n`);
  const client = new OrganizationsClient(clientSettings("eu-west-1", environment));
  const create = (AccountName: string, Email: string) => client.send(new CreateAccountCommand({ AccountName, Email }));
  await create("twin", "aws+shop@tiny.example");
  await create("stray", "stray@tiny.example");
  const zone = loadZone(zoneDirectory);
  await client.send(
    new MoveAccountCommand({
      AccountId: zone.ids.get("account/shop"),
      SourceParentId: zone.ids.get("organizational-unit/apps/live"),
      DestinationParentId: zone.ids.get("organizational-unit/core"),
    }),
  );
  const isBusy = async () => {
    const { CreateAccountStatuses = [] } = await client.send(new ListCreateAccountStatusCommand({}));
    return CreateAccountStatuses.some(({ State }) => State === "IN_PROGRESS");
  };
  await leaveState("platform/retired.tfstate", [
    { mode: "managed", type: "aws_vpc", name: "spoke", instances: [{ attributes: { id: "vpc-1" } }] },
  ]);
  await leaveState("platform/destroyed.tfstate", []);
  while (await isBusy()) await new Promise((done) => setTimeout(done, 200));
  client.destroy();
  const { findings, accounts } = await status();
  expect(findings.map(({ kind, about }) => `${kind} ${about}`).sort()).toEqual([
    "account-moved shop",
    "account-not-declared stray",
    "request-failed twin",
    "state-left-over retired",
  ]);
  expect(accounts.find(({ account }) => account === "twin")?.created.text).toBe("failed: EMAIL_ALREADY_EXISTS");
}, 180_000);
