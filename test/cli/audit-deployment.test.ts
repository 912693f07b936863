import { describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import { deploymentLook } from "../../cli/audit-deployment";
import { stackNeeds, synthesised } from "../../cli/stack-needs";
import { needsOf } from "../../audit/lockout/needs";
import { loadZone } from "../../declaration/load";
import { withPlaceholderIds } from "../../declaration/placeholder-ids";
import { stacksOf } from "../../declaration/stacks";
import { loadUniverse } from "../../engine/universe/load-universe";

const zone = withPlaceholderIds(loadZone(join(__dirname, "..", "..", "zone")));
const needs = stackNeeds(zone);

/** Whose a service's stack in a development account is. */
function ownerOfService(stack: string): Parameters<typeof needsOf>[0] {
  const account = stack.replace(/-[a-z]+$/, "");
  return {
    stack,
    account,
    accountId: zone.ids.get(`account/${account}`),
    partition: "aws",
    role: "landfall-service",
    region: zone.regions.home,
  };
}

describe("what the zone's own stacks need", () => {
  test("is known of every stack outside the management account", () => {
    const stacks = stacksOf(zone).filter(({ identity }) => identity !== "org");
    expect(needs.map(({ stack }) => stack)).toEqual(stacks.map(({ id }) => id));
    expect(needs.every(({ resources }) => resources.length > 0)).toBe(true);
  });

  test("is, for a stack that is only like another, what its own JSON says", () => {
    for (const stack of ["orders-prod", "orders-prod-orders"]) {
      const json = synthesised(zone, [stack]).get(stack);
      const said = needs.find((each) => each.stack === stack);
      if (json === undefined || said === undefined) throw new Error(stack);
      const service = stack.endsWith("-orders");
      const own = needsOf(
        {
          stack,
          account: "orders-prod",
          accountId: zone.ids.get("account/orders-prod"),
          partition: "aws",
          role: service ? "landfall-service" : "landfall-platform",
          region: zone.regions.home,
          stateBucket: service ? `acme-landfall-state-${zone.ids.get("account/orders-prod")}` : undefined,
        },
        json,
      );
      expect(said).toEqual(own);
    }
  });

  test("is the same whether the functions of services have their code or not", () => {
    const services = ["orders", "payments"].map((service) => `${service}-dev-${service}`);
    const [without, built] = (["left out", "built"] as const).map((code) => synthesised(zone, services, code));
    for (const stack of services) {
      const texts = [without?.get(stack) ?? "", built?.get(stack) ?? ""];
      const [one, other] = texts.map((text) => needsOf(ownerOfService(stack), text));
      expect(one?.resources.filter(({ type }) => type === "aws_lambda_function").length).toBeGreaterThan(1);
      expect(other).toEqual(one);
      // Were the code left out of both, nothing would be compared.
      expect(texts[0]).not.toBe(texts[1]);
    }
  });

  test("the sample zone's guardrails let be done", () => {
    const { findings, principals } = deploymentLook(zone, loadUniverse(), undefined);
    expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
    expect(principals).toContain(`arn:aws:iam::${zone.ids.get("account/orders-dev")}:role/service/orders-getOrder`);
  });

  test("and a guardrail that keeps log groups from services does not", () => {
    const guardrails = [...zone.guardrails, { name: "keep-log-groups", attachTo: ["workloads"], document: undefined }];
    const { findings } = deploymentLook({ ...zone, guardrails }, loadUniverse(), "orders-dev");
    expect(findings).toMatchObject([
      { rule: "locked-out", severity: "error", where: { guardrail: "keep-log-groups", account: "orders-dev" } },
      { rule: "removal-locked-out", severity: "note" },
    ]);
    expect(findings[0]?.message).toContain("landfall-service may not do logs:PutRetentionPolicy");
  });
});
