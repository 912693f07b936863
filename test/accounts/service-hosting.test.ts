import { describe, expect, test } from "@jest/globals";
import { addServiceHosting } from "../../accounts/service/hosting";
import type { Account, LandingZone } from "../../declaration/model";
import { recordIds } from "../../stack/record-ids";
import { type BuiltStack, buildStack } from "../fixtures/built-stack";
import { birch, sample } from "../network/zones";
import { allowing, asList, statementsOf } from "./policy";

function hostingOf(zone: LandingZone, name: string): BuiltStack {
  return buildStack(
    zone,
    ({ kind, account }) => kind === "account" && account.name === name,
    (stack, _zone, { account }) => {
      if (account.service) recordIds(stack, addServiceHosting(stack, zone, account, account.service));
    },
  );
}

/** The sample, were its services to have databases. */
const withDatabases: LandingZone = {
  ...sample,
  accounts: sample.accounts.map((account) =>
    account.service
      ? { ...account, service: { ...account.service, settings: { ...account.service.settings, databases: true } } }
      : account,
  ),
};
const stack = hostingOf(withDatabases, "orders-dev");
const accountId = sample.ids.get("account/orders-dev");
const boundaryArn = `arn:aws:iam::${accountId}:policy/landfall-service-boundary`;
const managed = ["landfall-service-further", "landfall-service-databases"].map((name) =>
  statementsOf(stack.at(`aws_iam_policy.${name}`)["policy"]),
);
const [further = []] = managed;
const deploy = [...statementsOf(stack.at("aws_iam_role_policy.landfall-service")["policy"]), ...managed.flat()];
const boundary = statementsOf(stack.at("aws_iam_policy.landfall-service-boundary")["policy"]);

