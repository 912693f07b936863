import * as aws from "@aws-sdk/client-organizations";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { refusals } from "../../../rehearsal/organizations/options";
import type { Refusal } from "../../../rehearsal/organizations";
import { attach, createAccount, createPolicy, createUnit, enableScps, fresh, scpOfSize } from "./arrange";
import { type Emulated, type Organization, startEmulated } from "./emulated";

let emulated: Emulated;
/** One for all: making one takes half a second. */
let organization: Organization;
beforeAll(async () => {
  emulated = await startEmulated();
  organization = await emulated.organization();
  await enableScps(organization);
}, 360_000);
afterAll(() => emulated?.close());

interface Case {
  readonly refusal: Refusal;
  readonly what: string;
  readonly error: { readonly name: string; readonly message: string; readonly Reason?: string };
  /** Builds what is needed, then returns the call that AWS refuses. */
  readonly attempt: (organization: Organization) => Promise<() => Promise<unknown>>;
  /** Set when the emulator itself refuses what is left to it. */
  readonly emulatorRefusesToo?: boolean;
}

const violation = (Reason: string, message: string) => ({ name: "ConstraintViolationException", message, Reason });
const malformed = {
  name: "MalformedPolicyDocumentException",
  message: "The provided policy document does not meet the requirements of the specified policy type.",
};
const statement = { Effect: "Deny", Action: "iam:*", Resource: "*" };
const withStatement = (change: object): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ ...statement, ...change }] });

