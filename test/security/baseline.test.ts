import { describe, expect, test } from "@jest/globals";
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
