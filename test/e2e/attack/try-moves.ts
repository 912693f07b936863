import { boundsOf } from "../../../audit/bounds-of";
import type { LandingZone } from "../../../declaration/model";
import { decide } from "../../../engine/decide/decide";
import type { Verdict } from "../../../engine/decide/decision";
import { type Move, moves } from "./moves";
import { attackers, type Caller, type Principal } from "./principals";

export interface Tried {
  readonly who: string;
  readonly what: string;
  readonly expected: "allowed" | "refused";
  readonly observed: "allowed" | "refused";
  readonly said: string;
}

/** Makes every move as everybody who is to make it. */
export async function attackOn(zone: LandingZone, endpoint: string): Promise<readonly Tried[]> {
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

function named(who: Move["by"][number]): { readonly principal: Principal; readonly account: string } {
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

/**
 * Refused is what a policy of the organisation refuses; what is not there, or is not there to be served, was let through.
 *
 * @throws what kept a call from being answered at all
 */
async function observe(send: () => Promise<unknown>): Promise<Pick<Tried, "observed" | "said">> {
  try {
    await send();
    return { observed: "allowed", said: "" };
  } catch (error) {
    if (error instanceof Error && ("syscall" in error || error.name === "TimeoutError")) throw error;
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const isRefused =
      /^(AccessDenied(Exception)?|UnauthorizedOperation|AuthorizationError): .*(service|resource) control policy/s;
    return { observed: isRefused.test(said) ? "refused" : "allowed", said };
  }
}