const cases: readonly Case[] = [
  {
    refusal: "policy-size",
    what: "an SCP of 10,241 bytes",
    error: violation("POLICY_CONTENT_LIMIT_EXCEEDED", "You have exceeded the maximum policy size."),
    attempt: async (organization) => () => createPolicy(organization, fresh("big"), scpOfSize(10_241)),
  },
  {
    refusal: "policy-size",
    what: "an update to an SCP of 10,241 bytes",
    error: violation("POLICY_CONTENT_LIMIT_EXCEEDED", "You have exceeded the maximum policy size."),
    attempt: async (organization) => {
      const PolicyId = await createPolicy(organization, fresh("grows"));
      return () => organization.client.send(new aws.UpdatePolicyCommand({ PolicyId, Content: scpOfSize(10_241) }));
    },
  },
  {
    refusal: "policy-size",
    what: "an RCP of 5,121 bytes, white space included",
    error: violation("POLICY_CONTENT_LIMIT_EXCEEDED", "You have exceeded the maximum policy size."),
    attempt: async (organization) => {
      const content = withStatement({ Principal: "*" }).padEnd(5_121, " ");
      return () => createPolicy(organization, fresh("big"), content, "RESOURCE_CONTROL_POLICY");
    },
  },
  ...[
    ["an empty object", "{}"],
    ["no JSON", "{"],
    ["a Principal in an SCP", withStatement({ Principal: "*" })],
    ["an unknown key of a statement", withStatement({ Conditions: {} })],
    ["an effect in lower case", withStatement({ Effect: "deny" })],
    ["Action and NotAction at once", withStatement({ NotAction: "s3:*" })],
    ["an action without a service", withStatement({ Action: "GetObject" })],
    ["a Sid with a space", withStatement({ Sid: "Deny all" })],
    ["a condition that is a list", withStatement({ Condition: [] })],
    ["an unknown version", JSON.stringify({ Version: "2012-10-18", Statement: [statement] })],
    [
      "an unknown key of the document",
      JSON.stringify({ Version: "2012-10-17", Statements: [], Statement: [statement] }),
    ],
  ].map(([what = "", content = ""]): Case => ({
    refusal: "policy-syntax",
    what: `an SCP with ${what}`,
    error: malformed,
    attempt: async (organization) => () => createPolicy(organization, fresh("malformed"), content),
  })),
  {
    refusal: "policy-syntax",
    what: "an RCP that allows",
    error: malformed,
    attempt: async (organization) => {
      const content = withStatement({ Principal: "*", Effect: "Allow" });
      return () => createPolicy(organization, fresh("malformed"), content, "RESOURCE_CONTROL_POLICY");
    },
  },
  {
    refusal: "policy-name",
    what: "a second policy of one name and type",
    error: { name: "DuplicatePolicyException", message: "A policy with the specified name and type already exists." },
    emulatorRefusesToo: true,
    attempt: async (organization) => {
      const name = fresh("twin");
      await createPolicy(organization, name);
      return () => createPolicy(organization, name);
    },
  },
  {
    refusal: "policy-name",
    what: "renaming a policy to a name that is taken",
    error: { name: "DuplicatePolicyException", message: "A policy with the specified name and type already exists." },
    attempt: async (organization) => {
      const Name = fresh("taken");
      await createPolicy(organization, Name);
      const PolicyId = await createPolicy(organization, fresh("other"));
      return () => organization.client.send(new aws.UpdatePolicyCommand({ PolicyId, Name }));
    },
  },
  {
    refusal: "policy-type-not-enabled",
    what: "attaching a policy of a type the root does not have enabled",
    error: {
      name: "PolicyTypeNotEnabledException",
      message: "This operation can be performed only for enabled policy types.",
    },
    attempt: async (organization) => {
      const policy = await createPolicy(organization, fresh("early"), JSON.stringify({ tags: {} }), "TAG_POLICY");
      return () => attach(organization, policy, organization.root);
    },
  },
  {
    refusal: "policy-attached-already",
    what: "attaching a policy twice",
    error: {
      name: "DuplicatePolicyAttachmentException",
      message: "A policy with the specified name and type is already attached to the specified target.",
    },
    attempt: async (organization) => {
      const policy = await createPolicy(organization, fresh("twice"));
      const unit = await createUnit(organization, fresh("unit"), organization.root);
      await attach(organization, policy, unit);
      return () => attach(organization, policy, unit);
    },
  },
  {
    refusal: "attachment-limit",
    what: "an eleventh SCP on a node, FullAWSAccess counted",
    error: violation(
      "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
      "You have attached the maximum number of policies to the specified target.",
    ),
    attempt: async (organization) => {
      const unit = await createUnit(organization, fresh("workloads"), organization.root);
      for (let number = 2; number <= 10; number += 1)
        await attach(organization, await createPolicy(organization, fresh(`policy-${number}`)), unit);
      const eleventh = await createPolicy(organization, fresh("policy-11"));
      return () => attach(organization, eleventh, unit);
    },
  },
  {
    refusal: "attachment-minimum",
    what: "detaching the last SCP of a node",
    error: violation(
      "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
      "You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.",
    ),
    attempt: async (organization) => {
      const TargetId = await createUnit(organization, fresh("unit"), organization.root);
      const input = { PolicyId: "p-FullAWSAccess", TargetId };
      return () => organization.client.send(new aws.DetachPolicyCommand(input));
    },
  },
  {
    refusal: "policy-not-attached",
    what: "detaching what is not attached",
    error: {
      name: "PolicyNotAttachedException",
      message: "The specified policy isn't attached to the specified target.",
    },
    attempt: async (organization) => {
      const PolicyId = await createPolicy(organization, fresh("loose"));
      const TargetId = await createUnit(organization, fresh("unit"), organization.root);
      await attach(organization, await createPolicy(organization, fresh("other")), TargetId);
      return () => organization.client.send(new aws.DetachPolicyCommand({ PolicyId, TargetId }));
    },
  },
  {
    refusal: "attachment-target",
    what: "attaching to a unit that does not exist",
    error: { name: "TargetNotFoundException", message: "You specified a target that doesn't exist." },
    emulatorRefusesToo: true,
    attempt: async (organization) => {
      const policy = await createPolicy(organization, fresh("lost"));
      return () => attach(organization, policy, organization.root.replace("r-", "ou-") + "-00000000");
    },
  },
  {
    refusal: "unit-parent",
    what: "a unit under a parent that does not exist",
    error: { name: "ParentNotFoundException", message: "You specified parent that doesn't exist." },
    attempt: async (organization) => () =>
      createUnit(organization, fresh("lost"), organization.root.replace("r-", "ou-") + "-00000000"),
  },
  {
    refusal: "unit-depth",
    what: "a sixth level of units",
    error: violation(
      "OU_DEPTH_LIMIT_EXCEEDED",
      "You cannot add an organizational unit to the specified parent because it would exceed the max depth allowed.",
    ),
    attempt: async (organization) => {
      let parent = organization.root;
      for (const level of ["1", "2", "3", "4", "5"]) parent = await createUnit(organization, fresh(level), parent);
      return () => createUnit(organization, fresh("6"), parent);
    },
  },
  {
    refusal: "unit-name",
    what: "two units of one name under one parent",
    error: { name: "DuplicateOrganizationalUnitException", message: "An OU with the same name already exists." },
    attempt: async (organization) => {
      const name = fresh("prod");
      await createUnit(organization, name, organization.root);
      return () => createUnit(organization, name, organization.root);
    },
  },
  {
    refusal: "unit-not-empty",
    what: "deleting a unit that holds a unit",
    error: {
      name: "OrganizationalUnitNotEmptyException",
      message:
        "The specified OU is not empty. Move all accounts to another root or to other OUs, remove all child OUs, and try the operation again.",
    },
    attempt: async (organization) => {
      const OrganizationalUnitId = await createUnit(organization, fresh("parent"), organization.root);
      await createUnit(organization, fresh("child"), OrganizationalUnitId);
      return () => organization.client.send(new aws.DeleteOrganizationalUnitCommand({ OrganizationalUnitId }));
    },
  },
  {
    refusal: "account-moved-nowhere",
    what: "moving an account to where it is",
    error: {
      name: "DuplicateAccountException",
      message: "That account is already present in the specified destination.",
    },
    attempt: async (organization) => {
      const { root: SourceParentId, root: DestinationParentId } = organization;
      const AccountId = await createAccount(organization, fresh("still"));
      return () =>
        organization.client.send(new aws.MoveAccountCommand({ AccountId, SourceParentId, DestinationParentId }));
    },
  },
  {
    refusal: "delegation-to-management",
    what: "delegating to the management account",
    error: violation(
      "CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR",
      "You cannot register master account/yourself as delegated administrator for your organization.",
    ),
    emulatorRefusesToo: true,
    attempt: async ({ client, management: AccountId }) => {
      const ServicePrincipal = "guardduty.amazonaws.com";
      await client.send(new aws.EnableAWSServiceAccessCommand({ ServicePrincipal }));
      return () => client.send(new aws.RegisterDelegatedAdministratorCommand({ AccountId, ServicePrincipal }));
    },
  },
  {
    refusal: "delegation-without-access",
    what: "delegating a service that has no access to the organisation",
    error: violation(
      "SERVICE_ACCESS_NOT_ENABLED",
      "You must enable service access for the specified service principal before you register a delegated administrator.",
    ),
    attempt: async (organization) => {
      const AccountId = await createAccount(organization, fresh("security"));
      const ServicePrincipal = "config.amazonaws.com";
      return () =>
        organization.client.send(new aws.RegisterDelegatedAdministratorCommand({ AccountId, ServicePrincipal }));
    },
  },
  {
    refusal: "management-account-only",
    what: "a member account that creates a policy",
    error: { name: "AccessDeniedException", message: "You don't have permissions to access this resource." },
    emulatorRefusesToo: true,
    attempt: async (organization) => {
      const member = emulated.client(await createAccount(organization, fresh("member")));
      return () => createPolicy({ ...organization, client: member }, fresh("mine"));
    },
  },
  {
    refusal: "management-account-closed",
    what: "closing the management account",
    error: violation("CANNOT_CLOSE_MANAGEMENT_ACCOUNT", "You cannot close the management account."),
    attempt:
      async ({ client, management }) =>
      () =>
        client.send(new aws.CloseAccountCommand({ AccountId: management })),
  },
];

