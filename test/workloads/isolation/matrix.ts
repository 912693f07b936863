import { compileBounds } from "../../../engine/decide/compile";
import { matchesResource } from "../../../engine/match/resource";
import type { Request } from "../../../engine/request";
import { type Asked, askedAbout } from "./asked";
import { type Declared, declaredFunctions, declaredOf, homeOf } from "./declared";
import { type BuiltFunction, functionsOf } from "./functions";
import { resolver } from "./resolve";
import { type ResourcePolicy, resourcePolicies } from "./resource-policies";
import { type Resource, resourcesOf, type SynthesisedZone } from "./resources";
import { strangersTo, type Thing, thingsOf, unknownKinds } from "./things";

/** Every function of a zone against everything in it. */
export interface Matrix {
  readonly functions: number;
  readonly things: number;
  readonly decisions: number;
  /** Decisions that were `allowed`. */
  readonly allowed: number;
  /** What is not as declared, in words. */
  readonly wrong: readonly string[];
}

/** An event that somebody could put. */
interface Event {
  readonly source: string;
  readonly type: string;
}

/**
 * Decides, for every function and every thing of the zone, each action there is on such a thing, and compares with what the function declares.
 *
 * @param resources in place of those that are synthesised: a twin's
 */
export function isolation(zone: SynthesisedZone, resources: readonly Resource[] = resourcesOf(zone)): Matrix {
  const resolve = resolver(resources);
  const inServices = resources.filter(({ stack }) => zone.services.has(stack));
  const homes = [...zone.services].map(([stack, definition]) => {
    const place = resources.find((each) => each.stack === stack);
    const account = zone.zone.accounts.find(({ name }) => zone.zone.ids.get(`account/${name}`) === place?.account);
    return { stack, definition, home: homeOf(zone.zone, account?.name ?? "", definition) };
  });
  const things = [...thingsOf(resources), ...homes.flatMap(({ home }) => strangersTo(home.service, home))];
  const asked = askedAbout(things.map(({ arn }) => arn));
  const policies = new Map<string, ResourcePolicy["statements"]>();
  for (const { owner, statements } of resourcePolicies(resources, resolve)) {
    policies.set(owner, [...(policies.get(owner) ?? []), ...statements]);
  }
  const senders = [...new Set(homes.map(({ home }) => home.sender)), "stranger@stranger.example"];
  const organization = zone.zone.ids.get("organization");
  const published = new Map(homes.map(({ home }) => [home.service, home.publishes]));
  const events = [...published, ["stranger", ["Stranger"]] as const].flatMap(([source, names]) =>
    names.map((name): Event => ({ source, type: name.replace(/\.v\d+$/, "") })),
  );
  const wrong: string[] = [...unknownKinds(inServices)];
  const count = { functions: 0, decisions: 0, allowed: 0 };
  for (const { stack, definition, home } of homes) {
    const built = functionsOf(
      resources.filter((each) => each.stack === stack),
      resources,
      resolve,
    );
    const declared = declaredFunctions(definition, home.centralBus !== undefined);
    wrong.push(
      ...notBoth(
        stack,
        home.service,
        built,
        declared.map(({ id }) => id),
      ),
    );
    for (const one of built) {
      const spec = declared.find(({ id }) => one.name === `${home.service}-${id}`);
      if (spec === undefined) continue;
      const found = decideAll(one, declaredOf(home, spec), { things, asked, policies, events, senders, organization });
      count.functions += 1;
      count.decisions += found.decisions;
      count.allowed += found.allowed;
      wrong.push(...found.wrong.map((each) => `${stack}: ${one.name} ${each}`));
    }
  }
  return { ...count, things: things.length, wrong };
}

function notBoth(
  stack: string,
  service: string,
  built: readonly BuiltFunction[],
  declared: readonly string[],
): readonly string[] {
  const names = declared.map((id) => `${service}-${id}`);
  return [
    ...built.filter(({ name }) => !names.includes(name)).map(({ name }) => `${stack}: ${name} is declared nowhere`),
    ...names
      .filter((name) => !built.some((each) => each.name === name))
      .map((name) => `${stack}: ${name} is not built`),
  ];
}

interface World {
  readonly things: readonly Thing[];
  readonly asked: Asked;
  /** Of each thing that has one. */
  readonly policies: ReadonlyMap<string, ResourcePolicy["statements"]>;
  readonly events: readonly Event[];
  /** Addresses that mails can be from. */
  readonly senders: readonly string[];
  readonly organization: string;
}

