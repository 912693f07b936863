import { parse, stringify } from "yaml";
import type { IdKey } from "../../../declaration/ids";
import { readZoneFrom } from "../../../declaration/load";
import type { LandingZone } from "../../../declaration/model";
import { readDirectory } from "../../../declaration/source/read-directory";
import { withIds } from "../../fixtures/ids";

export type Data = Readonly<Record<string, unknown>>;

/** A zone's files, parsed: what people edit. */
export interface Declaration {
  readonly zone: Data;
  /** By the account's name. */
  readonly accounts: Readonly<Record<string, Data>>;
  /** Name → text. */
  readonly policies: Readonly<Record<string, string>>;
  readonly ranges: Readonly<Record<string, string>>;
  readonly imports: Data;
  /** Ids other than those `withIds` invents. */
  readonly ids: Readonly<Record<string, string>>;
}

export function readDeclaration(directory: string): Declaration {
  const files = [...readDirectory(directory)].map(([name, content]) => [name, String(content)] as const);
  const text = (name: string): string => files.find(([each]) => each === name)?.[1] ?? "null";
  const below = (folder: string): (readonly [string, string])[] =>
    files.flatMap(([name, each]) => {
      const match = new RegExp(`^${folder}/(.*)\\.\\w+$`).exec(name);
      return match?.[1] === undefined ? [] : [[match[1], each] as const];
    });
  return {
    zone: parse(text("landing-zone.yaml")),
    accounts: Object.fromEntries(below("accounts").map(([name, yaml]) => [name, parse(yaml)])),
    policies: Object.fromEntries(below("policies")),
    ranges: JSON.parse(text("addresses.lock.json")).ranges,
    imports: {},
    ids: {},
  };
}

/** Its files as people have them: name → text. */
export function filesOf({ zone, accounts, policies, ranges, imports }: Declaration): ReadonlyMap<string, string> {
  return new Map([
    ["landing-zone.yaml", stringify(zone, { aliasDuplicateObjects: false })],
    ...Object.entries(accounts).map(([name, each]) => [`accounts/${name}.yaml`, stringify(each)] as const),
    ...Object.entries(policies).map(([name, text]) => [`policies/${name}.json`, text] as const),
    ["addresses.lock.json", JSON.stringify({ version: 1, ranges })],
    ["imports.json", JSON.stringify({ version: 1, imports })],
  ]);
}

/** The zone that the files declare, with ids as after a deployment; undefined when they do not validate. */
export function zoneOf(declaration: Declaration): LandingZone | undefined {
  const { ids } = declaration;
  const result = readZoneFrom(filesOf(declaration));
  if (!("zone" in result)) return undefined;
  const locked = withIds(result.zone);
  const own = (key: string): string | undefined => (locked.ids.has(key as IdKey) ? ids[key] : undefined);
  return {
    ...locked,
    ids: {
      has: (key) => locked.ids.has(key),
      get: (key) => own(key) ?? locked.ids.get(key),
      entries: () => locked.ids.entries().map(([key, id]) => [key, own(key) ?? id] as const),
    },
  };
}

/** The data with another value at a path; `undefined` removes it. */
export function edited(data: Data, [key = "", ...rest]: readonly string[], value: unknown): Data {
  const { [key]: inner, ...others } = data;
  const next = rest.length === 0 ? value : edited(Object(inner), rest, value);
  return next === undefined ? others : { ...data, [key]: next };
}
