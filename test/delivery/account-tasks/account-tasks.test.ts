import * as ec2 from "@aws-sdk/client-ec2";
import * as iam from "@aws-sdk/client-iam";
import * as organizations from "@aws-sdk/client-organizations";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../../declaration/model";
import { accessRoleStep } from "../../../delivery/account-tasks/access-role";
import { refuseClosedByHand } from "../../../delivery/account-tasks/closed-by-hand";
import { defaultVpcStep } from "../../../delivery/account-tasks/default-vpc";
import { displayNameSteps } from "../../../delivery/account-tasks/display-name";
import { platformRoleStep } from "../../../delivery/account-tasks/platform-role";
import { platformTrust } from "../../../delivery/account-tasks/platform-trust";
import { runTasks } from "../../../delivery/account-tasks/run-tasks";
import { waysIn } from "../../../delivery/account-tasks/tasks-of-stack";
import { bootstrap } from "../../../delivery/bootstrap";
import { closeAccount } from "../../../delivery/offboard/close-account";
import { findAccount } from "../../../delivery/offboard/live-account";
import { listAccounts } from "../../../live/list-accounts";
import { assumeRole, type Caller } from "../../../live/sts";
import { withIds } from "../../../delivery/sync";
import { birch, sample } from "../../fixtures/zones";
import { clientOptions, region, type StartedAws, startForTest } from "../../rehearsal/gateway/start";

let aws: StartedAws;
let operator: Caller;
let zone: LandingZone;
const ids: Record<string, string> = {};
const made = { "orders-dev": "landfall-platform", "orders-prod": "OrganizationAccountAccessRole" };

beforeAll(async () => {
  aws = await startForTest();
  operator = { region, environment: aws.proxyEnvironment };
  ids["management"] = aws.managementAccount;
  const client = new organizations.OrganizationsClient(clientOptions(aws));
  await client.send(new organizations.CreateOrganizationCommand({ FeatureSet: "ALL" }));
  for (const [name, RoleName] of Object.entries(made)) ids[name] = await createAccount(client, name, RoleName);
  const locked = Object.fromEntries(Object.entries(ids).map(([name, id]) => [`account/${name}`, id]));
  zone = withIds(sample, { ...locked, organization: "o-local" });
  await bootstrap(zone, aws.proxyEnvironment);
}, 360_000);
afterAll(() => aws?.close());

