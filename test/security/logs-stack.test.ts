import { describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../declaration/model";
import { logBucketArn, logBuckets } from "../../declaration/names";
import { buildLogs } from "../../security/logs-stack";
import { buildTrail } from "../../security/trail-stack";
import { buildStack } from "../fixtures/built-stack";
import { govCloud, sample } from "../fixtures/zones";
import { policyOf } from "./policy-of";

const stack = buildStack(sample, ({ kind }) => kind === "logs", buildLogs);
const trail = buildStack(sample, ({ kind }) => kind === "trail", buildTrail);
const organization = sample.ids.get("organization");
const management = sample.ids.get("account/management");
const trailArn = `arn:aws:cloudtrail:eu-west-1:${management}:trail/acme-organization-trail`;

describe.each(logBuckets)("the %s bucket", (name) => {
  test("is versioned and can lock its objects", () => {
    expect(stack.at(`aws_s3_bucket.${name}`)).toMatchObject({ object_lock_enabled: true });
    expect(stack.at(`aws_s3_bucket_versioning.${name}`)).toMatchObject({
      versioning_configuration: { status: "Enabled" },
    });
  });

  test("forgets after the days the zone says", () => {
    expect(stack.at(`aws_s3_bucket.${name}`)).toMatchObject({
      lifecycle_rule: [
        { enabled: true, expiration: { days: 365 }, noncurrent_version_expiration: { days: 30 } },
        { enabled: true, expiration: { expired_object_delete_marker: true } },
      ],
    });
  });

  test("cannot be made public, has no access control lists and encrypts with the log key", () => {
    expect(stack.at(`aws_s3_bucket_public_access_block.${name}`)).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(stack.at(`aws_s3_bucket_ownership_controls.${name}`)).toMatchObject({
      rule: { object_ownership: "BucketOwnerEnforced" },
    });
    expect(stack.at(`aws_s3_bucket_server_side_encryption_configuration.${name}`)).toMatchObject({
      rule: [
        {
          apply_server_side_encryption_by_default: {
            sse_algorithm: "aws:kms",
            kms_master_key_id: "${aws_kms_key.logs.arn}",
          },
          bucket_key_enabled: true,
        },
      ],
    });
  });

  test("refuses plain HTTP, for the bucket and its objects", () => {
    const bucket = logBucketArn(sample, name);
    expect(policyOf(stack, `aws_s3_bucket_policy.${name}`)["DenyPlainHttp"]).toMatchObject({
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: [bucket, `${bucket}/*`],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
  });

  test("lets services in only on behalf of this organisation or its trail, and lets no one else in", () => {
    const allowed = Object.values(policyOf(stack, `aws_s3_bucket_policy.${name}`)).filter(
      ({ Effect }) => Effect === "Allow",
    );
    expect(allowed.length).toBeGreaterThan(1);
    for (const { Principal, Condition } of allowed) {
      expect(Principal).toEqual({
        Service: expect.stringMatching(/^(cloudtrail|config|delivery\.logs)\.amazonaws\.com$/),
      });
      const equals = Condition?.["StringEquals"] ?? {};
      expect([equals["aws:SourceArn"] ?? equals["aws:SourceOrgID"]]).toEqual([
        name === "cloudtrail" ? trailArn : organization,
      ]);
    }
  });
});

test("objects are locked on arrival for the days the zone says, but where AWS Config delivers, which refuses that", () => {
  const locks = stack.ofType("aws_s3_bucket_object_lock_configuration");
  expect([...locks.keys()]).toEqual(["cloudtrail", "flow-logs"]);
  for (const lock of locks.values()) {
    expect(lock).toMatchObject({ rule: { default_retention: { mode: "GOVERNANCE", days: 30 } } });
  }
});

describe("the trail", () => {
  test("may write the management account's events and the organisation's, and nothing else", () => {
    const policy = policyOf(stack, "aws_s3_bucket_policy.cloudtrail");
    const bucket = logBucketArn(sample, "cloudtrail");
    expect(policy["CloudTrailWritesManagement"]?.Resource).toBe(`${bucket}/AWSLogs/${management}/*`);
    expect(policy["CloudTrailWritesOrganization"]?.Resource).toBe(`${bucket}/AWSLogs/${organization}/*`);
  });

  test("records every account and region, with digests, encrypted", () => {
    expect(trail.at("aws_cloudtrail.organization")).toMatchObject({
      name: "acme-organization-trail",
      s3_bucket_name: `acme-cloudtrail-${sample.ids.get("account/log-archive")}`,
      kms_key_id: sample.ids.get("kms-key/logs"),
      is_organization_trail: true,
      is_multi_region_trail: true,
      enable_log_file_validation: true,
    });
  });
});

describe("the log key", () => {
  const policy = policyOf(stack, "aws_kms_key.logs");

  test("is used by the services that write logs, each bound to this organisation", () => {
    expect(policy["CloudTrailEncrypts"]?.Condition).toEqual({
      StringEquals: { "aws:SourceArn": trailArn },
      StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:*:${management}:trail/*` },
    });
    for (const sid of ["ConfigEncrypts", "LogDeliveryEncrypts"]) {
      expect(policy[sid]?.Condition).toMatchObject({ StringEquals: { "aws:SourceOrgID": organization } });
    }
  });

  test("rotates, and other stacks learn its ARN", () => {
    expect(stack.at("aws_kms_key.logs")).toMatchObject({ enable_key_rotation: true });
    expect(stack.ids).toEqual({ "kms-key/logs": "${aws_kms_key.logs.arn}" });
  });
});

describe("queries", () => {
  test("find a day of an account in a region without crawling", () => {
    const table = stack.at("aws_glue_catalog_table.cloudtrail");
    const location = `s3://acme-cloudtrail-${sample.ids.get("account/log-archive")}/AWSLogs/${organization}`;
    expect(table).toMatchObject({
      parameters: {
        "projection.enabled": "true",
        "projection.day.range": "NOW-365DAYS,NOW",
        "storage.location.template": `${location}/$\${account}/CloudTrail/$\${region}/$\${day}`,
      },
    });
  });

  test("are there for the questions of an investigation, each naming an account and a region", () => {
    const saved = [...stack.ofType("aws_athena_named_query").values()];
    expect(saved.map((each) => each["name"])).toEqual(
      expect.arrayContaining(["Who assumed this role", "What the SCPs denied this week"]),
    );
    for (const { query } of saved) expect(query).toContain("account = ? AND region = ?");
  });

  test("see the flow logs of a day of an account", () => {
    expect(stack.at("aws_glue_catalog_table.vpc_flow_logs")).toMatchObject({
      parameters: {
        "skip.header.line.count": "1",
        "storage.location.template": expect.stringMatching(
          /AWSLogs\/\$\$\{account\}\/vpcflowlogs\/\$\$\{region\}\/\$\$\{day\}$/,
        ),
      },
    });
  });

  test("leave their results, which are not evidence, unlocked and for a week", () => {
    expect(stack.at("aws_s3_bucket.query-results")).toMatchObject({
      object_lock_enabled: false,
      lifecycle_rule: [{ expiration: { days: 7 } }],
    });
  });
});

describe("what the zone may add to the log archive", () => {
  const archive = (logs: Partial<LandingZone["logs"]>, zone = sample) =>
    buildStack({ ...zone, logs: { ...zone.logs, ...logs } }, ({ kind }) => kind === "logs", buildLogs);
  const id = sample.ids.get("account/log-archive");

  test("is cheaper storage of older logs", () => {
    const { at } = archive({ tiers: { infrequentAccessDays: 30, deepArchiveDays: 180 } });
    expect(at("aws_s3_bucket.cloudtrail")).toMatchObject({
      lifecycle_rule: [
        {
          expiration: { days: 365 },
          transition: [
            { storage_class: "STANDARD_IA", days: 30 },
            { storage_class: "DEEP_ARCHIVE", days: 180 },
          ],
        },
        {},
      ],
    });
    expect(JSON.stringify(stack.at("aws_s3_bucket.cloudtrail"))).not.toContain("transition");
  });

  test("is a bucket for web ACLs, called as AWS WAF asks", () => {
    const logs = archive({ webAclLogs: true });
    expect(logs.at("aws_s3_bucket.web-acl")).toMatchObject({ bucket: `aws-waf-logs-acme-web-acl-${id}` });
    expect(policyOf(logs, "aws_s3_bucket_policy.web-acl")["LogDeliveryWrites"]).toMatchObject({
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Condition: { StringEquals: { "aws:SourceOrgID": organization } },
    });
  });

  test("is a copy of every log bucket in another region, under a key there, that outlives a deletion", () => {
    const { ofType, at } = archive({ replicateTo: "eu-north-1" });
    expect([...ofType("aws_s3_bucket_replication_configuration").keys()]).toEqual([...logBuckets]);
    expect(at("aws_s3_bucket_replication_configuration.cloudtrail")).toMatchObject({
      rule: [
        {
          status: "Enabled",
          delete_marker_replication: { status: "Disabled" },
          source_selection_criteria: { sse_kms_encrypted_objects: { status: "Enabled" } },
          destination: { encryption_configuration: { replica_kms_key_id: "${aws_kms_key.replica.arn}" } },
        },
      ],
    });
    for (const address of ["aws_kms_key.replica", "aws_s3_bucket.cloudtrail-replica"])
      expect(at(address)["provider"]).toBe("aws.replica");
  });

  test("is a destination that the organisation's log groups, and no others, may be subscribed to", () => {
    const logs = archive({ apiAccessLogs: true });
    const policy = JSON.parse(String(logs.at("aws_cloudwatch_log_destination_policy.api-access")["access_policy"]));
    expect(policy.Statement).toEqual([
      expect.objectContaining({
        Action: "logs:PutSubscriptionFilter",
        Condition: { StringEquals: { "aws:PrincipalOrgID": [organization] } },
      }),
    ]);
    expect(logs.at("aws_kinesis_firehose_delivery_stream.api-access")).toMatchObject({
      extended_s3_configuration: { bucket_arn: "${aws_s3_bucket.api-access.arn}" },
    });
  });

  test("is of the zone's partition", () => {
    const all = { tiers: {}, webAclLogs: true, apiAccessLogs: true, replicateTo: "us-gov-east-1" };
    expect(JSON.stringify([...archive(all, govCloud).resources])).not.toContain("arn:aws:");
  });
});

test("no ARN of another partition is in the stack", () => {
  const elsewhere = buildStack(govCloud, ({ kind }) => kind === "logs", buildLogs);
  expect(JSON.stringify([...elsewhere.resources])).not.toContain("arn:aws:");
});
