import { describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../declaration/model";
import { addBaseline } from "../../security/baseline";
import { buildStack } from "../fixtures/built-stack";
import { sample } from "../fixtures/zones";

const stack = buildStack(sample, ({ id }) => id === "orders-dev", addBaseline);

describe("the baseline", () => {
  test("refuses public buckets, snapshots and images", () => {
    expect(stack.at("aws_s3_account_public_access_block.baseline")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(stack.at("aws_ebs_snapshot_block_public_access.baseline")).toMatchObject({ state: "block-all-sharing" });
    expect(stack.at("aws_ec2_image_block_public_access.baseline")).toMatchObject({ state: "block-new-sharing" });
  });

  test("encrypts volumes and asks for IMDSv2", () => {
    expect(stack.at("aws_ebs_encryption_by_default.baseline")).toMatchObject({ enabled: true });
    expect(stack.at("aws_ec2_instance_metadata_defaults.baseline")).toMatchObject({ http_tokens: "required" });
  });

  test("binds the passwords of IAM users as the CIS benchmark says (1.8, 1.9)", () => {
    expect(stack.at("aws_iam_account_password_policy.baseline")).toMatchObject({
      minimum_password_length: 14,
      password_reuse_prevention: 24,
    });
  });

  test("records every resource, once there is somewhere to deliver to", () => {
    expect(stack.at("aws_config_delivery_channel.baseline")).toMatchObject({
      s3_bucket_name: `acme-config-${sample.ids.get("account/log-archive")}`,
      s3_kms_key_arn: sample.ids.get("kms-key/logs"),
      depends_on: ["aws_config_configuration_recorder.baseline"],
    });
    expect(stack.at("aws_config_configuration_recorder.baseline")).toMatchObject({
      role_arn: "${aws_iam_service_linked_role.config.arn}",
      recording_group: { all_supported: true, include_global_resource_types: true },
    });
    expect(stack.at("aws_config_configuration_recorder_status.baseline")).toMatchObject({
      is_enabled: true,
      depends_on: ["aws_config_delivery_channel.baseline"],
    });
  });
});

describe("what the zone may add to the baseline", () => {
  const withBaseline = (baseline: Partial<LandingZone["baseline"]>) =>
    buildStack(
      { ...sample, baseline: { ...sample.baseline, ...baseline } },
      ({ id }) => id === "orders-dev",
      addBaseline,
    );
  const backup = { schedule: "cron(0 3 * * ? *)", keepDays: 35, tag: { key: "backup", value: "daily" } };

  test("is nothing until it is declared", () => {
    const types = [...stack.resources.keys()].filter((address) => /backup|servicequotas|accessanalyzer/.test(address));
    expect(types).toEqual([]);
  });

  test("is an analyzer of the account's own", () => {
    expect(withBaseline({ accessAnalyzer: true }).at("aws_accessanalyzer_analyzer.baseline")).toMatchObject({
      type: "ACCOUNT",
    });
  });

  test("is quotas that are asked for", () => {
    const quotas = { vpcs: { service: "vpc", code: "L-F678F1CE", value: 20 } };
    expect(withBaseline({ quotas }).at("aws_servicequotas_service_quota.vpcs")).toMatchObject({
      service_code: "vpc",
      quota_code: "L-F678F1CE",
      value: 20,
    });
  });

  test("is a plan that backs up what has the tag, for as long as declared", () => {
    const { at } = withBaseline({ backup: { ...backup, keepDays: 120, coldStorageDays: 30 } });
    expect(at("aws_backup_plan.baseline")).toMatchObject({
      rule: [{ schedule: "cron(0 3 * * ? *)", lifecycle: { delete_after: 120, cold_storage_after: 30 } }],
    });
    expect(at("aws_backup_selection.baseline")).toMatchObject({
      iam_role_arn: "${aws_iam_role.backup.arn}",
      selection_tag: [{ type: "STRINGEQUALS", key: "backup", value: "daily" }],
    });
    expect(withBaseline({ backup }).at("aws_backup_plan.baseline")).toMatchObject({
      rule: [{ lifecycle: { delete_after: 35 } }],
    });
  });
});
