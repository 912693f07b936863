import type { LandingZone } from "../../declaration/model";
import { chosenId } from "../../declaration/placeholder-ids";
import type { DomainAccount } from "../../engine/universe/request-domain";

/** Any account of the organisation: what holds of all its requests holds of those of each account. */
export function anyAccount(zone: LandingZone): DomainAccount {
  return { id: "????????????", partition: zone.partition, organizationId: chosenId(zone, "organization") };
}

/**
 * What fixes the requests of an account of the zone. An id that AWS has not chosen yet may be any: a policy may already name the one it will be.
 *
 * @param name of the account
 */
export function domainAccount(zone: LandingZone, name: string): DomainAccount {
  const any = anyAccount(zone);
  return { ...any, id: chosenId(zone, `account/${name}`) ?? any.id };
}
