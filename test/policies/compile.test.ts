import { describe, expect, test } from "@jest/globals";
import type { GuardrailAttachment, LandingZone } from "../../declaration/model";
import { UserError } from "../../declaration/user-error";
import { compileGuardrails } from "../../policies/compile";
import { policyQuotas } from "../../policies/quotas";
import { birch, sample } from "../fixtures/zones";

const withGuardrails = (guardrails: readonly GuardrailAttachment[]): LandingZone => ({ ...sample, guardrails });

function ownPolicy(name: string, actions: number, attachTo: readonly string[] = ["root"]): GuardrailAttachment {
  const Action = Array.from({ length: actions }, (_, index) => `ec2:Action${String(index).padStart(5, "0")}`);
  const document = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action, Resource: "*" }] };
  return { name, attachTo, document: JSON.stringify(document, undefined, 4) };
}

describe("compiling guardrails", () => {
  test("keeps every policy of the sample under half of AWS's quota, so that a zone can grow", () => {
    for (const { document } of compileGuardrails(sample)) {
      expect(Buffer.byteLength(document)).toBeLessThan(policyQuotas.documentBytes / 2);
    }
  });

  test("minifies a policy of the zone's own and changes nothing in it", () => {
    const own = compileGuardrails(birch).find(({ guardrail }) => guardrail === "deny-access-keys");
    expect(own?.document).not.toMatch(/\s/);
    expect(JSON.parse(own?.document ?? "")).toMatchObject({ Statement: [{ Sid: "DenyLongLivedAccessKeys" }] });
    expect(own?.attachTo).toEqual(["Apps/Retail/Live", "Apps/Research"]);
  });

  test("counts a policy's bytes after minifying", () => {
    const spacious = ownPolicy("spacious", 500);
    expect(Buffer.byteLength(spacious.document ?? "")).toBeGreaterThan(policyQuotas.documentBytes);
    expect(compileGuardrails(withGuardrails([spacious]))).toHaveLength(1);
  });

  test("refuses a policy that is too large, with its size and the remedy", () => {
    const compile = (): unknown => compileGuardrails(withGuardrails([ownPolicy("huge", 700)]));
    expect(compile).toThrow(UserError);
    expect(compile).toThrow(/^guardrail huge: its policy has 12\d{3} bytes when minified, and AWS takes 10240$/);
  });

  test("refuses a tenth policy of the zone's on one target, because FullAWSAccess is there already", () => {
    const guardrails = Array.from({ length: 10 }, (_, index) => ownPolicy(`own-${index}`, 1, ["workloads"]));
    expect(compileGuardrails(withGuardrails(guardrails.slice(0, 9)))).toHaveLength(9);
    expect(() => compileGuardrails(withGuardrails(guardrails))).toThrow(
      "guardrail own-9: with it workloads has 10 policies, and AWS takes 9 beside FullAWSAccess",
    );
  });
});
