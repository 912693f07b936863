import { deployRoles } from "../../declaration/names";
import { type RecordedCall } from "../gateway/record";
import type { Account, LandingZone } from "../../declaration/model";
import { check, type Check } from "./check";

/**
 * By the gateway's record, whoever deployed a service with `landfall-service` called that service's account alone, and
 * touched nothing (state included) that another account owns.
 *
 * @param accounts those whose service was deployed
 */
export function checkIsolation(
  zone: LandingZone,
  accounts: readonly Account[],
  calls: readonly RecordedCall[],
): Promise<Check> {
  const owners = accounts.map((account) => zone.ids.get(`account/${account.name}`));
  const made = calls.filter((call) => call.principal.includes(`:assumed-role/${deployRoles.service}/`));
  const proved = `${made.length} calls by ${deployRoles.service}, each in the caller's own account`;
  return check("a service is deployed without calling another account", proved, () => {
    const silent = owners.filter((owner) => !made.some((call) => call.account === owner));
    const foreign = made.filter((call) => !owners.includes(call.account) || call.resourceAccount !== call.account);
    return Promise.resolve([
      ...silent.map((owner) => `no call by ${deployRoles.service} in ${owner}`),
      ...foreign.map((call) => `${call.principal} called ${call.service}:${call.operation} of ${call.resourceAccount}`),
    ]);
  });
}
