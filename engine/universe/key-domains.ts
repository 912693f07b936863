import { globalKeys, oidcClaims, type KeyType, type Presence } from "./global-keys";
import { serviceOf, servicePrefixes } from "./load-universe";

export interface KeyFacts {
  /** As AWS writes it, its variable part as `*`. */
  readonly key: string;
  readonly type: KeyType;
  readonly multivalued: boolean;
  readonly presence: Presence;
  /** Prefixes of the services that list the key; undefined: it is global. */
  readonly services: readonly string[] | undefined;
}

/**
 * What AWS says of a condition key.
 * @param key in any case, with or without its variable part: `aws:RequestTag/team`
 * @returns undefined: no page of the reference has it
 */
export function keyFacts(key: string): KeyFacts | undefined {
  const { exact, patterns } = index();
  const lower = key.toLowerCase();
  return exact.get(lower) ?? patterns.find(({ pattern }) => pattern.test(lower))?.facts ?? oidcClaim(key);
}

/** Any host can be a provider, so that none of them is in the reference. */
function oidcClaim(key: string): KeyFacts | undefined {
  const colon = key.lastIndexOf(":");
  if (!/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(key.slice(0, colon))) return undefined;
  const claim = oidcClaims.find((each) => each.key === key.slice(colon + 1).toLowerCase());
  return claim && { ...claim, key, services: ["sts"] };
}

/** Names of all keys, to find the nearest of one that does not exist. */
export function keyNames(): readonly string[] {
  return index().names;
}

interface Index {
  readonly names: readonly string[];
  readonly exact: ReadonlyMap<string, KeyFacts>;
  readonly patterns: readonly { readonly pattern: RegExp; readonly facts: KeyFacts }[];
}

let indexed: Index | undefined;

function index(): Index {
  indexed ??= indexOf([...globalKeys.map((key) => ({ ...key, services: undefined })), ...serviceKeys()]);
  return indexed;
}

/** The first to be named wins: a global key before a service's. */
function indexOf(facts: readonly KeyFacts[]): Index {
  const exact = new Map<string, KeyFacts>();
  for (const each of facts) {
    const lower = each.key.toLowerCase();
    if (!exact.has(lower)) exact.set(lower, each);
  }
  const known = [...exact.values()];
  return {
    names: known.map(({ key }) => key),
    exact,
    patterns: known
      .filter(({ key }) => key.includes("*"))
      .map((each) => ({ pattern: variablePattern(each.key), facts: each })),
  };
}

/** `codebuild:secondarySources/*.location`: the variable part is one character or more. */
function variablePattern(key: string): RegExp {
  const parts = key.toLowerCase().split("*");
  return new RegExp(`^${parts.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")).join(".+")}$`, "s");
}

function serviceKeys(): readonly KeyFacts[] {
  const facts = new Map<string, { readonly facts: KeyFacts; readonly services: string[] }>();
  for (const prefix of servicePrefixes()) {
    for (const [key, type] of Object.entries(serviceOf(prefix)?.keys ?? {})) {
      const known = facts.get(key);
      if (known) known.services.push(prefix);
      else facts.set(key, serviceKey(key, type, [prefix]));
    }
  }
  return [...facts.values()].map((each) => each.facts);
}

function serviceKey(key: string, type: string, services: string[]): { facts: KeyFacts; services: string[] } {
  const multivalued = type.startsWith("ArrayOf");
  return {
    facts: { key, type: typeNamed(type.replace("ArrayOf", "")), multivalued, presence: "some", services },
    services,
  };
}

/** @throws Error when the reference has a type that is not known here */
function typeNamed(name: string): KeyType {
  const types: readonly KeyType[] = ["String", "ARN", "Bool", "Numeric", "Date", "IPAddress", "Binary"];
  const type = types.find((each) => each === name);
  if (!type) throw new Error(`Service Authorization Reference: no type ${name} of condition keys is known`);
  return type;
}