describe("who may deploy a service", () => {
  const trust = statementsOf(stack.at("aws_iam_role.landfall-service")["assume_role_policy"]);

  test("its repository's job in the environment named as the account, compared whole", () => {
    expect(trust[0]).toMatchObject({
      Principal: { Federated: "${aws_iam_openid_connect_provider.github.arn}" },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: {
          "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
          "token.actions.githubusercontent.com:sub": "repo:acme/orders:environment:orders-dev",
        },
      },
    });
  });

  test("and the account's own platform role, nobody else", () => {
    expect(trust.slice(1)).toEqual([
      {
        Sid: "Operator",
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${accountId}:role/landfall-platform` },
        Action: "sts:AssumeRole",
      },
    ]);
  });

  test("without a GitHub owner there is no OIDC provider to trust", () => {
    const own = hostingOf(birch, "shop-live");
    expect(own.ofType("aws_iam_openid_connect_provider").size).toBe(0);
    const statements = statementsOf(own.at("aws_iam_role.landfall-service")["assume_role_policy"]);
    expect(statements.map(({ Sid }) => Sid)).toEqual(["Operator"]);
  });
});

describe("what the deploy role may do", () => {
  test("is to subscribe access logs to the log archive's destination, where the zone has one", () => {
    const subscribing = (zone: LandingZone, name: string) =>
      statementsOf(hostingOf(zone, name).at("aws_iam_role_policy.landfall-service")["policy"])
        .filter(({ Sid }) => Sid === "AccessLogSubscription")
        .map(({ Resource }) => asList(Resource).at(-1));
    const archive = birch.ids.get(`account/${birch.foundation["log-archive"].name}`);
    const { home } = birch.regions;
    expect(subscribing(birch, "shop-live")).toEqual([
      `arn:${birch.partition}:logs:${home}:${archive}:destination:landfall-api-access`,
    ]);
    expect(subscribing(sample, "orders-dev")).toEqual([]);
  });

  test("fits in an inline policy (10,240 characters, IAM quotas)", () => {
    const text = String(stack.at("aws_iam_role_policy.landfall-service")["policy"]);
    expect(text.replace(/\s/g, "").length).toBeLessThan(10_240);
  });

  test("and what only some services have in a managed one of its own (6,144 characters)", () => {
    expect(JSON.stringify(further).length).toBeLessThan(6_000);
    expect(stack.at("aws_iam_role_policy_attachment.landfall-service-further")).toMatchObject({
      role: "${aws_iam_role.landfall-service.name}",
      policy_arn: "${aws_iam_policy.landfall-service-further.arn}",
    });
  });

  test("has databases in a managed policy of its own, which fits (6,144 characters), where the account's file says so", () => {
    const text = String(stack.at("aws_iam_policy.landfall-service-databases")["policy"]);
    expect(text.replace(/\s/g, "").length).toBeLessThan(6_144);
    expect(stack.at("aws_iam_role_policy_attachment.landfall-service-databases")).toMatchObject({
      role: "${aws_iam_role.landfall-service.name}",
      policy_arn: "${aws_iam_policy.landfall-service-databases.arn}",
    });
    const away = {
      ...withDatabases,
      accounts: withDatabases.accounts.map((each) => ({ ...each, network: undefined })),
    };
    for (const without of [away, sample]) {
      expect(hostingOf(without, "orders-dev").resources.has("aws_iam_policy.landfall-service-databases")).toBe(false);
    }
  });

  test("names every action: no wildcard", () => {
    expect(deploy.flatMap(({ Action }) => asList(Action)).filter((action) => action.includes("*"))).toEqual([]);
  });

  test("names its own account and region wherever the service has resources to name", () => {
    const everywhere = deploy.filter(({ Resource }) => asList(Resource).includes("*")).map(({ Sid }) => Sid);
    expect(everywhere).toEqual([
      "MapSources",
      "ValidateDefinitions",
      "LogDelivery",
      "RequestOwnCertificate",
      "FindCertificates",
      "NewUserPools",
      "FindNetwork",
    ]);
    const arns = deploy.flatMap(({ Resource }) => asList(Resource)).filter((arn) => arn !== "*");
    const foreign = arns.filter(
      (arn) =>
        !arn.includes(`:${accountId}:`) &&
        !arn.startsWith("arn:aws:apigateway:eu-west-1::/") &&
        arn !== `arn:aws:s3:::orders-*-${accountId}` &&
        !arn.startsWith(`arn:aws:s3:::acme-landfall-state-${accountId}`) &&
        !["${aws_route53_zone.service.arn}", "arn:aws:route53:::change/*"].includes(arn),
    );
    expect(foreign).toEqual([]);
  });

  test.each([
    "iam:AttachRolePolicy",
    "iam:CreatePolicyVersion",
    "iam:CreateUser",
    "iam:DeleteRolePermissionsBoundary",
    "iam:PutRolePermissionsBoundary",
    "iam:UpdateOpenIDConnectProviderThumbprint",
    "sts:AssumeRole",
    "organizations:LeaveOrganization",
    "dynamodb:GetItem",
    "lambda:InvokeFunction",
    "ec2:CreateVpc",
    "sqs:SendMessage",
    "sqs:ReceiveMessage",
    "sqs:PurgeQueue",
    "ses:SendEmail",
    "firehose:PutRecordBatch",
    "athena:StartQueryExecution",
    "rds:RestoreDBClusterToPointInTime",
    "rds-data:ExecuteStatement",
    "secretsmanager:GetSecretValue",
    "ec2:AuthorizeSecurityGroupIngress",
    "route53:DeleteHostedZone",
  ])("cannot %s", (action) => {
    expect(allowing(deploy, action)).toEqual([]);
  });

  test.each(["iam:CreateRole", "iam:PutRolePolicy"])("%s only under /service/ and with the boundary", (action) => {
    const statements = allowing(deploy, action);
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({
      Resource: `arn:aws:iam::${accountId}:role/service/*`,
      Condition: { StringEquals: { "iam:PermissionsBoundary": boundaryArn } },
    });
  });

  test("makes the service's own domain a sender, and no other", () => {
    expect(allowing(deploy, "ses:CreateEmailIdentity")[0]?.Resource).toContain(
      `arn:aws:ses:eu-west-1:${accountId}:identity/orders-dev.services.acme.example`,
    );
    expect(JSON.stringify(deploy)).not.toContain("identity/*");
  });

  test("passes roles to Lambda, API Gateway, Firehose and Step Functions only", () => {
    expect(allowing(deploy, "iam:PassRole")[0]?.Condition).toEqual({
      StringEquals: {
        "iam:PassedToService": [
          "lambda.amazonaws.com",
          "apigateway.amazonaws.com",
          "firehose.amazonaws.com",
          "states.amazonaws.com",
        ],
      },
    });
  });

  test("requests certificates for the service's own name only", () => {
    expect(allowing(deploy, "acm:RequestCertificate")[0]?.Condition).toEqual({
      "ForAllValues:StringEquals": {
        "acm:DomainNames": ["orders-dev.services.acme.example", "*.orders-dev.services.acme.example"],
      },
      Null: { "acm:DomainNames": "false" },
    });
  });

  test("makes and removes the service's buckets only, not the one of its state", () => {
    expect(allowing(deploy, "s3:DeleteBucket").map(({ Resource }) => Resource)).toEqual([
      `arn:aws:s3:::orders-*-${accountId}`,
    ]);
  });

  test("maps sources to functions of its own account only", () => {
    expect(allowing(deploy, "lambda:CreateEventSourceMapping")[0]?.Condition).toEqual({
      ArnLike: { "lambda:FunctionArn": `arn:aws:lambda:eu-west-1:${accountId}:function:*` },
    });
  });

  test("reads and writes state under its prefix only", () => {
    expect(allowing(deploy, "s3:PutObject").flatMap(({ Resource }) => asList(Resource))).toEqual([
      `arn:aws:s3:::acme-landfall-state-${accountId}/service/*`,
    ]);
  });
});

describe("the boundary of the service's roles", () => {
  test("allows no identity, organisation or infrastructure action, but to take on roles by which services offer functions", () => {
    const services = new Set(
      boundary
        .filter(({ Effect, Sid }) => Effect === "Allow" && Sid !== "Offers")
        .flatMap(({ Action }) => asList(Action).map((a) => a.split(":")[0])),
    );
    for (const service of ["iam", "sts", "organizations", "ec2", "route53", "apigateway"])
      expect(services.has(service)).toBe(false);
    expect(boundary.flatMap(({ Effect, Action }) => (Effect === "Allow" ? asList(Action) : [])).join()).not.toContain(
      "*",
    );
  });

  test("lets state machines take on roles of offers in the organisation, and no others", () => {
    expect(allowing(boundary, "sts:AssumeRole")).toMatchObject([
      {
        Resource: "arn:aws:iam::*:role/service/*-*_offer",
        Condition: { StringEquals: { "aws:ResourceOrgID": expect.any(String) as unknown } },
      },
    ]);
  });

  test("keeps data actions in the account, and off the Terraform state", () => {
    expect(allowing(boundary, "dynamodb:GetItem")[0]?.Condition).toEqual({
      StringEquals: { "aws:ResourceAccount": accountId },
    });
    const state = `arn:aws:s3:::acme-landfall-state-${accountId}`;
    expect(boundary.find(({ Effect }) => Effect === "Deny")).toMatchObject({
      Action: "s3:*",
      Resource: [state, `${state}/*`],
    });
  });

  test("fits in a managed policy (6,144 characters, IAM quotas)", () => {
    expect(JSON.stringify(boundary).length).toBeLessThan(6_000);
  });
});

describe("what the service finds in its account", () => {
  test("a key under which CloudWatch can publish the service's alarms, by the alias the service's stack knows", () => {
    expect(stack.at("aws_kms_alias.alarms")).toMatchObject({
      name: "alias/landfall-service-alarms",
      target_key_id: "${aws_kms_key.alarms.key_id}",
    });
    const policy = String(stack.at("aws_kms_key.alarms")["policy"]);
    expect(JSON.parse(policy)).toMatchObject({
      Statement: [
        { Sid: "AccountDecides" },
        { Sid: "AlarmsEncrypt", Principal: { Service: "cloudwatch.amazonaws.com" } },
        { Sid: "MailEncrypts", Principal: { Service: "ses.amazonaws.com" } },
      ],
    });
  });

  test("a public zone of its own name, recorded with its name servers", () => {
    expect(stack.at("aws_route53_zone.service")["name"]).toBe("orders-dev.services.acme.example");
    expect(stack.ids).toEqual({
      "hosted-zone/orders-dev": "${aws_route53_zone.service.zone_id}",
      "name-servers/orders-dev": '${join(",", aws_route53_zone.service.name_servers)}',
      "state-bucket/orders-dev": "${aws_s3_bucket.state.id}",
    });
  });

  test("a state bucket: versioned, encrypted, private, over TLS only, old versions expiring", () => {
    expect(stack.at("aws_s3_bucket.state")["bucket"]).toBe(`acme-landfall-state-${accountId}`);
    expect(stack.at("aws_s3_bucket_versioning.state")).toMatchObject({
      versioning_configuration: { status: "Enabled" },
    });
    expect(Object.values(stack.at("aws_s3_bucket_public_access_block.state")).filter((on) => on === true)).toHaveLength(
      4,
    );
    expect(stack.at("aws_s3_bucket_server_side_encryption_configuration.state")).toMatchObject({
      rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }],
    });
    expect(statementsOf(stack.at("aws_s3_bucket_policy.state")["policy"])[0]).toMatchObject({
      Effect: "Deny",
      Principal: { AWS: "*" },
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
    expect(stack.at("aws_s3_bucket.state")).toMatchObject({
      lifecycle_rule: [{ enabled: true, noncurrent_version_expiration: { days: 90 } }],
    });
  });

  test("everything in its own partition", () => {
    const china: LandingZone = { ...sample, partition: "aws-cn" };
    const text = JSON.stringify([...hostingOf(china, "orders-dev").resources]);
    expect(text).toContain("arn:aws-cn:");
    expect(text).not.toContain("arn:aws:");
  });

  test("an account without a service has none of it", () => {
    const named = (name: string): Account | undefined => sample.accounts.find((account) => account.name === name);
    expect(named("shared-services")?.service).toBeUndefined();
    expect(hostingOf(sample, "shared-services").resources.size).toBe(0);
  });
});
