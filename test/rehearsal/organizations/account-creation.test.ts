import * as aws from "@aws-sdk/client-organizations";
import { GetRoleCommand, IAMClient, ListAttachedRolePoliciesCommand } from "@aws-sdk/client-iam";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createAccount, createPolicy, createUnit, ended, requestAccount } from "./arrange";
import { type Emulated, type Organization, region, startEmulated } from "./emulated";

let emulated: Emulated;
beforeAll(async () => {
  emulated = await startEmulated();
}, 360_000);
afterAll(() => emulated?.close());

const keys = (accessKeyId: string, secretAccessKey = "x", sessionToken?: string) => ({
  endpoint: emulated.endpointUrl,
  region,
  maxAttempts: 1,
  credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
});

const names = async ({ client }: Organization): Promise<readonly (string | undefined)[]> =>
  ((await client.send(new aws.ListAccountsCommand({}))).Accounts ?? []).map(({ Name }) => Name);

describe("an account is created eventually", () => {
  test("is in progress and nowhere to be seen at first, then there", async () => {
    const organization = await emulated.organization({ creationMilliseconds: 500 });
    const request = await requestAccount(organization, "orders");
    const { CreateAccountStatus: first } = await organization.client.send(
      new aws.DescribeCreateAccountStatusCommand({ CreateAccountRequestId: request }),
    );
    expect(first).toMatchObject({ State: "IN_PROGRESS", AccountName: "orders" });
    expect(first?.AccountId).toBeUndefined();
    expect(await names(organization)).not.toContain("orders");

    const last = await ended(organization, request);
    expect(last.State).toBe("SUCCEEDED");
    expect(last.AccountId).toMatch(/^\d{12}$/);
    expect(await names(organization)).toContain("orders");
  });

  test("is not eventual when creation takes no time", async () => {
    const organization = await emulated.organization({ creationMilliseconds: 0, answersStatusWhenDone: true });
    const request = await requestAccount(organization, "orders");
    const status = await organization.client.send(
      new aws.DescribeCreateAccountStatusCommand({ CreateAccountRequestId: request }),
    );
    expect(status.CreateAccountStatus?.State).toBe("SUCCEEDED");
  });

  test("has the role that was asked for: trusting the management account, an administrator, assumable", async () => {
    const organization = await emulated.organization();
    const account = await createAccount(organization, "orders");
    const sts = new STSClient(keys(organization.management));
    const RoleArn = `arn:aws:iam::${account}:role/landfall`;
    const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "test" }));
    const assumed = keys(Credentials?.AccessKeyId ?? "", Credentials?.SecretAccessKey, Credentials?.SessionToken);
    expect((await new STSClient(assumed).send(new GetCallerIdentityCommand({}))).Account).toBe(account);
    const iam = new IAMClient(assumed);
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: "landfall" }));
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "")).toContain(organization.management);
    const { AttachedPolicies } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: "landfall" }));
    expect(AttachedPolicies?.map(({ PolicyName }) => PolicyName)).toEqual(["AdministratorAccess"]);
  });

  test("an unknown request is not found", async () => {
    const { client } = await emulated.organization();
    await expect(
      client.send(new aws.DescribeCreateAccountStatusCommand({ CreateAccountRequestId: "car-00000000" })),
    ).rejects.toMatchObject({ name: "CreateAccountStatusNotFoundException" });
  });
});

describe("an email belongs to one account", () => {
  test.each([
    ["of an account that exists", "orders@acme.example", "EMAIL_ALREADY_EXISTS"],
    ["of an account that exists, in other letters", "Orders@ACME.example", "EMAIL_ALREADY_EXISTS"],
    ["that is none", "orders.acme.example", "INVALID_EMAIL"],
  ])("a creation with an email %s fails", async (_what, email, reason) => {
    const organization = await emulated.organization();
    await createAccount(organization, "orders");
    const status = await ended(organization, await requestAccount(organization, "second", email));
    expect(status).toMatchObject({ State: "FAILED", FailureReason: reason });
    expect(await names(organization)).not.toContain("second");
  });

  test("a creation fails with an email another creation is using", async () => {
    const organization = await emulated.organization({ creationMilliseconds: 300 });
    const first = await requestAccount(organization, "first", "same@acme.example");
    const second = await requestAccount(organization, "second", "same@acme.example");
    expect((await ended(organization, second)).FailureReason).toBe("EMAIL_ALREADY_EXISTS");
    expect((await ended(organization, first)).State).toBe("SUCCEEDED");
  });

  test("switched off, two accounts share one", async () => {
    const organization = await emulated.organization({ off: ["account-email"] });
    await createAccount(organization, "orders");
    const status = await ended(organization, await requestAccount(organization, "second", "orders@acme.example"));
    expect(status.State).toBe("SUCCEEDED");
  });
});

