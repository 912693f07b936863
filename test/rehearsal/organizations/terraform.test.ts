import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { terraformRoot } from "../terraform";
import { type Emulated, startEmulated } from "./emulated";

let emulated: Emulated;
beforeAll(async () => {
  emulated = await startEmulated();
}, 360_000);
afterAll(() => emulated?.close());

const organization = `
resource "aws_organizations_organization" "this" {
  feature_set                   = "ALL"
  enabled_policy_types          = ["SERVICE_CONTROL_POLICY"]
  aws_service_access_principals = ["config.amazonaws.com"]
}
locals {
  root = aws_organizations_organization.this.roots[0].id
  deny = { Effect = "Deny", Action = "organizations:LeaveOrganization", Resource = "*" }
}
`;

const mustFail = `${organization}
resource "aws_organizations_policy" "big" {
  name    = "big"
  content = jsonencode({ Version = "2012-10-17", Statement = [for n in range(130) : merge(local.deny, { Sid = "DenyLeaving\${n}" })] })
}
resource "aws_organizations_policy" "malformed" {
  name    = "malformed"
  content = jsonencode({ Version = "2012-10-17", Statement = [merge(local.deny, { Principal = "*" })] })
  depends_on = [aws_organizations_organization.this]
}
resource "aws_organizations_policy" "tags" {
  name    = "tags"
  type    = "TAG_POLICY"
  content = jsonencode({ tags = { Owner = { tag_key = { "@@assign" = "Owner" } } } })
  depends_on = [aws_organizations_organization.this]
}
resource "aws_organizations_policy_attachment" "type_not_enabled" {
  policy_id = aws_organizations_policy.tags.id
  target_id = local.root
}
resource "aws_organizations_policy" "many" {
  for_each   = toset([for n in range(10) : tostring(n)])
  name       = "many-\${each.key}"
  content    = jsonencode({ Version = "2012-10-17", Statement = [local.deny] })
  depends_on = [aws_organizations_organization.this]
}
resource "aws_organizations_policy_attachment" "many" {
  for_each  = aws_organizations_policy.many
  policy_id = each.value.id
  target_id = local.root
}
resource "aws_organizations_organizational_unit" "one" {
  name      = "1"
  parent_id = local.root
}
resource "aws_organizations_organizational_unit" "two" {
  name      = "2"
  parent_id = aws_organizations_organizational_unit.one.id
}
resource "aws_organizations_organizational_unit" "three" {
  name      = "3"
  parent_id = aws_organizations_organizational_unit.two.id
}
resource "aws_organizations_organizational_unit" "four" {
  name      = "4"
  parent_id = aws_organizations_organizational_unit.three.id
}
resource "aws_organizations_organizational_unit" "five" {
  name      = "5"
  parent_id = aws_organizations_organizational_unit.four.id
}
resource "aws_organizations_organizational_unit" "six" {
  name      = "6"
  parent_id = aws_organizations_organizational_unit.five.id
}
resource "aws_organizations_organizational_unit" "twin" {
  count     = 2
  name      = "twin"
  parent_id = local.root
}
resource "aws_organizations_account" "email" {
  count      = 2
  name       = "email-\${count.index}"
  email      = "same@acme.example"
  depends_on = [aws_organizations_organization.this]
}
resource "aws_organizations_account" "other" {
  name       = "other"
  email      = "other@acme.example"
  depends_on = [aws_organizations_organization.this]
}
resource "aws_organizations_account" "at_once" {
  count      = 6
  name       = "at-once-\${count.index}"
  email      = "at-once-\${count.index}@acme.example"
  depends_on = [aws_organizations_account.other]
}
resource "aws_organizations_delegated_administrator" "no_access" {
  account_id        = aws_organizations_account.other.id
  service_principal = "guardduty.amazonaws.com"
}
`;