describe("what AWS refuses is refused", () => {
  test.each(cases)("$what", async (refused) => {
    const call = await refused.attempt(organization.become({}));
    await expect(call()).rejects.toMatchObject(refused.error);
  });
});

describe("and with its mechanism switched off is not", () => {
  test.each(cases)("$what", async (refused) => {
    const { error, emulatorRefusesToo = false } = refused;
    const call = await refused.attempt(organization.become({ off: [refused.refusal] }));
    const outcome = await call().then(
      () => "taken",
      (other: Error & { Reason?: string }) => ({ name: other.name, message: other.message, Reason: other.Reason }),
    );
    if (emulatorRefusesToo) expect(outcome).not.toMatchObject(error);
    else expect(outcome).toBe("taken");
  });
});

describe("quotas that fit are taken", () => {
  test("an SCP of 10,240 bytes and ten of them on a node", async () => {
    organization.become({});
    const unit = await createUnit(organization, fresh("unit"), organization.root);
    await attach(organization, await createPolicy(organization, fresh("big"), scpOfSize(10_240)), unit);
    for (let number = 3; number <= 10; number += 1)
      await attach(organization, await createPolicy(organization, fresh(`policy-${number}`)), unit);
    const { Policies = [] } = await organization.client.send(
      new aws.ListPoliciesForTargetCommand({ TargetId: unit, Filter: "SERVICE_CONTROL_POLICY" }),
    );
    expect(Policies).toHaveLength(10);
  });

  test("one name under two parents, and one policy name for two types", async () => {
    organization.become({});
    const workloads = await createUnit(organization, fresh("workloads"), organization.root);
    const name = fresh("prod");
    await createUnit(organization, name, workloads);
    await expect(createUnit(organization, name, organization.root)).resolves.toMatch(/^ou-/);
  });
});