describe("no more than five accounts are created at once", () => {
  const sixAtOnce = async (organization: Organization) => {
    for (const name of ["1", "2", "3", "4", "5"]) await requestAccount(organization, name);
    return requestAccount(organization, "6");
  };
  test("the sixth is refused, and taken when one has ended", async () => {
    const organization = await emulated.organization({ creationMilliseconds: 3_000 });
    await expect(sixAtOnce(organization)).rejects.toMatchObject({
      name: "ConstraintViolationException",
      Reason: "ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED",
    });
    const taken = async (tries: number): Promise<string> =>
      requestAccount(organization, "6").catch(async (error: unknown) => {
        if (tries === 0) throw error;
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        return taken(tries - 1);
      });
    await expect(taken(30)).resolves.toMatch(/^car-/);
  });

  test("switched off, it is taken", async () => {
    const organization = await emulated.organization({ creationMilliseconds: 400, off: ["concurrent-creations"] });
    await expect(sixAtOnce(organization)).resolves.toMatch(/^car-/);
  });
});

describe("an organisation has its quota of accounts", () => {
  test.each([
    ["refused", [], { name: "ConstraintViolationException", Reason: "ACCOUNT_NUMBER_LIMIT_EXCEEDED" }],
    ["taken when switched off", ["account-count"], undefined],
  ] as const)("one more is %s", async (_what, off, error) => {
    const organization = await emulated.organization({ accountQuota: 2, off });
    await createAccount(organization, "second");
    const third = requestAccount(organization, "third");
    if (error) await expect(third).rejects.toMatchObject(error);
    else await expect(third).resolves.toMatch(/^car-/);
  });
});

describe("changes are throttled", () => {
  const tenPolicies = async (organization: Organization) => {
    const settled = await Promise.allSettled(
      Array.from({ length: 10 }, (_each, number) => createPolicy(organization, `policy-${number}`)),
    );
    return settled.flatMap((each) => (each.status === "rejected" ? [(each.reason as Error).name] : []));
  };

  test("beyond the burst a change is refused, a read never", async () => {
    const organization = await emulated.organization({ writesPerSecond: 0.001, writeBurst: 6 });
    expect(await tenPolicies(organization)).toEqual(Array(5).fill("TooManyRequestsException"));
    for (let number = 0; number < 10; number += 1) await names(organization);
  });

  test("the SDK gets through by its retries", async () => {
    const organization = await emulated.organization({ writesPerSecond: 20, writeBurst: 2 });
    const patient = new aws.OrganizationsClient({ ...keys(organization.management), maxAttempts: 10 });
    expect(await tenPolicies({ ...organization, client: patient })).toEqual([]);
  });

  test("switched off, nothing is", async () => {
    const organization = await emulated.organization({ writesPerSecond: 0.001, writeBurst: 6, off: ["throttling"] });
    expect(await tenPolicies(organization)).toEqual([]);
  });
});

describe("two changes of one entity at a time", () => {
  const twoAtOnce = async (organization: Organization) => {
    const settled = await Promise.allSettled(
      ["a", "b"].map((name) => createUnit(organization, name, organization.root)),
    );
    return settled.flatMap((each) => (each.status === "rejected" ? [(each.reason as Error).message] : []));
  };
  test("conflict", async () => {
    expect(await twoAtOnce(await emulated.organization())).toEqual([
      "AWS Organizations can't complete your request because it conflicts with another attempt to modify the same entity. Try again later.",
    ]);
  });
  test("do not when switched off", async () => {
    expect(await twoAtOnce(await emulated.organization({ off: ["concurrent-modification"] }))).toEqual([]);
  });
});
