import { describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../declaration/model";
import { buildOrganization } from "../../org/org-stack";
import { buildStack } from "../fixtures/built-stack";
import { birch } from "../fixtures/zones";

const build = (zone: LandingZone) => buildStack(zone, ({ kind }) => kind === "org", buildOrganization);
const organizationOf = (organization: Partial<LandingZone["organization"]>) =>
  build({ ...birch, organization: { ...birch.organization, ...organization } }).at(
    "aws_organizations_organization.organization",
  );

describe("the stack of an adopted organisation", () => {
  test("trusts the services and enables the policy types it was found with, beside Landfall's own", () => {
    const found = organizationOf({ trustedServices: ["backup.amazonaws.com"], policyTypes: ["BACKUP_POLICY"] });
    expect(found["aws_service_access_principals"]).toEqual(
      expect.arrayContaining(["backup.amazonaws.com", "cloudtrail.amazonaws.com"]),
    );
    expect(found["enabled_policy_types"]).toEqual(expect.arrayContaining(["BACKUP_POLICY", "TAG_POLICY"]));
    expect(found).not.toHaveProperty("lifecycle");
  });

  test("leaves policy types alone when the provider cannot name one of them, which it would switch off", () => {
    const found = organizationOf({ policyTypes: ["S3_POLICY"] });
    expect(found["enabled_policy_types"]).not.toContain("S3_POLICY");
    expect(found["lifecycle"]).toEqual({ ignore_changes: ["enabled_policy_types"] });
  });

  test("gives a policy its own name and description, and attaches it to single accounts", () => {
    const [own] = birch.guardrails.filter(({ document }) => document !== undefined);
    if (!own) throw new Error("birch has no policy of its own");
    const guardrail = { ...own, accounts: ["shop-live"], policyName: "No keys!", description: "" };
    const stack = build({ ...birch, guardrails: [guardrail] });
    expect(stack.at("aws_organizations_policy.deny-access-keys")).toMatchObject({ name: "No keys!", description: "" });
    expect(stack.at("aws_organizations_policy_attachment.deny-access-keys__shop-live")).toMatchObject({
      target_id: "${aws_organizations_account.shop-live.id}",
    });
  });

  test("ignores the tags that others keep on units, accounts and policies", () => {
    const providerOf = (tagKeys: string[]): unknown =>
      JSON.stringify(build({ ...birch, foreign: { ...birch.foreign, tagKeys } }).top["provider"]);
    expect(providerOf(["Team", "CostCenter"])).toContain('"ignore_tags":[{"keys":["CostCenter","Team"]}]');
    expect(providerOf([])).not.toContain("ignore_tags");
  });
});
