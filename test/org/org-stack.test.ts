import { describe, expect, test } from "@jest/globals";
import { idsFrom } from "../../declaration/ids";
import { buildOrganization } from "../../org/org-stack";
import { birch, govCloud, sample } from "../fixtures/zones";
import { buildStack } from "../fixtures/built-stack";
import type { LandingZone } from "../../declaration/model";

const build = (zone: LandingZone) => buildStack(zone, ({ kind }) => kind === "org", buildOrganization);
const stack = build(sample);
const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
const accounts = stack.ofType("aws_organizations_account");

describe("the organisation's tree", () => {
  test("has every unit under its parent, by reference, so that Terraform creates parents first", () => {
    expect(stack.at("aws_organizations_organizational_unit.workloads")).toMatchObject({
      name: "workloads",
      parent_id: "${aws_organizations_organization.organization.roots[0].id}",
    });
    expect(stack.at("aws_organizations_organizational_unit.workloads_prod")).toMatchObject({
      name: "prod",
      parent_id: "${aws_organizations_organizational_unit.workloads.id}",
    });
  });

  test("has every account but the management account, in its unit", () => {
    expect([...accounts.keys()]).toEqual(
      sample.accounts.map(({ name }) => name).filter((name) => name !== "management"),
    );
    expect(accounts.get("orders-prod")).toMatchObject({
      email: "aws+orders-prod@acme.example",
      parent_id: "${aws_organizations_organizational_unit.workloads_prod.id}",
      role_name: "landfall-platform",
      close_on_deletion: false,
    });
  });

  test("names the account and its owner in its tags, not the management account's", () => {
    expect(accounts.get("orders-prod")).toMatchObject({
      tags: {
        organization: "acme",
        environment: "prod",
        "landfall:account": "orders-prod",
        "landfall:owner": "orders",
      },
    });
  });

  test("records the ids that other stacks need", () => {
    expect(stack.ids).toMatchObject({
      organization: "${aws_organizations_organization.organization.id}",
      root: "${aws_organizations_organization.organization.roots[0].id}",
      "account/management": "${aws_organizations_organization.organization.master_account_id}",
      "account/orders-dev": "${aws_organizations_account.orders-dev.id}",
      "organizational-unit/workloads/prod": "${aws_organizations_organizational_unit.workloads_prod.id}",
    });
  });

  test("is the same before the first deployment as after it", () => {
    const before = build({ ...sample, ids: idsFrom({}) });
    expect([...before.resources]).toEqual([...stack.resources]);
  });
});

describe("creating accounts", () => {
  const waitsFor = (name: string): unknown => accounts.get(name)?.["depends_on"];

  test("has never more than five under way", () => {
    const names = [...accounts.keys()];
    names.forEach((name, index) => {
      const earlier = names[index - 5];
      expect(waitsFor(name)).toEqual(earlier === undefined ? undefined : [`aws_organizations_account.${earlier}`]);
    });
  });

  test("changes nothing of the others but the order when one is added", () => {
    const newcomer = { ...sample.foundation.network, name: "newcomer", email: "new@acme.example" };
    const accounts = [...sample.accounts, newcomer].sort(byName);
    const grown = build({ ...sample, accounts });
    for (const [address, attributes] of stack.resources) {
      expect({ ...grown.at(address), depends_on: undefined }).toEqual({ ...attributes, depends_on: undefined });
    }
  });
});

const oneDeny = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"ec2:*","Resource":"*"}]}';

