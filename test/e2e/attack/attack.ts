import { expect, test } from "@jest/globals";
import { boundsOf } from "../../../audit/bounds-of";
import { loadZone } from "../../../declaration/load";
import type { LandingZone } from "../../../declaration/model";
import { decide } from "../../../engine/decide/decide";
import type { Verdict } from "../../../engine/decide/decision";
import type { KeptRehearsal } from "../kept-rehearsal";
import { attackers, attackName, type Caller } from "./principals";
import { type Move, moves } from "./moves";

interface Tried {
  readonly who: string;
  readonly what: string;
  readonly expected: "allowed" | "refused";
  readonly observed: "allowed" | "refused";
  readonly said: string;
}

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
    expect(calls.some(({ principal }) => principal.endsWith(`/${attackName}`))).toBe(true);
  }, 120_000);
}

async function attackOn(zone: LandingZone, endpoint: string): Promise<readonly Tried[]> {
  const attacking = attackers(zone, endpoint);
  const tried: Tried[] = [];
  try {
    for (const move of moves) {
      for (const who of move.by) {
        const { principal, account } = named(who);
        const caller = await attacking.as(principal, account);
        const expected = declared(zone, move, account, caller) === "allowed" ? "allowed" : "refused";
        tried.push({ who, what: move.what, expected, ...(await observe(() => move.send(caller.settings, zone))) });
      }
    }
  } finally {
    await attacking.leave();
  }
  return tried;
}

function named(who: Move["by"][number]): {
  principal: Parameters<ReturnType<typeof attackers>["as"]>[0];
  account: string;
} {
  const [principal, account = ""] = who.split("@");
  switch (principal) {
    case "platform":
    case "administrator":
    case "function":
    case "pipeline":
    case "root":
      return { principal, account };
    default:
      throw new Error(`nobody is called ${who}`);
  }
}

/** The audit's decision, with everything known about the request. */
function declared(zone: LandingZone, move: Move, account: string, caller: Caller): Verdict {
  const { context, ...request } = move.request(zone, account);
  const isRoot = caller.arn.endsWith(":root");
  const common = {
    "aws:PrincipalArn": caller.arn,
    "aws:PrincipalAccount": zone.ids.get(`account/${account}`) ?? "",
    "aws:PrincipalType": isRoot ? "Account" : "AssumedRole",
    "aws:PrincipalOrgID": zone.ids.get("organization") ?? "o-organization",
    "aws:PrincipalIsAWSService": "false",
    "aws:ViaAWSService": "false",
    "aws:RequestedRegion": zone.regions.home,
    "aws:SecureTransport": "true",
    "aws:CurrentTime": new Date().toISOString(),
  };
  return decide(boundsOf(zone, account), { ...request, principal: caller.arn, context: { ...common, ...context } })
    .verdict;
}

/** Refused is what a policy of the organisation refuses; what is not there, or is not there to be served, was let through. */
async function observe(send: () => Promise<unknown>): Promise<Pick<Tried, "observed" | "said">> {
  try {
    await send();
    return { observed: "allowed", said: "" };
  } catch (error) {
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const isRefused =
      /^(AccessDenied(Exception)?|UnauthorizedOperation|AuthorizationError): .*(service|resource) control policy/s;
    return { observed: isRefused.test(said) ? "refused" : "allowed", said };
  }
}

/** SDK clients take the gateway's token in the path. */
function endpointOf({ environment }: KeptRehearsal): string {
  const proxy = new URL(environment["HTTP_PROXY"] ?? "");
  return `http://${proxy.host}/${proxy.password}`;
}
