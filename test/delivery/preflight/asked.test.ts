import { afterEach, describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../../declaration/model";
import { UserError } from "../../../declaration/user-error";
import type { Check, Outcome, PreflightContext } from "../../../delivery/preflight/check";
import { accountAccess } from "../../../delivery/preflight/checks/account-access";
import { accountQuota } from "../../../delivery/preflight/checks/account-quota";
import { breakGlass } from "../../../delivery/preflight/checks/break-glass";
import { identityCenter } from "../../../delivery/preflight/checks/identity-center";
import { networkQuotas } from "../../../delivery/preflight/checks/network-quotas";
import { permissions } from "../../../delivery/preflight/checks/permissions";
import { pipeline } from "../../../delivery/preflight/checks/pipeline";
import { policyAttachments } from "../../../delivery/preflight/checks/policy-attachments";
import { regions } from "../../../delivery/preflight/checks/regions";
import { rootCredentials } from "../../../delivery/preflight/checks/root-credentials";
import { singletons } from "../../../delivery/preflight/checks/singletons";
import { stateBucket } from "../../../delivery/preflight/checks/state-bucket";
import { sample } from "../../fixtures/zones";
import { everything } from "../../network/features/toggled";
import { type FakeAnswer, type FakeAws, fakeAws } from "../fake-aws";
import { account, context, tree, undeployed } from "./context";

let aws: FakeAws | undefined;
afterEach(() => aws?.close());

interface Case {
  readonly title: string;
  readonly check: Check;
  /** Operation, or method, of a request → what AWS answers. */
  readonly answers: Readonly<Record<string, FakeAnswer>>;
  readonly with?: Partial<PreflightContext>;
  readonly outcomes: readonly (readonly [Outcome["status"], RegExp])[];
}

const json = (value: object): FakeAnswer => ({ body: JSON.stringify(value) });
const xml = (operation: string, result: string): FakeAnswer => ({
  body: `<${operation}Response><${operation}Result>${result}</${operation}Result></${operation}Response>`,
});
const notFound: FakeAnswer = {
  status: 404,
  body: "<ErrorResponse><Error><Code>NoSuchEntity</Code><Message>none</Message></Error></ErrorResponse>",
};
const accountsQuota = (Value: number): FakeAnswer =>
  json({
    Quotas: [
      { QuotaName: "Policies", Value: 1 },
      { QuotaName: "Default maximum number of accounts", Value },
    ],
  });
const policies = (...names: readonly string[]): FakeAnswer => json({ Policies: names.map((Name) => ({ Name })) });
const decision = (action: string, made: string): string =>
  `<member><EvalActionName>${action}</EvalActionName><EvalDecision>${made}</EvalDecision></member>`;
const simulated = (made: string): FakeAnswer =>
  xml(
    "SimulatePrincipalPolicy",
    `<EvaluationResults>${decision("s3:CreateBucket", "allowed")}${decision("iam:CreateRole", made)}</EvaluationResults>`,
  );
const regionsAre = (optIn: string): FakeAnswer => ({
  body: `<DescribeRegionsResponse><regionInfo>${sample.regions.allowed
    .map((name) => `<item><regionName>${name}</regionName><optInStatus>${optIn}</optInStatus></item>`)
    .join("")}</regionInfo></DescribeRegionsResponse>`,
});
const role: FakeAnswer = xml(
  "GetRole",
  "<Role><Arn>arn:aws:iam::1:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig</Arn></Role>",
);
const providers = (...arns: readonly string[]): FakeAnswer =>
  xml(
    "ListOpenIDConnectProviders",
    `<OpenIDConnectProviderList>${arns.map((arn) => `<member><Arn>${arn}</Arn></member>`).join("")}</OpenIDConnectProviderList>`,
  );
const assumed = xml(
  "AssumeRole",
  "<Credentials><AccessKeyId>a</AccessKeyId><SecretAccessKey>b</SecretAccessKey></Credentials>",
);
const none = { body: "<DescribeAddressesResponse></DescribeAddressesResponse>" };
const twoVpcs = {
  body:
    "<DescribeVpcsResponse><vpcSet><item><vpcId>vpc-1</vpcId></item><item><vpcId>vpc-2</vpcId>" +
    "<tagSet><item><key>landfall:stack</key><value>network</value></item></tagSet></item></vpcSet></DescribeVpcsResponse>",
};

const withNat: LandingZone = {
  ...sample,
  network: { ...sample.network, egress: { ...sample.network.egress, natGateways: "per-zone" } },
};
const withPipeline: LandingZone = { ...sample, pipeline: { repository: "acme/zone", approval: [] } };
const withoutPipeline: LandingZone = { ...sample, pipeline: undefined };
const notAssumable = (): Promise<never> => Promise.reject(new UserError("cannot be assumed", "x"));
const denied: FakeAnswer = {
  status: 403,
  body: "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>",
};
const stack = sample.foundation.management.name;
const imports = { [stack]: { "aws_iam_service_linked_role.config": "arn" } };

const emergency = { alertEmail: "a@acme.example", managedPolicies: [], sessionHours: 1 };
const withEmergency: LandingZone = {
  ...sample,
  identity: { ...sample.identity, breakGlass: { ...emergency, users: ["responder"] } },
};
const withRootAccess: LandingZone = {
  ...sample,
  organization: { ...sample.organization, rootAccess: { credentials: true, sessions: true } },
};
const withChat: LandingZone = {
  ...sample,
  guardrails: [],
  policies: [{ name: "chat", type: "chat", description: "", attachTo: ["root"], accounts: [], content: "{}" }],
};
const summary = (password: number): FakeAnswer =>
  xml(
    "GetAccountSummary",
    `<SummaryMap><entry><key>AccountPasswordPresent</key><value>${password}</value></entry></SummaryMap>`,
  );

const cases: readonly Case[] = [
  {
    title: "a user for emergencies who is not there",
    check: breakGlass,
    answers: { ListMFADevices: notFound },
    with: { zone: withEmergency },
    outcomes: [["finding", /no IAM user responder/]],
  },
  {
    title: "a user for emergencies without MFA",
    check: breakGlass,
    answers: { ListMFADevices: xml("ListMFADevices", "<MFADevices></MFADevices>") },
    with: { zone: withEmergency },
    outcomes: [["finding", /responder has no MFA device/]],
  },
  {
    title: "a user for emergencies with MFA",
    check: breakGlass,
    answers: {
      ListMFADevices: xml("ListMFADevices", "<MFADevices><member><UserName>responder</UserName></member></MFADevices>"),
    },
    with: { zone: withEmergency },
    outcomes: [["ok", /responder: each has an MFA device/]],
  },
  {
    title: "root credentials of a member before its baseline",
    check: rootCredentials,
    answers: { AssumeRole: assumed, GetAccountSummary: summary(1) },
    with: { zone: withRootAccess, undeployed: () => Promise.resolve([undeployed("orders-dev")]) },
    outcomes: [["finding", /root user of orders-dev has a password/]],
  },
  {
    title: "members without root credentials",
    check: rootCredentials,
    answers: { AssumeRole: assumed, GetAccountSummary: summary(0) },
    with: { zone: withRootAccess, undeployed: () => Promise.resolve([undeployed("orders-dev")]) },
    outcomes: [["ok", /none of 1 accounts/]],
  },
  {
    title: "a root on which others attached five policies for chat",
    check: policyAttachments,
    answers: { ListPoliciesForTarget: policies("acme-chat", ..."abcde") },
    with: { zone: withChat, live: () => Promise.resolve({ ...tree([]), units: [] }) },
    outcomes: [["finding", /root: 1 policies of the type CHATBOT_POLICY declared, a, b.* and AWS allows 5/]],
  },
  { title: "a session of landfall-org", check: permissions, answers: {}, outcomes: [["ok", /can be assumed/]] },
  {
    title: "an administrator before bootstrap",
    check: permissions,
    answers: { SimulatePrincipalPolicy: simulated("allowed") },
    with: { credentialsFor: notAssumable },
    outcomes: [["ok", /landfall bootstrap/]],
  },
  {
    title: "a caller who may not bootstrap, with the actions that are missing",
    check: permissions,
    answers: { SimulatePrincipalPolicy: simulated("implicitDeny"), GetRole: role },
    with: {
      credentialsFor: notAssumable,
      identity: () => Promise.resolve({ account, arn: "arn:aws:sts::1:assumed-role/reader/me" }),
    },
    outcomes: [["finding", /may not make it: iam:CreateRole$/]],
  },
  {
    title: "an organisation that may have enough accounts",
    check: accountQuota,
    answers: { ListServiceQuotas: accountsQuota(13) },
    outcomes: [["ok", /13 accounts are needed, 0 of them there; 13 are allowed/]],
  },
  {
    title: "an organisation that may not have enough accounts",
    check: accountQuota,
    answers: { ListServiceQuotas: accountsQuota(12) },
    outcomes: [["finding", /13 accounts are needed, 0 of them there; 12 are allowed/]],
  },
  {
    title: "a quota of accounts nobody shows",
    check: accountQuota,
    answers: { ListServiceQuotas: json({ Quotas: [] }) },
    outcomes: [["could-not-check", /does not show/]],
  },
  {
    title: "units with room for their guardrails",
    check: policyAttachments,
    answers: { ListPoliciesForTarget: policies("FullAWSAccess", "acme-root-1") },
    outcomes: [["ok", /each has room for its policies/]],
  },
  {
    title: "a root on which others attached nine policies",
    check: policyAttachments,
    answers: { ListPoliciesForTarget: policies("FullAWSAccess", ..."abcdefghi") },
    with: { live: () => Promise.resolve({ ...tree([]), units: [] }) },
    outcomes: [
      ["finding", /root: 1 service control policies declared, FullAWSAccess, a, b.* and AWS allows 10/],
      ["finding", /root: 1 resource control policies declared, .* and AWS allows 5/],
    ],
  },
  {
    title: "regions that are enabled",
    check: regions,
    answers: { DescribeRegions: regionsAre("opt-in-not-required") },
    outcomes: [["ok", /eu-west-1/]],
  },
  {
    title: "regions that are not enabled",
    check: regions,
    answers: { DescribeRegions: regionsAre("not-opted-in") },
    with: { zone: { ...sample, regions: { ...sample.regions, governed: [sample.regions.home] } } },
    outcomes: [
      ["finding", /governed and not enabled/],
      ["by-hand", /allowed and not enabled/],
    ],
  },
  {
    title: "Identity Center enabled",
    check: identityCenter,
    answers: { ListInstances: json({ Instances: [{ OwnerAccountId: account }] }) },
    outcomes: [["ok", /enabled in eu-west-1/]],
  },
  {
    title: "Identity Center not enabled",
    check: identityCenter,
    answers: { ListInstances: json({ Instances: [] }) },
    outcomes: [["finding", /not enabled in eu-west-1/]],
  },
  {
    title: "Identity Center of one account alone",
    check: identityCenter,
    answers: { ListInstances: json({ Instances: [{ OwnerAccountId: "1" }] }) },
    outcomes: [["finding", /of account 1 alone/]],
  },
  {
    title: "Identity Center before there is an organisation",
    check: identityCenter,
    answers: {},
    with: { organization: () => Promise.resolve(undefined) },
    outcomes: [["by-hand", /when the organization is there/]],
  },
  { title: "a state bucket of ours", check: stateBucket, answers: { HEAD: {} }, outcomes: [["ok", /is there/]] },
  {
    title: "a state bucket that is free",
    check: stateBucket,
    answers: { HEAD: { status: 404 } },
    outcomes: [["ok", /is free/]],
  },
  {
    title: "a state bucket of somebody else",
    check: stateBucket,
    answers: { HEAD: { status: 403 } },
    outcomes: [["finding", /somebody else's/]],
  },
  {
    title: "a state bucket in another region",
    check: stateBucket,
    answers: { HEAD: { status: 301 } },
    outcomes: [["finding", /another region/]],
  },
  {
    title: "no pipeline",
    check: pipeline,
    answers: {},
    with: { zone: withoutPipeline },
    outcomes: [["ok", /no repository/]],
  },
  {
    title: "a pipeline whose tokens are known",
    check: pipeline,
    answers: {
      ListOpenIDConnectProviders: providers("arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com"),
    },
    with: { zone: withPipeline },
    outcomes: [["ok", /acme\/zone/]],
  },
  {
    title: "a pipeline whose tokens are not known",
    check: pipeline,
    answers: { ListOpenIDConnectProviders: providers("arn:aws:iam::1:oidc-provider/example.org") },
    with: { zone: withPipeline },
    outcomes: [["finding", /no OIDC provider/]],
  },
  {
    title: "a network account in which a quota was lowered, and one has no value of its own",
    check: networkQuotas,
    answers: {
      AssumeRole: assumed,
      GetServiceQuota: json({ Quota: { Value: 1 } }),
      DescribeAddresses: none,
      DescribeVpcs: twoVpcs,
    },
    with: { zone: withNat },
    outcomes: [
      ["finding", /2 Elastic IP addresses in eu-west-1; the account network may have 1$/],
      ["finding", /2 VPCs/],
      ["finding", /6 attachments of the Transit Gateway/],
    ],
  },
  {
    title: "a network account with the defaults",
    check: networkQuotas,
    answers: {
      AssumeRole: assumed,
      GetServiceQuota: { status: 400, body: '{"__type":"NoSuchResourceException"}' },
      DescribeAddresses: none,
      DescribeVpcs: twoVpcs,
    },
    with: { zone: withNat },
    outcomes: [
      ["ok", /2 Elastic IP addresses in eu-west-1; the account network may have 5$/],
      ["ok", /2 VPCs/],
      ["ok", /may have 5000/],
    ],
  },
  {
    title: "a network account with every kind of network",
    check: networkQuotas,
    answers: {
      AssumeRole: assumed,
      GetServiceQuota: json({ Quota: { Value: 7 } }),
      DescribeAddresses: none,
      DescribeVpcs: twoVpcs,
    },
    with: { zone: everything },
    outcomes: [
      ["ok", /Elastic IP addresses/],
      ["ok", /^5 VPCs/],
      ["finding", /^8 attachments of the Transit Gateway/],
    ],
  },
  {
    title: "accounts without a baseline that may be entered",
    check: accountAccess,
    answers: { AssumeRole: assumed },
    with: { undeployed: () => Promise.resolve([undeployed("orders-dev"), undeployed("management")]) },
    outcomes: [["ok", /^2 accounts/]],
  },
  {
    title: "an account that was there before and lacks the role that deploys into it",
    check: accountAccess,
    answers: { AssumeRole: denied },
    with: { undeployed: () => Promise.resolve([undeployed("orders-dev"), undeployed("management")]) },
    outcomes: [["finding", /^orders-dev \(\d+\): the role arn:aws:iam::\d+:role\/landfall-platform cannot be assumed/]],
  },
  {
    title: "accounts with nothing to import",
    check: singletons,
    answers: { AssumeRole: assumed, GetRole: notFound, GetOpenIDConnectProvider: notFound },
    with: { undeployed: () => Promise.resolve([undeployed("orders-dev")]) },
    outcomes: [["ok", /nothing to import in 1 accounts/]],
  },
  {
    title: "what an account has already and can have only once",
    check: singletons,
    answers: { AssumeRole: assumed, GetRole: role, GetOpenIDConnectProvider: xml("GetOpenIDConnectProvider", "") },
    with: { undeployed: () => Promise.resolve([undeployed("orders-dev"), undeployed("audit")]) },
    outcomes: [
      ["finding", /orders-dev has the service-linked role of AWS Config/],
      ["finding", /orders-dev has GitHub's OIDC provider/],
      ["finding", /audit has the service-linked role of AWS Config/],
    ],
  },
  {
    title: "what an account has already and is to be imported",
    check: singletons,
    answers: { GetRole: role },
    with: {
      zone: { ...sample, imports },
      undeployed: () => Promise.resolve([undeployed("management")]),
    },
    outcomes: [["ok", /nothing to import/]],
  },
];

describe("preflight asks AWS about", () => {
  test.each(cases)("$title", async ({ check, answers, with: change, outcomes }) => {
    aws = await fakeAws(({ method, target, body }) => {
      const operation = target.split(".")[1] ?? /Action=(\w+)/.exec(body)?.[1] ?? method;
      return answers[operation] ?? { status: 400, body: "<Error><Code>Unexpected</Code></Error>" };
    });
    const caller = { region: "eu-west-1", environment: aws.environment };
    const found = await check.look(context({ caller, ...change }));
    const told = found.map(({ status, detail }) => [status, detail]);
    expect(told).toEqual(outcomes.map(([status, detail]) => [status, expect.stringMatching(detail)]));
  });
});
