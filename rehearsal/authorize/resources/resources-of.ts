import { matchesResource } from "../../../engine/match/resource";
import type { ActionFacts } from "../../../engine/universe/universe";
import { isList, isMembers, type Members, type Value } from "../../fill/shape";
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
  const named =
    found.length > 0 && action.service !== "kms" ? [] : namedArns(action.service, input, scope).filter(fits);
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
  const types = [...(alsoMade[operation] ?? []), ...(noun === undefined ? [] : [noun, `:${noun}`])];
  return [...existing, ...types.map((type) => ec2Arn(`${type}/*`, scope, undefined))];
}

function ec2Arn(resource: string, { partition, region, account }: Scope, owner: string | undefined): string {
  const isPublic = resource.startsWith(":");
  return `arn:${partition}:ec2:${region}:${isPublic ? "" : (owner ?? account)}:${isPublic ? resource.slice(1) : resource}`;
}

function namedArns(service: string, input: Members, scope: Scope): readonly string[] {
  const first = (templates[service] ?? []).flatMap((template) => filled(template, service, input, scope) ?? []);
  return service === "kms" ? first : first.slice(0, service === "events" || service === "dynamodb" ? 1 : first.length);
}

/** @returns undefined when a member is not in the input */
function filled(template: string, service: string, input: Members, scope: Scope): string | undefined {
  const whole = template.startsWith("arn:") ? template : `arn:{p}:${service}:{r}:{a}:${template}`;
  const fixed: Readonly<Record<string, string>> = { p: scope.partition, r: scope.region, a: scope.account };
  let missing = false;
  const arn = whole.replace(/\{([^}]+)\}/g, (_all, name: string) => {
    const value = fixed[name] ?? memberOf(input, name.split("."));
    if (typeof value !== "string" || value === "" || value.startsWith("arn:")) missing = true;
    return typeof value === "string" ? value.replace(/^(\/hostedzone\/|https?:\/\/.*\/)/, "") : "";
  });
  return missing ? undefined : arn.replace(/:parameter\/\//, ":parameter/");
}

function memberOf(input: Members, [first = "", ...rest]: readonly string[]): Value | undefined {
  const name = Object.keys(input).find((each) => each.toLowerCase() === first.toLowerCase());
  const value = name === undefined ? undefined : input[name];
  return rest.length === 0 ? value : isMembers(value) ? memberOf(value, rest) : undefined;
}

/** For what the call makes, the id is AWS's to choose: policies are held against `*`. */
function made(pattern: string, { operation, partition, region, account }: Scope): string | undefined {
  if (!/^(Create|Run|Allocate|Request|Import|Register|Enable|Put|Batch|Start)/.test(operation)) return undefined;
  const parts = pattern.split(":");
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

function textsIn(value: Value): readonly string[] {
  if (typeof value === "string") return [value];
  if (isList(value)) return value.flatMap(textsIn);
  return isMembers(value) ? Object.values(value).flatMap(textsIn) : [];
}
