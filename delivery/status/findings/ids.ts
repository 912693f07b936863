import type { IdKey } from "../../../declaration/ids";
import type { Observation } from "../observation";
import { liveAccountOf, accountKey } from "../match";
import { finding, type FindingRule } from "./finding";

/** Ids of `ids.lock.json` that AWS knows otherwise, or no more. */
export const idFindings: FindingRule = (observation) =>
  liveIds(observation).flatMap(([key, live]) => {
    const { ids } = observation.zone;
    if (!ids.has(key) || ids.get(key) === live) return [];
    const message = `ids.lock.json says ${ids.get(key)}; ${live === undefined ? "AWS has none" : `AWS says ${live}`}`;
    const remedy =
      live === undefined
        ? "If it was deleted by hand, remove the line and `landfall deploy org`; if these are other credentials than meant, sign in anew."
        : "`landfall sync` reads the ids anew from the states; check that these are the right credentials.";
    return [finding("id-differs", key, message, remedy)];
  });

function liveIds(observation: Observation): readonly (readonly [IdKey, string | undefined])[] {
  const { zone, live } = observation;
  if (live === undefined) return [];
  return [
    ["organization", live.id],
    ["root", live.rootId],
    ...zone.organizationalUnits.map(({ path }): readonly [IdKey, string | undefined] => [
      `organizational-unit/${path}`,
      live.units.find((unit) => unit.path === path)?.id,
    ]),
    ...zone.accounts.map((account): readonly [IdKey, string | undefined] => [
      accountKey(account.name),
      liveAccountOf(observation, account)?.id,
    ]),
  ];
}
