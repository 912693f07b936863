import { describe, expect, test } from "@jest/globals";
import type { Account, LandingZone } from "../../declaration/model";
import { stacksOf } from "../../declaration/stacks";
import { buildRules } from "../../security/rules-stack";
import { buildStack } from "../fixtures/built-stack";
import { sample } from "../fixtures/zones";

type Config = LandingZone["security"]["config"];

const rule = { identifier: "ENCRYPTED_VOLUMES", parameters: {}, resourceTypes: [], except: [] };
const withConfig = (config: Partial<Config>, zone: LandingZone = sample): LandingZone => ({
  ...zone,
  security: { ...zone.security, config: { rules: {}, conformancePacks: {}, ...config } },
});
const build = (config: Partial<Config>, zone?: LandingZone) =>
  buildStack(withConfig(config, zone), ({ kind }) => kind === "rules", buildRules);
const idOf = (name: string): string => sample.ids.get(`account/${name}`);

describe("the stack of rules", () => {
  test("is there only with rules, after every account's recorder and in the account that administers AWS Config", () => {
    expect(stacksOf(sample).map(({ id }) => id)).not.toContain("rules");
    const spec = stacksOf(withConfig({ rules: { encrypted: rule } })).find(({ id }) => id === "rules");
    expect(spec?.account.name).toBe("security-tooling");
    expect(spec?.after).toEqual(expect.arrayContaining(["security", "management", "orders-dev", "log-archive"]));
  });

  test("is told which accounts it needs to know", () => {
    const excepting = withConfig({ rules: { encrypted: { ...rule, except: ["sandbox", "orders-dev"] } } });
    const needs = stacksOf(excepting).find(({ id }) => id === "rules")?.needs;
    expect(needs).toEqual(expect.arrayContaining(["account/orders-dev", "account/security-tooling"]));
    expect(needs).not.toContain("account/payments-dev");
  });
});

describe("rules", () => {
  test("say what is judged, and of which resources", () => {
    const stack = build({
      rules: {
        keys: { ...rule, identifier: "ACCESS_KEYS_ROTATED", parameters: { maxAccessKeyAge: "90" } },
        volumes: { ...rule, resourceTypes: ["AWS::EC2::Volume"] },
      },
    });
    expect(stack.at("aws_config_organization_managed_rule.keys")).toEqual(
      expect.objectContaining({
        name: "acme-keys",
        rule_identifier: "ACCESS_KEYS_ROTATED",
        input_parameters: '{"maxAccessKeyAge":"90"}',
      }),
    );
    expect(stack.at("aws_config_organization_managed_rule.keys")).not.toHaveProperty("excluded_accounts");
    expect(stack.at("aws_config_organization_managed_rule.volumes")).toMatchObject({
      resource_types_scope: ["AWS::EC2::Volume"],
    });
  });

  test("are not made where they are excepted, nor where nothing records for them", () => {
    const suspended = (account: Account): Account =>
      account.name === "payments-dev" ? { ...account, status: "suspended" } : account;
    const zone: LandingZone = {
      ...sample,
      accounts: sample.accounts.map(suspended),
      foreign: { ...sample.foreign, accounts: { "999999999999": { name: "Legacy", email: "legacy@acme.example" } } },
    };
    const stack = build(
      {
        rules: { everywhere: rule, rarely: { ...rule, except: ["workloads/prod", "log-archive"] } },
        conformancePacks: { storage: { rules: { encrypted: rule }, except: [] } },
      },
      zone,
    );
    const inProduction = ["fulfilment", "notifications", "orders", "payments", "reports"].map((name) => `${name}-prod`);
    const excluded = (address: string): unknown => stack.at(address)["excluded_accounts"];
    expect(excluded("aws_config_organization_managed_rule.everywhere")).toEqual(
      [idOf("payments-dev"), "999999999999"].sort(),
    );
    expect(excluded("aws_config_organization_managed_rule.rarely")).toEqual(
      [...["payments-dev", ...inProduction, "log-archive"].map(idOf), "999999999999"].sort(),
    );
    expect(excluded("aws_config_organization_conformance_pack.storage")).toEqual(
      [idOf("payments-dev"), "999999999999"].sort(),
    );
  });
});

test("a conformance pack is a template of its rules", () => {
  const rules = {
    "buckets-logged": { identifier: "S3_BUCKET_LOGGING_ENABLED", parameters: { targetBucket: "logs" } },
    buckets: { identifier: "S3_BUCKET_VERSIONING_ENABLED", parameters: {} },
  };
  const stack = build({ conformancePacks: { storage: { rules, except: [] } } });
  const pack = stack.at("aws_config_organization_conformance_pack.storage");
  expect(pack["name"]).toBe("acme-storage");
  expect(JSON.parse(String(pack["template_body"]))).toEqual({
    Resources: {
      BucketsLogged: {
        Type: "AWS::Config::ConfigRule",
        Properties: {
          ConfigRuleName: "buckets-logged",
          InputParameters: { targetBucket: "logs" },
          Source: { Owner: "AWS", SourceIdentifier: "S3_BUCKET_LOGGING_ENABLED" },
        },
      },
      Buckets: {
        Type: "AWS::Config::ConfigRule",
        Properties: {
          ConfigRuleName: "buckets",
          Source: { Owner: "AWS", SourceIdentifier: "S3_BUCKET_VERSIONING_ENABLED" },
        },
      },
    },
  });
});
