import { describe, expect, test } from "@jest/globals";
import { stacksOf } from "../../../declaration/stacks";
import { waitingFor } from "../../../declaration/waiting";
import type { LandingZone } from "../../../declaration/model";
import { idsFrom } from "../../../declaration/ids";
import { whatIsMissing } from "../../../delivery/plan/what-is-missing";
import { sample } from "../../fixtures/zones";

/** The sample when some ids are not locked yet. */
function without(isMissing: (key: string) => boolean): LandingZone {
  return { ...sample, ids: idsFrom(Object.fromEntries(sample.ids.entries().filter(([key]) => !isMissing(key)))) };
}

function said(zone: LandingZone, stack: string): string {
  const spec = stacksOf(zone).find(({ id }) => id === stack);
  if (!spec) throw new Error(`the sample has no stack ${stack}`);
  return whatIsMissing(spec, waitingFor(zone, spec));
}

describe("a stack that waits", () => {
  test("for its account says so, whatever else it waits for", () => {
    expect(
      said(
        without(() => true),
        "orders-dev",
      ),
    ).toBe("the account exists");
  });

  test("for other stacks names them, a few of them", () => {
    const accountsThere = (key: string): boolean => !key.startsWith("account/") && key !== "organization";
    expect(said(without(accountsThere), "orders-dev")).toBe("logs, network are deployed");
    expect(
      said(
        without((key) => key === "transit-gateway"),
        "orders-dev",
      ),
    ).toBe("network is deployed");
    expect(said(without(accountsThere), "routing")).toMatch(/^network and \d others are deployed$/);
  });

  test("for a range says so", () => {
    const { network } = sample;
    const zone = { ...sample, network: { ...network, egress: { ...network.egress, cidr: undefined } } };
    expect(said(zone, "network")).toBe("its address range is recorded");
  });
});
