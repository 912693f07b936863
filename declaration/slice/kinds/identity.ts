import { blankAccount } from "../blank";
import type { IdKey } from "../../ids";
import type { LandingZone } from "../../model";
import type { Reads } from "../reads";

/** Groups, permission sets, and the accounts in which anybody has one. */
export function identityReads({ identity, accounts }: LandingZone): Reads {
  const assigned = accounts.filter(({ access }) => Object.keys(access).length > 0);
  return {
    zone: {
      identity: { groups: identity.groups, permissionSets: map(identity.permissionSets, sorted) },
      accounts: assigned.map(({ name, access }) => ({
        ...blankAccount,
        name,
        access: map(access, (permissionSets) => [...permissionSets].sort()),
      })),
    },
    ids: assigned.map(({ name }): IdKey => `account/${name}`),
  };
}

type PermissionSet = LandingZone["identity"]["permissionSets"][string];

function sorted(permissionSet: PermissionSet): PermissionSet {
  const place = ({ path, name }: PermissionSet["customerManagedPolicies"][number]): string => path + name;
  return {
    ...permissionSet,
    managedPolicies: [...permissionSet.managedPolicies].sort(),
    customerManagedPolicies: [...permissionSet.customerManagedPolicies].sort((a, b) => (place(a) < place(b) ? -1 : 1)),
  };
}

function map<From, To>(record: Readonly<Record<string, From>>, convert: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, convert(value)]));
}
