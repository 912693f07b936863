import { join } from "node:path";
import { asHtml } from "../../../atlas/map/html/html";
import { drawnAlone } from "../../../atlas/map/drawn-map";
import { zoneMap } from "../../../atlas/map/model/build";
import { picturesOf } from "../../../atlas/map/pictures";
import { loadZone } from "../../../declaration/load";
import type { Account, LandingZone } from "../../../declaration/model";
import { planNetwork } from "../../../network/plan/network-plan";
import { serviceNamed } from "../../../workloads/services";

export const sampleDirectory = join(__dirname, "../../../zone");
export const sample = loadZone(sampleDirectory);

/** The sample with copies of its service accounts, each with an owner, a range and a service of its own, up to this many accounts. */
export function zoneOf(accounts: number): LandingZone {
  const models = sample.accounts.filter(({ service, network }) => service !== undefined && network !== undefined);
  const copies = Array.from({ length: accounts - sample.accounts.length }, (_, index) =>
    copyOf(models[index % models.length], index),
  );
  return { ...sample, accounts: [...sample.accounts, ...copies] };
}

function copyOf(model: Account | undefined, index: number): Account {
  if (model?.network === undefined) throw new Error("the sample has no account with a service and a spoke");
  const cidr = `10.${1 + Math.floor(index / 64)}.${(index % 64) * 4}.0/22`;
  return {
    ...model,
    name: `team-${String(index).padStart(3, "0")}-${model.name}`,
    owner: `team-${index}`,
    network: { ...model.network, cidr },
  };
}

/** The page of a zone, as the command writes it. */
export async function pageOf(zone: LandingZone): Promise<string> {
  const drawn = drawnAlone(zoneMap(zone, serviceNamed));
  return asHtml(drawn, await picturesOf(drawn), planNetwork(zone));
}
