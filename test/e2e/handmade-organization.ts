import { CloudFormationClient, CreateStackSetCommand } from "@aws-sdk/client-cloudformation";
import * as aws from "@aws-sdk/client-organizations";
import { clientOptions } from "../rehearsal/gateway/start";
import { attach, createPolicy, createUnit, ended } from "../rehearsal/organizations/arrange";
import type { Organization } from "../rehearsal/organizations/emulated";
import type { LocalAws } from "../../rehearsal/local-aws";

const deny = (sid: string, action: string): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Sid: sid, Effect: "Deny", Action: action, Resource: "*" }] });

/** As people write one: spaces, a statement that is no list, a condition. */
const handwritten = `{
  "Version": "2012-10-17",
  "Statement": {
    "Effect":    "Deny",
    "NotAction": ["iam:*", "sts:*"],
    "Resource":  "*",
    "Condition": { "StringNotEquals": { "aws:RequestedRegion": [ "eu-west-1" ] } }
  }
}`;

const resourcePolicy = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Sid: "Ours", Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" }],
});

/** What a test needs to know of the organisation. */
export interface HandmadeOrganization {
  /** Ids of what Control Tower governs. */
  readonly controlTower: readonly string[];
  readonly closedAccount: string;
}

/**
 * An organisation as people make one over the years: six member accounts, one of them closed and one at the root, units three deep with names of
 * all kinds, eight policies, and a unit of Control Tower's with its guardrail and an account.
 */
export async function makeByHand(local: LocalAws): Promise<HandmadeOrganization> {
  const client = new aws.OrganizationsClient({ ...clientOptions(local), retryMode: "adaptive", maxAttempts: 20 });
  await client.send(new aws.CreateOrganizationCommand({ FeatureSet: "ALL" }));
  const { Roots = [] } = await client.send(new aws.ListRootsCommand({}));
  const root = Roots[0]?.Id ?? "";
  const organization = { client, root } as unknown as Organization;
  for (const type of [
    "SERVICE_CONTROL_POLICY",
    "RESOURCE_CONTROL_POLICY",
    "TAG_POLICY",
    "AISERVICES_OPT_OUT_POLICY",
  ] as const)
    await client.send(new aws.EnablePolicyTypeCommand({ RootId: root, PolicyType: type }));
  for (const service of ["backup.amazonaws.com", "config.amazonaws.com", "controltower.amazonaws.com"])
    await client.send(new aws.EnableAWSServiceAccessCommand({ ServicePrincipal: service }));

  const security = await createUnit(organization, "Security", root);
  const workloads = await createUnit(organization, "Workloads", root);
  const live = await createUnit(organization, "R&D, live", workloads);
  const west = await createUnit(organization, "EU/West", live);
  const governed = await createUnit(organization, "Sandbox (CT)", root);

  const place = async (name: string, unit: string): Promise<string> => {
    const Email = `cloud+${name.replace(/\W/g, "")}@acme.example`;
    const { CreateAccountStatus: request } = await client.send(
      new aws.CreateAccountCommand({ AccountName: name, Email }),
    );
    const { AccountId: id = "" } = await ended(organization, request?.Id ?? "");
    const move = { AccountId: id, SourceParentId: root, DestinationParentId: unit };
    if (unit !== root) await client.send(new aws.MoveAccountCommand(move));
    return id;
  };
  const [, tooling, orders] = await Promise.all([
    place("Log Archive", security),
    place("Security", security),
    place("Orders (prod)", west),
  ]);
  const [, old, sandbox] = await Promise.all([
    place("Legacy", root),
    place("Old Shop", live),
    place("CT Sandbox", governed),
  ]);
  await client.send(new aws.CloseAccountCommand({ AccountId: old }));
  await client.send(
    new aws.RegisterDelegatedAdministratorCommand({ AccountId: tooling, ServicePrincipal: "config.amazonaws.com" }),
  );
  for (const id of [workloads, orders])
    await client.send(new aws.TagResourceCommand({ ResourceId: id, Tags: [{ Key: "CostCenter", Value: "4711" }] }));

  const policy = async (
    name: string,
    content: string,
    targets: readonly string[],
    type?: aws.PolicyType,
  ): Promise<string> => {
    const id = await createPolicy(organization, name, content, type);
    for (const target of targets) await attach(organization, id, target);
    return id;
  };
  await policy("Nobody leaves", deny("Leave", "organizations:LeaveOrganization"), [root]);
  await policy("Only Ireland", handwritten, [workloads, governed]);
  await policy("deny-root-user", deny("Keys", "iam:CreateAccessKey"), [security, live]);
  await policy("Freeze orders", deny("Freeze", "dynamodb:DeleteTable"), [orders]);
  await policy("Draft", deny("Draft", "s3:*"), []);
  await policy(
    "Cost tags",
    JSON.stringify({ tags: { CostCenter: { tag_key: { "@@assign": "CostCenter" } } } }),
    [root],
    "TAG_POLICY",
  );
  await policy("Ours alone", resourcePolicy, [workloads], "RESOURCE_CONTROL_POLICY");
  const guardrail = await policy("aws-guardrails-xKqTzA", deny("GRAUDIT", "config:DeleteConfigRule"), [governed]);

  const stackSet = "AWSControlTowerBP-BASELINE-CONFIG";
  const template = JSON.stringify({ Resources: { Topic: { Type: "AWS::SNS::Topic" } } });
  await new CloudFormationClient(clientOptions(local)).send(
    new CreateStackSetCommand({ StackSetName: stackSet, TemplateBody: template }),
  );
  client.destroy();
  return { controlTower: [governed, sandbox, guardrail, stackSet], closedAccount: old };
}