const mustSucceed = `${organization}
resource "aws_organizations_organizational_unit" "unit" {
  for_each  = toset(["security", "shared-services", "workloads", "sandbox", "suspended", "staging"])
  name      = each.key
  parent_id = local.root
}
resource "aws_organizations_organizational_unit" "stage" {
  for_each  = toset(["prod", "nonprod"])
  name      = each.key
  parent_id = aws_organizations_organizational_unit.unit["workloads"].id
}
resource "aws_organizations_account" "first" {
  count     = 5
  name      = "first-\${count.index}"
  email     = "aws+first-\${count.index}@acme.example"
  parent_id = aws_organizations_organizational_unit.unit["security"].id
  tags      = { owner = "platform" }
}
resource "aws_organizations_account" "second" {
  count      = 5
  name       = "second-\${count.index}"
  email      = "aws+second-\${count.index}@acme.example"
  parent_id  = aws_organizations_organizational_unit.stage["prod"].id
  depends_on = [aws_organizations_account.first]
}
resource "aws_organizations_policy" "deny" {
  count      = 8
  name       = "deny-\${count.index}"
  content    = jsonencode({ Version = "2012-10-17", Statement = [local.deny] })
  depends_on = [aws_organizations_organization.this]
}
resource "aws_organizations_policy_attachment" "root" {
  count     = 8
  policy_id = aws_organizations_policy.deny[count.index].id
  target_id = local.root
}
resource "aws_organizations_delegated_administrator" "config" {
  account_id        = aws_organizations_account.first[0].id
  service_principal = "config.amazonaws.com"
}
`;

describe("Terraform with the real provider", () => {
  test.concurrent(
    "a zone that must fail fails with AWS's own errors, none of them retried for minutes",
    async () => {
      emulated.expect("111111111111", { creationMilliseconds: 8_000, writesPerSecond: 50, writeBurst: 50 });
      const root = await terraformRoot(mustFail, emulated.proxyUrl, "111111111111");
      try {
        const { exitCode, output, seconds } = await root.run("apply", "-auto-approve", "-parallelism=20");
        expect(exitCode).toBe(1);
        const flat = output.replace(/\s+/g, " ");
        for (const error of [
          "creating Organizations Policy (big): operation error Organizations: CreatePolicy, .* ConstraintViolationException: You have exceeded the maximum policy size.",
          "creating Organizations Policy (malformed): .* MalformedPolicyDocumentException: The provided policy document does not meet the requirements of the specified policy type.",
          "AttachPolicy, .* PolicyTypeNotEnabledException: This operation can be performed only for enabled policy types.",
          "AttachPolicy, .* ConstraintViolationException: You have attached the maximum number of policies to the specified target.",
          "ConstraintViolationException: You cannot add an organizational unit to the specified parent because it would exceed the max depth allowed.",
          "DuplicateOrganizationalUnitException: An OU with the same name already exists.",
          "last error: EMAIL_ALREADY_EXISTS",
          "CreateAccount, .* ConstraintViolationException: You have exceeded the number of accounts that can be in progress at a time.",
          "RegisterDelegatedAdministrator, .* ConstraintViolationException: You must enable service access",
        ])
          expect(flat).toMatch(new RegExp(error.replace(/[()]/g, "\\$&")));
        expect(seconds).toBeLessThan(100);
      } finally {
        root.remove();
      }
    },
    180_000,
  );

  test.concurrent(
    "a zone of 11 accounts, 8 units and 8 policies succeeds in spite of throttling and eventual accounts",
    async () => {
      emulated.expect("222222222222", { creationMilliseconds: 2_000, writesPerSecond: 5, writeBurst: 5 });
      const root = await terraformRoot(mustSucceed, emulated.proxyUrl, "222222222222");
      try {
        const { exitCode, output, seconds } = await root.run("apply", "-auto-approve");
        expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
        expect(output).toContain("Apply complete! Resources: 36 added");
        expect(seconds).toBeLessThan(120);
        const refused = emulated.record({ status: 400, account: "222222222222" });
        expect(refused.length).toBeGreaterThan(5);
        const again = await root.run("plan", "-detailed-exitcode");
        expect(again).toMatchObject({ exitCode: 0 });
      } finally {
        root.remove();
      }
    },
    240_000,
  );
});
