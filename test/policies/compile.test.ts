import { describe, expect, test } from "@jest/globals";
import type { GuardrailAttachment } from "../../declaration/model";
import { UserError } from "../../declaration/user-error";
import { compileGuardrails } from "../../policies/compile";
import { birch, sample } from "../fixtures/zones";

const compiled = (guardrail: GuardrailAttachment) => compileGuardrails({ ...sample, guardrails: [guardrail] })[0];

describe("compiling guardrails", () => {
  test("minifies a policy of the zone's own and changes nothing in it", () => {
    const own = compileGuardrails(birch).find(({ guardrail }) => guardrail === "deny-access-keys");
    expect(own?.document).not.toMatch(/\s/);
    expect(JSON.parse(own?.document ?? "")).toMatchObject({ Statement: [{ Sid: "DenyLongLivedAccessKeys" }] });
    expect(own?.attachTo).toEqual(["Apps/Retail/Live", "Apps/Research"]);
  });

  test("takes the type from the catalogue, or from the declared kind of a policy of the zone's own", () => {
    const own = { name: "own", attachTo: ["root"], document: '{"Version":"2012-10-17","Statement":[]}' };
    expect(compiled({ ...own, kind: "rcp" })?.type).toBe("RESOURCE_CONTROL_POLICY");
    expect(compiled(own)?.type).toBe("SERVICE_CONTROL_POLICY");
    expect(compiled({ name: "protect-trail", attachTo: ["root"], document: undefined })?.type).toBe(
      "SERVICE_CONTROL_POLICY",
    );
  });

  test("lets the roles through that the zone exempts", () => {
    const guardrail = { name: "protect-trail", attachTo: ["root"], document: undefined, exemptRoles: ["break-glass"] };
    expect(compiled(guardrail)?.document).toContain("arn:aws:iam::*:role/break-glass");
    expect(compiled({ ...guardrail, exemptRoles: [] })?.document).not.toContain("break-glass");
  });

  test("refuses an exemption from a guardrail that lets nobody through", () => {
    const name = "deny-leaving-organization";
    const guardrail = { name, attachTo: ["root"], document: undefined, exemptRoles: ["break-glass"] };
    expect(() => compiled(guardrail)).toThrow(UserError);
    expect(() => compiled(guardrail)).toThrow(`the guardrail ${name} lets nobody through`);
  });
});
