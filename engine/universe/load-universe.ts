import { readFileSync } from "node:fs";
import { accessLevels, type CompactService, type CompactUniverse } from "./compact";
import { actionMatcher } from "./action-matcher";
import type { ActionFacts, Universe } from "./universe";
import { universeFile } from "./universe-file";

let loaded: { readonly compact: CompactUniverse; readonly universe: Universe } | undefined;

/** The actions of AWS's Service Authorization Reference; read once a process. */
export function loadUniverse(): Universe {
  return load().universe;
}

/** What the reference says of one service beside its actions; undefined: no service has the prefix (lower case). */
export function serviceOf(prefix: string): CompactService | undefined {
  const { services } = load().compact;
  return Object.hasOwn(services, prefix) ? services[prefix] : undefined;
}

/** Prefixes of all services, in order. */
export function servicePrefixes(): readonly string[] {
  return Object.keys(load().compact.services);
}

function load(): NonNullable<typeof loaded> {
  if (!loaded) {
    const compact = JSON.parse(readFileSync(universeFile, "utf8")) as CompactUniverse;
    loaded = { compact, universe: universeOf(compact) };
  }
  return loaded;
}

/** @throws Error when the data refers to what it does not define */
export function universeOf(compact: CompactUniverse): Universe {
  const actions = Object.entries(compact.services).flatMap(([prefix, service]) => actionsOf(prefix, service));
  const byName = new Map(actions.map((action) => [action.name.toLowerCase(), action]));
  const matching = actionMatcher(actions);
  return {
    version: compact.version,
    date: compact.date,
    actions,
    find: (name) => byName.get(name.toLowerCase()),
    matching,
    hasService: (prefix) => Object.hasOwn(compact.services, prefix.toLowerCase()),
  };
}

/** Actions with the same keys or resources share one array, so that they can be compared by identity. */
function actionsOf(prefix: string, service: CompactService): ActionFacts[] {
  const keys = Object.keys(service.keys);
  const keySets = service.keySets.map((set) => picked(keys, numbers(set)));
  const resourceSets = new Map<string, readonly string[]>();
  return Object.entries(service.actions).map(([operation, stored]) => {
    const [letter = "", set = "", ...acted] = stored.split(" ");
    const resourcesKey = acted.join(" ");
    const resources = resourceSets.get(resourcesKey) ?? resourcesOf(service, acted);
    resourceSets.set(resourcesKey, resources);
    const accessLevel = accessLevels[letter];
    const conditionKeys = keySets[Number(set)];
    if (!accessLevel || !conditionKeys) throw new Error(`${universeFile}: ${prefix}:${operation}: ${stored}`);
    return { name: `${prefix}:${operation}`, service: prefix, accessLevel, resources, conditionKeys };
  });
}

const everything: readonly string[] = ["*"];

function resourcesOf(service: CompactService, acted: readonly string[]): readonly string[] {
  return acted.length === 0 ? everything : picked(service.resources, acted.map(Number));
}

function picked(list: readonly string[], positions: readonly number[]): readonly string[] {
  return positions.map((position) => {
    const entry = list[position];
    if (entry === undefined) throw new Error(`${universeFile}: nothing at ${position}`);
    return entry;
  });
}

const numbers = (text: string): number[] => (text === "" ? [] : text.split(" ").map(Number));