async function createAccount(
  client: organizations.OrganizationsClient,
  AccountName: string,
  RoleName: string,
): Promise<string> {
  const input = { AccountName, Email: `${AccountName}@acme.example`, RoleName };
  const { CreateAccountStatus: asked } = await client.send(new organizations.CreateAccountCommand(input));
  for (;;) {
    const look = new organizations.DescribeCreateAccountStatusCommand({ CreateAccountRequestId: asked?.Id });
    const { CreateAccountStatus: status } = await client.send(look);
    if (status?.AccountId) return status.AccountId;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function entered(from: Caller, account: string, role: string): Promise<Caller> {
  const session = await assumeRole(from, `arn:aws:iam::${ids[account]}:role/${role}`, "test");
  return { ...from, environment: { ...from.environment, ...session } };
}

const platform = (): Promise<Caller> => entered(operator, "management", "landfall-platform");
const inAccount = async (account: string): Promise<Caller> => entered(await platform(), account, "landfall-platform");
const keys = ({ environment }: Caller) =>
  clientOptions(
    aws,
    environment["AWS_ACCESS_KEY_ID"],
    environment["AWS_SECRET_ACCESS_KEY"],
    environment["AWS_SESSION_TOKEN"],
  );

async function vpcs(caller: Caller): Promise<readonly (string | undefined)[]> {
  const { Vpcs = [] } = await new ec2.EC2Client(keys(caller)).send(new ec2.DescribeVpcsCommand({}));
  return Vpcs.map(({ VpcId }) => VpcId);
}

describe("the default VPC", () => {
  test("stays while somebody uses it, and goes with all AWS put into it once nobody does", async () => {
    const caller = await inAccount("orders-dev");
    const client = new ec2.EC2Client(keys(caller));
    const [vpc] = await vpcs(caller);
    const group = { GroupName: "web", Description: "web", VpcId: vpc };
    const { GroupId } = await client.send(new ec2.CreateSecurityGroupCommand(group));
    const { InternetGateway } = await client.send(new ec2.CreateInternetGatewayCommand({}));
    const gateway = { InternetGatewayId: InternetGateway?.InternetGatewayId, VpcId: vpc };
    await client.send(new ec2.AttachInternetGatewayCommand(gateway));

    const step = defaultVpcStep("orders-dev", caller);
    expect(await runTasks([step])).toEqual([
      { title: step.title, status: "left", reason: expect.stringContaining(`${vpc} is in use: ${GroupId}`) },
    ]);
    expect(await vpcs(caller)).toEqual([vpc]);

    await client.send(new ec2.DeleteSecurityGroupCommand({ GroupId }));
    expect(await runTasks([step])).toEqual([{ title: step.title, status: "performed" }]);
    expect(await vpcs(caller)).toEqual([]);
    const { InternetGateways } = await client.send(new ec2.DescribeInternetGatewaysCommand({}));
    expect(InternetGateways).toEqual([]);
    expect(await runTasks([step])).toEqual([]);
  });
});

describe("a default VPC that something is connected to", () => {
  const leftFor = async (id: string | undefined): Promise<void> => {
    const step = defaultVpcStep("orders-prod", await organization());
    expect(await runTasks([step])).toMatchObject([
      { status: "left", reason: expect.stringContaining(`is in use: ${id}.`) },
    ]);
  };
  const organization = () => entered(operator, "orders-prod", "OrganizationAccountAccessRole");

  test("stays while a peering reaches it from either side, or a VPN gateway is attached", async () => {
    const client = new ec2.EC2Client(keys(await organization()));
    const [vpc] = await vpcs(await organization());
    const { Subnets: before } = await client.send(new ec2.DescribeSubnetsCommand({}));
    const { Vpc } = await client.send(new ec2.CreateVpcCommand({ CidrBlock: "10.200.0.0/16" }));
    const [own, other] = [vpc, Vpc?.VpcId];
    for (const [VpcId, PeerVpcId] of [
      [own, other],
      [other, own],
    ]) {
      const asked = await client.send(new ec2.CreateVpcPeeringConnectionCommand({ VpcId, PeerVpcId }));
      const id = asked.VpcPeeringConnection?.VpcPeeringConnectionId;
      await leftFor(id);
      await client.send(new ec2.DeleteVpcPeeringConnectionCommand({ VpcPeeringConnectionId: id }));
    }
    const { VpnGateway } = await client.send(new ec2.CreateVpnGatewayCommand({ Type: "ipsec.1" }));
    const attachment = { VpnGatewayId: VpnGateway?.VpnGatewayId, VpcId: vpc };
    await client.send(new ec2.AttachVpnGatewayCommand(attachment));
    await leftFor(attachment.VpnGatewayId);
    const { Subnets: after } = await client.send(new ec2.DescribeSubnetsCommand({}));
    expect(after).toEqual(before);

    await client.send(new ec2.DetachVpnGatewayCommand(attachment));
    const step = defaultVpcStep("orders-prod", await organization());
    expect(await runTasks([step])).toMatchObject([{ status: "performed" }]);
  });
});

describe("the way into an account", () => {
  const trustOf = async (caller: Caller): Promise<string> => {
    const look = new iam.GetRoleCommand({ RoleName: "landfall-platform" });
    const { Role } = await new iam.IAMClient(keys(caller)).send(look);
    return decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "");
  };
  const step = async (canBeAssumed: () => Promise<boolean>) =>
    accessRoleStep({
      account: "orders-dev",
      trust: platformTrust(zone),
      caller: await inAccount("orders-dev"),
      canBeAssumed,
    });

  test("is put back as it was when narrowing it would lock everybody out", async () => {
    const before = await trustOf(await inAccount("orders-dev"));
    const [outcome] = await runTasks([await step(() => Promise.resolve(false))]);
    expect(outcome).toMatchObject({ status: "left", reason: expect.stringContaining("the old one was put back") });
    expect(await trustOf(await inAccount("orders-dev"))).toBe(before);
  });

  test("is put back as it was when looking whether it works goes wrong", async () => {
    const before = await trustOf(await inAccount("orders-dev"));
    const broken = await step(() => Promise.reject(new TypeError("a bug")));
    await expect(runTasks([broken])).rejects.toThrow("a bug");
    expect(await trustOf(await inAccount("orders-dev"))).toBe(before);
  });

  test("is all that is narrowed by a run that found it wide; the next one, which came in by it, removes the other", async () => {
    const removals = async () => {
      const caller = await inAccount("orders-dev");
      const tasks = await waysIn("orders-dev", platformTrust(zone), caller, () => Promise.resolve(true));
      return tasks.map(({ id }) => id);
    };
    const caller = await inAccount("orders-dev");
    const before = await trustOf(caller);
    expect(await removals()).toEqual(["access-role:orders-dev"]);
    await (await step(() => Promise.resolve(true))).perform();
    expect(await removals()).toEqual(["access-role:orders-dev", "organization-role:orders-dev"]);
    const wide = { RoleName: "landfall-platform", PolicyDocument: before };
    await new iam.IAMClient(keys(caller)).send(new iam.UpdateAssumeRolePolicyCommand(wide));
  });

  test("is the management account's landfall-platform alone, once narrowed", async () => {
    await expect(entered(operator, "orders-dev", "landfall-platform")).resolves.toBeDefined();
    const narrow = await step(async () => (await inAccount("orders-dev")) !== undefined);
    expect(await runTasks([narrow])).toMatchObject([{ status: "performed" }]);
    expect(await runTasks([narrow])).toEqual([]);
    await expect(inAccount("orders-dev")).resolves.toBeDefined();
    await expect(entered(operator, "orders-dev", "landfall-platform")).rejects.toThrow("cannot be assumed");
    const org = await entered(operator, "management", "landfall-org");
    await expect(entered(org, "orders-dev", "landfall-platform")).rejects.toThrow("cannot be assumed");
  });

  test("of an account that was there before is made by its organisation's role, which then goes", async () => {
    const name = "orders-prod";
    await expect(inAccount(name)).rejects.toThrow("cannot be assumed");
    const entry = entryTo(name);
    expect(await runTasks([entry])).toMatchObject([{ status: "performed" }]);
    expect(await runTasks([entry])).toEqual([]);
    const caller = await inAccount(name);
    const { Account } = await new STSClient(keys(caller)).send(new GetCallerIdentityCommand({}));
    expect(Account).toBe(ids[name]);

    const client = new iam.IAMClient(keys(caller));
    const RoleName = "landfall-platform";
    const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
    await client.send(new iam.DetachRolePolicyCommand({ RoleName, PolicyArn }));
    expect(await runTasks([entry])).toMatchObject([{ status: "performed" }]);
    const { AttachedPolicies } = await client.send(new iam.ListAttachedRolePoliciesCommand({ RoleName }));
    expect(AttachedPolicies).toMatchObject([{ PolicyArn }]);

    const removals = await waysIn(name, platformTrust(zone), caller, () => Promise.resolve(true));
    expect(await runTasks(removals)).toMatchObject([
      { title: `remove OrganizationAccountAccessRole of ${name}`, status: "performed" },
    ]);
    expect(await runTasks(removals)).toEqual([]);
    await expect(entered(operator, name, "OrganizationAccountAccessRole")).rejects.toThrow("cannot be assumed");
  });

  const entryTo = (name: string) => {
    const session = async () => inAccount(name).catch(() => undefined);
    const enter = async () =>
      entered(await entered(operator, "management", "landfall-org"), name, "OrganizationAccountAccessRole");
    return platformRoleStep({ account: name, partition: "aws", trust: platformTrust(zone), session, enter });
  };
});

describe("names", () => {
  test("that AWS shows become those the files say, and nothing else changes", async () => {
    const named: LandingZone = {
      ...zone,
      accounts: zone.accounts.map((account) =>
        account.name === "orders-dev" ? { ...account, displayName: "Orders (development)" } : account,
      ),
    };
    const org = await entered(operator, "management", "landfall-org");
    const outcomes = await runTasks(displayNameSteps(named, await listAccounts(org), org));
    expect(outcomes).toEqual([{ title: "rename the account orders-dev to Orders (development)", status: "performed" }]);
    const shown = (await listAccounts(org)).map(({ name }) => name);
    expect(shown).toEqual(expect.arrayContaining(["Orders (development)", "orders-prod"]));
    expect(await runTasks(displayNameSteps(named, await listAccounts(org), org))).toEqual([]);
  });
});

describe("an account that is closed", () => {
  test("lets nobody in, stays closed when closed again, and is refused where the zone has it active", async () => {
    const org = await entered(operator, "management", "landfall-org");
    refuseClosedByHand(zone, await listAccounts(org));
    const id = ids["orders-prod"] ?? "";
    const leaving = { name: "orders-prod", accountId: id, declared: "active" } as const;
    expect(await findAccount(org, leaving)).toMatchObject({ isClosed: false });
    await closeAccount(org, id);
    await closeAccount(org, id);
    expect(await findAccount(org, leaving)).toMatchObject({ isClosed: true });
    await expect(inAccount("orders-prod")).rejects.toThrow("cannot be assumed");
    const live = await listAccounts(org);
    expect(() => refuseClosedByHand(zone, live)).toThrow(`orders-prod (${id}) is declared active, and AWS says`);
    expect(() => refuseClosedByHand(birch, live)).not.toThrow();
  });
});
