import { expect, test } from "@jest/globals";
import { loadZone } from "../../../declaration/load";
import { loadUniverse } from "../../../engine/universe/load-universe";
import { actionsOf } from "../../../rehearsal/authorize/actions/needs-of";
import type { KeptRehearsal } from "../kept-rehearsal";
import { attackName } from "./principals";
import { attackOn } from "./try-moves";

/** Attacks a kept rehearsal through the real SDK: its answers are those that the audit gives for the zone as declared. */
export function attack(rehearsal: () => KeptRehearsal): void {
  test("every attack is allowed or refused as the audit of the declaration says", async () => {
    const kept = rehearsal();
    const zone = loadZone(kept.zone);
    const before = kept.calls().length;
    const started = Date.now();
    const tried = await attackOn(zone, endpointOf(kept));
    const seconds = (Date.now() - started) / 1000;
    const refused = tried.filter(({ expected }) => expected === "refused").length;
    console.log(
      `${tried.length} attacks in ${seconds.toFixed(1)} s: ${refused} refused, ${tried.length - refused} allowed`,
    );

    expect(tried.filter(({ expected, observed }) => expected !== observed)).toEqual([]);
    expect(tried.length).toBeGreaterThanOrEqual(40);
    expect(Math.min(refused, tried.length - refused)).toBeGreaterThanOrEqual(10);
    const calls = kept.calls().slice(before);
    expect(calls.filter(({ authorization }) => authorization?.verdict === "undecided")).toEqual([]);
    const denied = calls.filter(({ authorization }) => authorization?.verdict === "denied");
    expect(denied.length).toBeGreaterThanOrEqual(refused);
    expect(new Set(tried.map(({ who }) => who.split("@")[1])).size).toBeGreaterThanOrEqual(3);
    expect(calls.some(({ principal }) => principal.endsWith(`/${attackName}`))).toBe(true);
  }, 120_000);

  test("every operation anybody called has actions in AWS's reference", () => {
    const named = new Set(
      rehearsal()
        .calls()
        .map(({ service, operation }) => `${service}:${operation}`),
    );
    const universe = loadUniverse();
    const unknown = [...named].filter((name) => {
      const [service = "", operation = ""] = name.split(":");
      // Their actions are HTTP methods.
      return (
        service !== "apigateway" &&
        operation !== "DeliverToBus" &&
        actionsOf(service, operation).some((action) => !universe.find(action))
      );
    });
    expect(unknown).toEqual([]);
  });
}

/** SDK clients take the gateway's token in the path. */
function endpointOf({ environment }: KeptRehearsal): string {
  const proxy = new URL(environment["HTTP_PROXY"] ?? "");
  return `http://${proxy.host}/${proxy.password}`;
}
