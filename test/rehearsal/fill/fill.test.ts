import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Answer, type Request, startFill } from "./call";

let fill: (request: Request) => Promise<Answer | undefined>;
beforeAll(async () => {
  fill = await startFill();
}, 360_000);

const analyzer = (operation: string, method: string, path: string, body: object = {}, more: Partial<Request> = {}) =>
  fill({ service: "access-analyzer", operation, protocol: "rest-json", method, path, body, ...more });

const createAnalyzer = (name: string, more: Partial<Request> = {}) =>
  analyzer("CreateAnalyzer", "PUT", "/analyzer", { analyzerName: name, type: "ACCOUNT", tags: { team: "a" } }, more);

describe("a resource is stored", () => {
  test("created, read, listed, updated and deleted by its row", async () => {
    const arn = "arn:aws:access-analyzer:eu-west-1:111111111111:analyzer/one";
    expect(await createAnalyzer("one")).toMatchObject({ status: 200, body: { arn } });
    expect((await analyzer("GetAnalyzer", "GET", "/analyzer/one"))?.body).toMatchObject({
      analyzer: { name: "one", type: "ACCOUNT", status: "ACTIVE", arn, tags: { team: "a" } },
    });
    expect((await analyzer("ListAnalyzers", "GET", "/analyzer?type=ACCOUNT"))?.body["analyzers"]).toHaveLength(1);
    expect((await analyzer("ListAnalyzers", "GET", "/analyzer?type=ORGANIZATION"))?.body["analyzers"]).toEqual([]);
    const configuration = { unusedAccess: { unusedAccessAge: 30 } };
    await analyzer("UpdateAnalyzer", "PUT", "/analyzer/one", { configuration });
    expect((await analyzer("GetAnalyzer", "GET", "/analyzer/one"))?.body).toMatchObject({
      analyzer: { configuration },
    });
    expect((await analyzer("DeleteAnalyzer", "DELETE", "/analyzer/one"))?.status).toBe(200);
    expect(await analyzer("GetAnalyzer", "GET", "/analyzer/one")).toMatchObject({
      status: 404,
      type: "ResourceNotFoundException",
      body: { message: "The analyzer one does not exist." },
    });
  });

  test("timestamps leave as the model says, and nothing the model does not know", async () => {
    await createAnalyzer("shown");
    const { analyzer: shown } = (await analyzer("GetAnalyzer", "GET", "/analyzer/shown"))?.body as { analyzer: object };
    expect(shown).toMatchObject({ createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) });
    expect(Object.keys(shown).sort()).toEqual(["arn", "createdAt", "name", "status", "tags", "type"]);
  });

  test("once: a second creation is refused with the operation's own error", async () => {
    await createAnalyzer("twice");
    expect(await createAnalyzer("twice")).toMatchObject({
      status: 409,
      type: "ConflictException",
      body: { message: "The analyzer twice already exists." },
    });
  });

  test("per account and region", async () => {
    await createAnalyzer("mine");
    for (const elsewhere of [{ account: "222222222222" }, { region: "eu-central-1" }])
      expect((await analyzer("GetAnalyzer", "GET", "/analyzer/mine", {}, elsewhere))?.status).toBe(404);
  });

  test("and what belongs to it goes with it", async () => {
    const rule = { ruleName: "rule", filter: {} };
    expect(await analyzer("CreateArchiveRule", "PUT", "/analyzer/parent/archive-rule", rule)).toMatchObject({
      status: 404,
      body: { message: "The analyzer parent does not exist." },
    });
    await createAnalyzer("parent");
    await analyzer("CreateArchiveRule", "PUT", "/analyzer/parent/archive-rule", rule);
    await analyzer("DeleteAnalyzer", "DELETE", "/analyzer/parent");
    expect((await analyzer("GetArchiveRule", "GET", "/analyzer/parent/archive-rule/rule"))?.status).toBe(404);
  });

  test("with its tags, which are added to and taken from", async () => {
    await createAnalyzer("tagged");
    const path = `/tags/${encodeURIComponent("arn:aws:access-analyzer:eu-west-1:111111111111:analyzer/tagged")}`;
    await analyzer("TagResource", "POST", path, { tags: { owner: "b", stage: "prod" } });
    await analyzer("UntagResource", "DELETE", `${path}?tagKeys=team&tagKeys=stage`);
    expect((await analyzer("ListTagsForResource", "GET", path))?.body).toEqual({ tags: { owner: "b" } });
    expect((await analyzer("ListTagsForResource", "GET", "/tags/arn:aws:x"))?.type).toBe("ResourceNotFoundException");
  });
});