function decideAll(one: BuiltFunction, declared: readonly Declared[], world: World) {
  const statements = one.levels[0].policies.flatMap(({ policy }) => policy.statements);
  const wrong = [
    ...world.asked.unknownFamilies(statements.flatMap(({ action }) => action.patterns)),
    ...statements
      .filter(
        ({ resource }) =>
          !resource.patterns.includes("*") &&
          !world.things.some(({ arn }) => matchesResource(resource, arn, {}, "2012-10-17")),
      )
      .map(({ resource }) => `is granted something on ${resource.patterns.join(", ")}, which is not there`),
  ];
  const decide = decider(one, world);
  const met = new Set<Declared>();
  let decisions = 0;
  let allowed = 0;
  const ask = (action: string, thing: Thing, context: Request["context"], event?: Event): void => {
    const verdict = decide(action, thing, context);
    const rows = declared.filter((row) => isMeant(row, action, thing.arn, event));
    decisions += 1;
    if (verdict === "allowed") allowed += 1;
    for (const row of rows) met.add(row);
    if (verdict === (rows.length > 0 ? "allowed" : "refused")) return;
    const what = `${action}${event ? ` of ${event.source}/${event.type}` : ""} on ${thing.arn}`;
    wrong.push(
      rows.length > 0 ? `may not ${what}, which it declares` : `${phrases[verdict]} ${what}, which it does not declare`,
    );
  };
  for (const thing of world.things) {
    for (const action of world.asked.about(thing.arn)) {
      if (action === "ses:SendEmail") {
        for (const type of world.senders) ask(action, thing, { "ses:FromAddress": type }, { source: "mail", type });
      } else if (action !== "events:PutEvents") ask(action, thing, {});
      else {
        for (const event of world.events) {
          ask(action, thing, { "events:source": event.source, "events:detail-type": event.type }, event);
        }
      }
    }
  }
  const nothing: Thing = { arn: "*", account: one.account, owner: "*" };
  for (const action of world.asked.aboutNothing) ask(action, nothing, {});
  const missed = declared.filter((row) => !met.has(row));
  wrong.push(...missed.map(({ action, on }) => `declares ${action} on ${on}, which is not there`));
  return { decisions, allowed, wrong };
}

function isMeant(row: Declared, action: string, arn: string, event: Event | undefined): boolean {
  const isOn = row.on !== "*" && row.on.endsWith("*") ? arn.startsWith(row.on.slice(0, -1)) : arn === row.on;
  const isOf = !row.events || (event?.source === row.events.source && row.events.types.includes(event.type));
  return isOn && isOf && row.action === action;
}

/** `granted`: by the role's own policies, but the thing's lets nobody in by them. It takes one mistake less to be allowed. */
type Verdict = "allowed" | "granted" | "refused";

const phrases: Readonly<Record<Verdict, string>> = {
  allowed: "may",
  granted: "is granted, though it is kept out there,",
  refused: "may not",
};

/**
 * IAM User Guide, "Policy evaluation logic": a Deny anywhere refuses. In its own account a role needs an Allow of its own policies within its boundary,
 * or one of the resource's policy to itself; in another, both.
 */
function decider(
  { account, region, roleArn, levels }: BuiltFunction,
  { policies, organization }: World,
): (action: string, thing: Thing, context: Request["context"]) => Verdict {
  const own = compileBounds({ scp: levels, rcp: [] });
  const root = roleArn.replace(/:role\/.*/, ":root");
  const ofResource = new Map<string, Record<"any" | "itself", ReturnType<typeof compileBounds>>>();
  const policyOf = (owner: string) => {
    const level = (whom: readonly string[]) => {
      const about = (policies.get(owner) ?? []).filter(({ principals }) =>
        principals.some((each) => whom.includes(each)),
      );
      return compileBounds({
        scp: [{ id: owner, policies: about.map(({ policy }) => ({ id: owner, policy })) }],
        rcp: [],
      });
    };
    const found = ofResource.get(owner) ?? { any: level(["*", root, account, roleArn]), itself: level(["*", roleArn]) };
    ofResource.set(owner, found);
    return found;
  };
  return (action, thing, context) => {
    const request: Request = {
      action,
      resource: thing.arn,
      principal: roleArn,
      context: {
        "aws:PrincipalArn": roleArn,
        "aws:PrincipalAccount": account,
        "aws:PrincipalType": "AssumedRole",
        "aws:PrincipalIsAWSService": "false",
        "aws:ViaAWSService": "false",
        "aws:RequestedRegion": region,
        "aws:SecureTransport": "true",
        ...(thing.arn === "*" ? {} : { "aws:ResourceAccount": thing.account }),
        "aws:PrincipalOrgID": organization,
        ...context,
      },
    };
    const byRole = own(request);
    const { any, itself } = policyOf(thing.owner);
    const byResource = any(request);
    if (byRole === "explicit-deny") return "refused";
    if (byRole === "allowed") {
      const isLetIn = byResource === "allowed" || (thing.account === account && byResource === "implicit-deny");
      return isLetIn ? "allowed" : "granted";
    }
    return thing.account === account && byResource === "allowed" && itself(request) === "allowed"
      ? "allowed"
      : "refused";
  };
}