test("every refusal has a test here or in a file beside this one", () => {
  const elsewhere: readonly Refusal[] = [
    "account-email",
    "concurrent-creations",
    "account-count",
    "closure-quota",
    "concurrent-modification",
    "throttling",
    "policy-count",
    "unit-count",
  ];
  const covered = new Set([...cases.map(({ refusal }) => refusal), ...elsewhere]);
  expect(refusals.filter((refusal) => !covered.has(refusal))).toEqual([]);
});

test("closing accounts is refused once the quota of 30 days is used up, but for one that is closed already", async () => {
  const { client } = organization.become({});
  const [first, second] = [
    await createAccount(organization, fresh("old")),
    await createAccount(organization, fresh("old")),
  ];
  const close = (AccountId: string): Promise<unknown> => client.send(new aws.CloseAccountCommand({ AccountId }));
  await close(first);
  organization.become({ closureQuota: 1 });
  await expect(close(second)).rejects.toMatchObject({
    name: "ConstraintViolationException",
    Reason: "CLOSE_ACCOUNT_QUOTA_EXCEEDED",
  });
  await expect(close(first)).rejects.toMatchObject({ name: "AccountAlreadyClosedException" });
  organization.become({ closureQuota: 1, off: ["closure-quota"] });
  await expect(close(second)).resolves.toBeDefined();
});

test("a valid SCP with every element is taken", async () => {
  organization.become({});
  const content = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Sid: "A", Effect: "Allow", NotAction: ["iam:*", "s3:Get*"], Resource: "*" },
      {
        Effect: "Deny",
        Action: "*",
        NotResource: ["arn:aws:s3:::x"],
        Condition: { Bool: { "aws:x": [true, "false"] } },
      },
    ],
  });
  await expect(createPolicy(organization, fresh("full"), content)).resolves.toMatch(/^p-/);
  await expect(createPolicy(organization, fresh("tags"), JSON.stringify({ tags: {} }), "TAG_POLICY")).resolves.toMatch(
    /^p-/,
  );
});
