import { describe, expect, test } from "@jest/globals";
import { buildRegion } from "../../accounts/region-stack";
import { stacksOf } from "../../declaration/stacks";
import { buildSecurityRegion } from "../../security/security-region-stack";
import { buildStack } from "../fixtures/built-stack";
import { sample, twoRegions } from "../fixtures/zones";

const region = "eu-central-1";
const idOf = (account: string): string => twoRegions.ids.get(`account/${account}`);
const build = (id: string) => buildStack(twoRegions, (spec) => spec.id === id, buildRegion);
const lab = build(`lab-${region}`);
const boss = build(`boss-${region}`);

describe("a governed region beyond the home region", () => {
  const specs = new Map(stacksOf(twoRegions).map((spec) => [spec.id, spec]));
  const after = (id: string): readonly string[] | undefined => specs.get(id)?.after;

  test("has a stack of every account, after the account's own, and one of detection, after what makes its administrator", () => {
    const kinds = ["region", "security-region"];
    const ids = [...specs.values()].filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
    expect(ids.sort()).toEqual([
      "boss-eu-central-1",
      "core-eu-central-1",
      "lab-eu-central-1",
      "security-eu-central-1",
      "shop-eu-central-1",
    ]);
    expect(after("lab-eu-central-1")).toEqual(expect.arrayContaining(["logs", "lab"]));
    expect(after("security-eu-central-1")).toEqual(["security", "boss-eu-central-1"]);
  });

  test("costs a zone of one region nothing", () => {
    expect(stacksOf(sample).filter((spec) => spec.region !== undefined)).toEqual([]);
  });

  test("is where the provider is; the state stays in the home region, under the identity that deploys the account", () => {
    expect(lab.top).toMatchObject({
      provider: {
        aws: [
          {
            region,
            allowed_account_ids: [idOf("lab")],
            assume_role: [{ role_arn: `arn:aws:iam::${idOf("lab")}:role/landfall-platform` }],
          },
        ],
      },
      terraform: { backend: { s3: { region: "eu-west-1", key: `platform/lab-${region}.tfstate` } } },
    });
    expect(boss.top).toMatchObject({ terraform: { backend: { s3: { key: `org/boss-${region}.tfstate` } } } });
  });
});

describe("the regional baseline", () => {
  test("is what AWS keeps by region, and nothing that an account has once", () => {
    expect([...lab.resources.keys()].sort()).toEqual([
      "aws_accessanalyzer_analyzer.baseline",
      "aws_backup_plan.baseline",
      "aws_backup_selection.baseline",
      "aws_backup_vault.baseline",
      "aws_config_configuration_recorder.baseline",
      "aws_config_configuration_recorder_status.baseline",
      "aws_config_delivery_channel.baseline",
      "aws_ebs_encryption_by_default.baseline",
      "aws_ebs_snapshot_block_public_access.baseline",
      "aws_ec2_image_block_public_access.baseline",
      "aws_ec2_instance_metadata_defaults.baseline",
    ]);
    expect(lab.at("aws_ebs_encryption_by_default.baseline")).toMatchObject({ enabled: true });
    expect(lab.at("aws_ebs_snapshot_block_public_access.baseline")).toMatchObject({ state: "block-all-sharing" });
    expect(lab.at("aws_ec2_image_block_public_access.baseline")).toMatchObject({ state: "block-new-sharing" });
    expect(lab.at("aws_ec2_instance_metadata_defaults.baseline")).toMatchObject({ http_tokens: "required" });
  });

  test("records with the account's role into the log archive, and IAM's resources at home alone", () => {
    expect(lab.at("aws_config_configuration_recorder.baseline")).toMatchObject({
      role_arn: `arn:aws:iam::${idOf("lab")}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
      recording_group: { all_supported: true, include_global_resource_types: false },
    });
    expect(lab.at("aws_config_delivery_channel.baseline")).toMatchObject({
      s3_bucket_name: `duo-config-${idOf("core")}`,
      s3_kms_key_arn: twoRegions.ids.get("kms-key/logs"),
    });
    expect(lab.at("aws_config_configuration_recorder_status.baseline")).toMatchObject({ is_enabled: true });
  });

  test("asks for the quotas that a region has, not for those of the account", () => {
    const quotas = {
      gateways: { service: "vpc", code: "L-A4707A72", value: 10 },
      roles: { service: "iam", code: "L-FE177D64", value: 2000 },
    };
    const asking = { ...twoRegions, baseline: { ...twoRegions.baseline, quotas } };
    const built = buildStack(asking, ({ id }) => id === `lab-${region}`, buildRegion);
    expect([...built.ofType("aws_servicequotas_service_quota").keys()]).toEqual(["gateways"]);
  });

  test("backs up into a vault of its own with the account's role", () => {
    expect(lab.at("aws_backup_selection.baseline")).toMatchObject({
      iam_role_arn: `arn:aws:iam::${idOf("lab")}:role/landfall-backup`,
    });
  });
});

describe("detection in the region", () => {
  const security = (zone = twoRegions) =>
    buildStack(zone, ({ id }) => id === `security-${region}`, buildSecurityRegion);

  test("is administered by the security tooling account, which management says once a region", () => {
    for (const type of ["aws_guardduty_organization_admin_account", "aws_securityhub_organization_admin_account"])
      expect(boss.at(`${type}.security-tooling`)).toEqual({ admin_account_id: idOf("core") });
    expect(lab.ofType("aws_guardduty_organization_admin_account").size).toBe(0);
  });

  test("watches every account with the plans of the zone", () => {
    expect(security().at("aws_guardduty_organization_configuration.organization")).toMatchObject({
      auto_enable_organization_members: "ALL",
    });
    expect([...security().ofType("aws_guardduty_organization_configuration_feature").keys()]).toEqual(["s3"]);
    expect(security().at("aws_accessanalyzer_analyzer.organization")).toMatchObject({ type: "ORGANIZATION" });
  });

  test("has Security Hub with the region's own standards, unless the home region configures it", () => {
    expect(security().at("aws_securityhub_standards_subscription.foundational-best-practices")).toMatchObject({
      standards_arn: `arn:aws:securityhub:${region}::standards/aws-foundational-security-best-practices/v/1.0.0`,
    });
    const central = {
      ...twoRegions,
      security: { ...twoRegions.security, securityHub: { ...twoRegions.security.securityHub, central: true } },
    };
    expect([...security(central).resources.keys()].filter((address) => address.includes("securityhub"))).toEqual([]);
  });
});
