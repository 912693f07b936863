import { matchesResource } from "../../../engine/match/resource";
import type { ActionFacts } from "../../../engine/universe/universe";
import { isList, isMembers, type Members, type Value } from "../../fill/shape";
import { valuesAt } from "../context/input-value";
import { isData } from "./data-members";
import { alsoMade, ec2Resource, madeByName } from "./ec2";
import { templates } from "./templates";

/** Where a call acts. */
export interface Scope {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly operation: string;
  /** Account of a resource that another account owns and shares, by its id. */
  readonly ownerOf: (id: string) => string | undefined;
}

/**
 * The ARNs an action is asked for: those in the input, those its members name, for what the call makes those with `*` in place of the id that AWS
 * will choose. One `undefined` when the action has resources and none can be derived.
 */
export function resourcesOf(action: ActionFacts, input: Members, scope: Scope): readonly (string | undefined)[] {
  if (action.resources.includes("*") || action.resources.length === 0) return ["*"];
  const patterns = action.resources.flatMap((pattern) => pattern.split(", "));
  const fits = (arn: string): boolean => matchesResource({ negated: false, patterns }, arn, {}, "2012-10-17");
  const texts = textsIn(input);
  const found = [
    ...texts.filter((text) => text.startsWith("arn:")),
    ...(action.service === "ec2" ? ec2Arns(texts, scope) : []),
  ].filter(fits);
  const named = found.length > 0 && action.service !== "kms" ? [] : namedArns(action, input, scope).filter(fits);
  const all = [...new Set([...found, ...named])];
  return all.length > 0 ? all : [patterns.length === 1 ? made(patterns[0] ?? "", scope) : undefined];
}

function ec2Arns(texts: readonly string[], scope: Scope): readonly string[] {
  const { operation } = scope;
  const existing = texts.flatMap((text) => {
    const resource = ec2Resource(text);
    return resource === undefined ? [] : [ec2Arn(resource, scope, scope.ownerOf(text))];
  });
  const noun = madeByName(operation);
  const types = [...(alsoMade[operation] ?? []), ...(noun === undefined ? [] : [noun])];
  return [...existing, ...types.map((type) => ec2Arn(`${type}/*`, scope, undefined))];
}

function ec2Arn(resource: string, { partition, region, account }: Scope, owner: string | undefined): string {
  const isPublic = resource.startsWith(":");
  return `arn:${partition}:ec2:${region}:${isPublic ? "" : (owner ?? account)}:${isPublic ? resource.slice(1) : resource}`;
}

/** Of each kind of resource the first template whose members are there. */
function namedArns({ name, service }: ActionFacts, input: Members, scope: Scope): readonly string[] {
  const operation = name.slice(service.length + 1);
  const byKind = new Map<string, readonly string[]>();
  for (const template of templates[service] ?? []) {
    if (typeof template !== "string" && template.of !== operation) continue;
    const text = typeof template === "string" ? template : template.arn;
    const kind = (text.split("{a}:").at(-1) ?? "").split(/[{/:]/)[0] ?? "";
    const arns = byKind.has(kind) ? [] : filled(text, service, input, scope);
    if (arns.length > 0) byKind.set(kind, arns);
  }
  return [...byKind.values()].flat();
}

/** One ARN, or several for a member that is a list; none when a member is not in the input. */
function filled(template: string, service: string, input: Members, scope: Scope): readonly string[] {
  const whole = template.startsWith("arn:") ? template : `arn:{p}:${service}:{r}:{a}:${template}`;
  const fixed: Readonly<Record<string, string>> = { p: scope.partition, r: scope.region, a: scope.account };
  let arns: readonly string[] = [""];
  for (const [, text = "", member] of whole.matchAll(/([^{]*)(?:\{([^}]+)\})?/g)) {
    const own = member === undefined ? undefined : fixed[member];
    const values =
      member === undefined
        ? [""]
        : own === undefined
          ? valuesAt(input, member).map((value) => plain(member, value, scope))
          : [own];
    arns = arns.flatMap((arn) => values.filter(isName).map((value) => arn + text + value));
  }
  return arns.map((arn) => arn.replace(":parameter//", ":parameter/"));
}

const isName = (value: string): boolean => !value.startsWith("arn:");

/**
 * A name as ARNs have it: of a queue's URL its account and name, of another URL what follows the scheme, of Route 53's ids what follows the type. A
 * key that is named by its alias is some key. A mail is sent by the domain of its address (SES Developer Guide, "Verified identities in Amazon SES").
 */
function plain(member: string, value: string, { account }: Scope): string {
  if (member.endsWith("KeyId") && value.startsWith("alias/")) return "*";
  if (member === "QueueUrl") {
    const [, owner = account, name = value] = /\/(\d{12})\/([^/]+)$/.exec(value) ?? [];
    return `${owner}:${name}`;
  }
  if (member === "FromEmailAddress") return value.replace(/^.*@/, "").replace(/>$/, "");
  return value.replace(/^https?:\/\//, "").replace(/^\/hostedzone\//, "");
}

/** For what the call makes, the id is AWS's to choose: policies are held against `*`. A name without a variable is the same for everybody. */
function made(pattern: string, { operation, partition, region, account }: Scope): string | undefined {
  const parts = pattern.split(":");
  const isNamed = !parts.slice(5).join(":").includes("*");
  if (!isNamed && !/^(Create|Run|Allocate|Request|Import|Register)/.test(operation)) return undefined;
  const [, , , inRegion = "", inAccount = ""] = parts;
  return [
    "arn",
    partition,
    parts[2],
    inRegion === "" ? "" : region,
    inAccount === "" ? "" : account,
    ...parts.slice(5),
  ].join(":");
}

/** What may name a resource. */
function textsIn(value: Value): readonly string[] {
  if (typeof value === "string") return [value];
  if (isList(value)) return value.flatMap(textsIn);
  if (!isMembers(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => (isData(name) ? [] : textsIn(member)));
}
