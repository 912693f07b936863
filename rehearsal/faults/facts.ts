import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LandingZone } from "../../declaration/model";
import { idsLockName } from "../../declaration/source/files";
import { modelDirectories, signingNames } from "../gateway/model-names";
import { serviceModels } from "../gateway/service-models";

/** An API that the zone declares. */
export interface DeclaredApi {
  readonly service: string;
  /** Name of its account. */
  readonly account: string;
}

/** What rules may name. */
export interface FaultFacts {
  readonly accounts: readonly string[];
  /** By host name. */
  readonly apis: ReadonlyMap<string, DeclaredApi>;
  readonly services: readonly string[];
  /** Of a service that there is. */
  readonly operationsOf: (service: string) => readonly string[];
  /** Name of an account by its id; undefined while the zone has none of that id. */
  readonly accountName: (id: string) => string | undefined;
}

/** @param zoneDirectory the run's copy of the zone, where ids are locked as accounts are made */
export function faultFacts(zone: LandingZone, zoneDirectory: string, botocoreData: string): FaultFacts {
  const models = serviceModels(botocoreData);
  const directories = readdirSync(botocoreData, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = new Map<string, string>();
  return {
    accounts: zone.accounts.map(({ name }) => name),
    apis: new Map(
      zone.accounts.flatMap(({ name, service }) =>
        service ? [[service.domainName.toLowerCase(), { service: service.name, account: name }] as const] : [],
      ),
    ),
    services: [...new Set([...directories.map(({ name }) => name), ...signingNames])].sort(),
    operationsOf: (service) =>
      modelDirectories(service).flatMap((directory) => Object.keys(models.load(directory)?.operations ?? {})),
    accountName: (id) => {
      if (!names.has(id)) lockedAccounts(zoneDirectory).forEach(([name, account]) => names.set(account, name));
      return names.get(id);
    },
  };
}

function lockedAccounts(zoneDirectory: string): readonly (readonly [name: string, id: string])[] {
  const file = join(zoneDirectory, idsLockName);
  if (!existsSync(file)) return [];
  const { ids }: { ids: Readonly<Record<string, string>> } = JSON.parse(readFileSync(file, "utf8"));
  return Object.entries(ids).flatMap(([key, id]) =>
    key.startsWith("account/") ? [[key.slice("account/".length), id] as const] : [],
  );
}