describe("guardrails", () => {
  test("are attached to the root and to units", () => {
    expect(stack.at("aws_organizations_policy_attachment.root__1")).toMatchObject({
      policy_id: "${aws_organizations_policy.root__1.id}",
      target_id: "${aws_organizations_organization.organization.roots[0].id}",
    });
    expect(stack.at("aws_organizations_policy_attachment.suspended__1")).toMatchObject({
      target_id: "${aws_organizations_organizational_unit.suspended.id}",
    });
  });

  test("may be the zone's own, deep in the tree", () => {
    const own = build(birch);
    expect(own.at("aws_organizations_policy.Apps_Retail_Live__1")).toMatchObject({
      name: "birch-Apps/Retail/Live-1",
      description: "Guardrails: deny-access-keys",
      type: "SERVICE_CONTROL_POLICY",
    });
    expect(own.at("aws_organizations_policy_attachment.Apps_Retail_Live__1")).toMatchObject({
      target_id: "${aws_organizations_organizational_unit.Apps_Retail_Live.id}",
    });
  });

  test("on accounts are attached under the account's own address, so that one set follows another without a gap", () => {
    const own = { name: "own", attachTo: [], accounts: ["orders-dev"], document: oneDeny };
    const onAccount = build({ ...sample, guardrails: [own] });
    expect(onAccount.at("aws_organizations_policy_attachment.account__orders-dev__1")).toMatchObject({
      policy_id: "${aws_organizations_policy.accounts__own__1.id}",
      target_id: "${aws_organizations_account.orders-dev.id}",
      lifecycle: { create_before_destroy: true },
    });
  });

  test("change in a pack after the packs behind it are attached, and before those are detached", () => {
    const Action = Array.from({ length: 500 }, (_, index) => `ec2:Action${index}`);
    const guardrails = ["a", "b"].map((name) => ({
      name,
      attachTo: ["sandbox"],
      document: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Deny", Action, Resource: `arn:aws:ec2:*:*:${name}/*`, Condition: { Null: { [name]: "true" } } },
        ],
      }),
    }));
    const split = build({ ...sample, guardrails });
    expect(split.at("aws_organizations_policy.sandbox__1")).toMatchObject({
      depends_on: expect.arrayContaining(["aws_organizations_policy_attachment.sandbox__2"]),
      lifecycle: { create_before_destroy: true },
    });
    expect(split.at("aws_organizations_policy.sandbox__2")["depends_on"]).toEqual([
      "aws_organizations_organization.organization",
    ]);
    expect(split.at("aws_organizations_policy_attachment.sandbox__2")).toMatchObject({
      lifecycle: { create_before_destroy: true },
    });
  });
});

describe("detection", () => {
  test.each(["access-analyzer", "config", "config-multiaccountsetup"])(
    "of %s is delegated to the security tooling account",
    (service) => {
      expect(stack.at(`aws_organizations_delegated_administrator.${service}`)).toMatchObject({
        account_id: "${aws_organizations_account.security-tooling.id}",
        service_principal: `${service}.amazonaws.com`,
      });
    },
  );

  test("by GuardDuty and Security Hub is delegated by their own calls", () => {
    for (const type of ["aws_guardduty_organization_admin_account", "aws_securityhub_organization_admin_account"]) {
      expect(stack.at(`${type}.security-tooling`)).toMatchObject({
        admin_account_id: "${aws_organizations_account.security-tooling.id}",
      });
    }
  });

  test("is delegated only for services that are trusted", () => {
    const trusted = stack.at("aws_organizations_organization.organization")["aws_service_access_principals"];
    for (const { service_principal } of stack.ofType("aws_organizations_delegated_administrator").values()) {
      expect(trusted).toContain(service_principal);
    }
  });
});

describe("contacts and budgets", () => {
  test("are the account's own", () => {
    expect(stack.at("aws_account_alternate_contact.orders-dev_operations")).toMatchObject({
      account_id: "${aws_organizations_account.orders-dev.id}",
      alternate_contact_type: "OPERATIONS",
      email_address: "orders-team@acme.example",
    });
    expect(stack.at("aws_budgets_budget.orders-dev")).toMatchObject({
      name: "acme-orders-dev-monthly",
      limit_amount: "200",
      cost_filter: [{ name: "LinkedAccount", values: ["${aws_organizations_account.orders-dev.id}"] }],
      notification: [{ threshold: 80 }, { threshold: 100 }],
    });
  });

  test("leave the account out for the management account, which may not name itself", () => {
    const contact = { name: "n", email: "s@acme.example", phone: "+1 1", title: "t" };
    const contacts = { security: contact };
    const zone = {
      ...sample,
      accounts: sample.accounts.map((account) => (account.name === "management" ? { ...account, contacts } : account)),
    };
    expect(build(zone).at("aws_account_alternate_contact.management_security")).not.toHaveProperty("account_id");
  });
});

test("no ARN of another partition is in the stack", () => {
  expect(JSON.stringify([...build(govCloud).resources])).not.toContain("arn:aws:");
});