describe("an input is held against the model", () => {
  const budget = { BudgetName: "b", TimeUnit: "MONTHLY", BudgetType: "COST" };
  const create = (Budget: object) => ({ AccountId: "111111111111", Budget });
  test.each([
    [
      "a required member",
      create({ ...budget, TimeUnit: undefined }),
      "Value null at 'budget.timeUnit' failed to satisfy constraint: Member must not be null",
    ],
    [
      "an enum",
      create({ ...budget, TimeUnit: "HOURLY" }),
      "Value 'HOURLY' at 'budget.timeUnit' failed to satisfy constraint: Member must satisfy enum value set: [DAILY, MONTHLY, QUARTERLY, ANNUALLY, CUSTOM]",
    ],
    [
      "a greatest length",
      create({ ...budget, BudgetName: "b".repeat(101) }),
      "Member must have length less than or equal to 100",
    ],
    ["a pattern", create({ ...budget, BudgetLimit: { Amount: "ten", Unit: "USD" } }), "at 'budget.budgetLimit.amount'"],
    [
      "a type",
      create({ ...budget, CostTypes: { IncludeTax: "yes" } }),
      "Value 'yes' at 'budget.costTypes.includeTax' failed to satisfy constraint: Member must be a boolean",
    ],
    [
      "a list",
      { ...create(budget), ResourceTags: {} },
      "at 'resourceTags' failed to satisfy constraint: Member must be a list",
    ],
    [
      "an item of a list",
      { ...create(budget), ResourceTags: [{ Key: "", Value: "v" }] },
      "at 'resourceTags.1.member.key' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
  ])("%s", async (_what, body, message) => {
    const answer = await fill({ service: "budgets", operation: "CreateBudget", body });
    expect(answer).toMatchObject({ status: 400, type: "InvalidParameterException" });
    expect(answer?.body["Message"]).toContain("1 validation error detected: ");
    expect(answer?.body["Message"]).toContain(message);
  });

  test("all of it at once", async () => {
    const answer = await fill({ service: "budgets", operation: "CreateBudget", body: { Budget: { BudgetName: "" } } });
    expect(answer?.body["Message"]).toMatch(
      /^4 validation errors detected: .*accountId.*budgetName|timeUnit|budgetType/,
    );
  });

  test("a range", async () => {
    const answer = await analyzer("CreateAnalyzer", "PUT", "/analyzer", {
      analyzerName: "x",
      type: "ACCOUNT",
      configuration: { unusedAccess: { unusedAccessAge: "9" } },
    });
    expect(answer).toMatchObject({ status: 400, type: "ValidationException" });
  });

  test("a body that is no JSON", async () => {
    const answer = await fill({ service: "budgets", operation: "CreateBudget", body: "{" });
    expect(answer).toMatchObject({ status: 400, type: "SerializationException" });
  });

  test("a pattern that JavaScript cannot compile is not checked", async () => {
    const body = create({ ...budget, BudgetName: "with:colon" });
    expect((await fill({ service: "budgets", operation: "CreateBudget", body }))?.status).toBe(200);
  });

  test("members the model does not know are ignored, as AWS does", async () => {
    const answer = await fill({ service: "budgets", operation: "CreateBudget", body: { ...create(budget), Extra: 1 } });
    expect(answer?.status).toBe(200);
  });
});

describe("services with ways of their own", () => {
  const budgets = (operation: string, body: object) =>
    fill({ service: "budgets", operation, body: { AccountId: "111111111111", BudgetName: "watched", ...body } });

  test("Budgets: notifications declared with the budget, their subscribers, and both gone with it", async () => {
    const Notification = { NotificationType: "ACTUAL", ComparisonOperator: "GREATER_THAN", Threshold: 80 };
    const Subscribers = [{ SubscriptionType: "EMAIL", Address: "a@b.example" }];
    const budget = { BudgetName: "watched", TimeUnit: "MONTHLY", BudgetType: "COST" };
    const NotificationsWithSubscribers = [{ Notification, Subscribers }];
    await fill({
      service: "budgets",
      operation: "CreateBudget",
      body: { AccountId: "111111111111", Budget: budget, NotificationsWithSubscribers },
    });
    expect((await budgets("DescribeNotificationsForBudget", {}))?.body).toEqual({ Notifications: [Notification] });
    expect((await budgets("DescribeSubscribersForNotification", { Notification }))?.body).toEqual({ Subscribers });
    await budgets("DeleteBudget", {});
    expect((await budgets("DescribeSubscribersForNotification", { Notification }))?.type).toBe("NotFoundException");
  });

  test("Account: the management account sets a member's contact, which the member reads", async () => {
    const contact = {
      AlternateContactType: "SECURITY",
      Name: "n",
      Title: "t",
      EmailAddress: "a@b.example",
      PhoneNumber: "+1",
    };
    const body = { ...contact, AccountId: "333333333333" };
    await fill({
      service: "account",
      operation: "PutAlternateContact",
      protocol: "rest-json",
      path: "/putAlternateContact",
      body,
    });
    const read = await fill({
      service: "account",
      operation: "GetAlternateContact",
      protocol: "rest-json",
      path: "/getAlternateContact",
      body: { AlternateContactType: "SECURITY" },
      account: "333333333333",
      region: "us-east-1",
    });
    expect(read?.body).toEqual({ AlternateContact: contact });
  });

  test("EC2: account-wide defaults, in its own protocol", async () => {
    const ec2 = (operation: string, parameters = "") =>
      fill({ service: "ec2", operation, protocol: "ec2", body: `Action=${operation}&Version=2016-11-15${parameters}` });
    expect((await ec2("GetSnapshotBlockPublicAccessState"))?.text).toContain("<state>unblocked</state>");
    await ec2("EnableSnapshotBlockPublicAccess", "&State=block-all-sharing");
    expect((await ec2("GetSnapshotBlockPublicAccessState"))?.text).toMatch(
      /^<\?xml .*<GetSnapshotBlockPublicAccessStateResponse xmlns="http:\/\/ec2.amazonaws.com\/doc\/2016-11-15"?\/?.*<state>block-all-sharing<\/state>/s,
    );
    await ec2("DisableSnapshotBlockPublicAccess");
    expect((await ec2("GetSnapshotBlockPublicAccessState"))?.text).toContain("<state>unblocked</state>");
    await ec2(
      "ModifyInstanceMetadataDefaults",
      "&HttpTokens=required&HttpEndpoint=no-preference&HttpPutResponseHopLimit=2",
    );
    const defaults = (await ec2("GetInstanceMetadataDefaults"))?.text;
    expect(defaults).toContain(
      "<accountLevel><httpTokens>required</httpTokens><httpPutResponseHopLimit>2</httpPutResponseHopLimit></accountLevel>",
    );
    const refused = await ec2("ModifyInstanceMetadataDefaults", "&HttpTokens=never");
    expect(refused).toMatchObject({ status: 400, text: expect.stringContaining("<Code>ValidationException</Code>") });
  });

  test("RAM: a share, its resources, principals and permissions", async () => {
    const ram = (operation: string, body: object, more: Partial<Request> = {}) =>
      fill({ service: "ram", operation, protocol: "rest-json", path: `/${operation.toLowerCase()}`, body, ...more });
    const created = await ram("CreateResourceShare", {
      name: "tgw",
      principals: ["222222222222"],
      tags: [{ key: "a", value: "b" }],
    });
    const { resourceShareArn } = created?.body["resourceShare"] as { resourceShareArn: string };
    const gateway = "arn:aws:ec2:eu-west-1:111111111111:transit-gateway/tgw-1";
    await ram("AssociateResourceShare", { resourceShareArn, resourceArns: [gateway] });
    const associated = async (associationType: string) =>
      (await ram("GetResourceShareAssociations", { associationType, resourceShareArns: [resourceShareArn] }))?.body[
        "resourceShareAssociations"
      ];
    expect(await associated("RESOURCE")).toMatchObject([{ associatedEntity: gateway, status: "ASSOCIATED" }]);
    expect(await associated("PRINCIPAL")).toMatchObject([{ associatedEntity: "222222222222" }]);
    await ram("DisassociateResourceShare", { resourceShareArn, resourceArns: [gateway] });
    expect(await associated("RESOURCE")).toEqual([]);
    const shares = await ram("GetResourceShares", { resourceOwner: "SELF", resourceShareArns: [resourceShareArn] });
    expect(shares?.body["resourceShares"]).toMatchObject([
      { name: "tgw", status: "ACTIVE", tags: [{ key: "a", value: "b" }] },
    ]);
    expect((await ram("AssociateResourceShare", { resourceShareArn: "arn:aws:x", principals: ["1"] }))?.type).toBe(
      "UnknownResourceException",
    );
  });

  test("RAM: an organisation is unknown until its management account enables sharing with it", async () => {
    const ram = (operation: string, body: object, account?: string) =>
      fill({ service: "ram", operation, protocol: "rest-json", body, ...(account === undefined ? {} : { account }) });
    const principals = ["arn:aws:organizations::999999999999:organization/o-abc"];
    const share = () => ram("CreateResourceShare", { name: "org", principals });
    expect(await share()).toMatchObject({
      type: "UnknownResourceException",
      body: { message: "Organization o-abc could not be found." },
    });
    await ram("EnableSharingWithAwsOrganization", {}, "999999999999");
    expect((await share())?.status).toBe(200);
  });

  test("Config: what is asked for by name and does not exist is refused", async () => {
    const config = (operation: string, body: object) => fill({ service: "config", operation, body });
    const OrganizationConfigRuleName = "s3-public";
    const OrganizationManagedRuleMetadata = { RuleIdentifier: "S3_BUCKET_PUBLIC_READ_PROHIBITED" };
    await config("PutOrganizationConfigRule", { OrganizationConfigRuleName, OrganizationManagedRuleMetadata });
    const statuses = (name: string) =>
      config("DescribeOrganizationConfigRuleStatuses", { OrganizationConfigRuleNames: [name] });
    expect((await statuses("s3-public"))?.body["OrganizationConfigRuleStatuses"]).toMatchObject([
      { OrganizationRuleStatus: "CREATE_SUCCESSFUL" },
    ]);
    expect((await statuses("other"))?.type).toBe("NoSuchOrganizationConfigRuleException");
  });

  test("GuardDuty: one detector an account and region, whose features are changed one by one", async () => {
    const guardduty = (operation: string, method: string, path: string, body: object = {}) =>
      fill({ service: "guardduty", operation, protocol: "rest-json", method, path, body });
    const created = await guardduty("CreateDetector", "POST", "/detector", {
      enable: true,
      features: [{ name: "S3_DATA_EVENTS", status: "ENABLED" }],
    });
    const path = `/detector/${String(created?.body["detectorId"])}`;
    expect((await guardduty("CreateDetector", "POST", "/detector", { enable: true }))?.type).toBe(
      "BadRequestException",
    );
    await guardduty("UpdateDetector", "POST", path, { features: [{ name: "EKS_AUDIT_LOGS", status: "DISABLED" }] });
    expect((await guardduty("GetDetector", "GET", path))?.body).toMatchObject({
      status: "ENABLED",
      features: [{ name: "S3_DATA_EVENTS" }, { name: "EKS_AUDIT_LOGS" }],
    });
  });
});

test("what no row claims is left to the emulators", async () => {
  expect(await fill({ service: "iam", operation: "CreateRole", protocol: "query" })).toBeUndefined();
  expect(await fill({ service: "config", operation: "PutConfigurationRecorder" })).toBeUndefined();
});
