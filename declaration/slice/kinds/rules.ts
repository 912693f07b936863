import { exceptedAccounts } from "../../config-rules";
import type { IdKey } from "../../ids";
import type { LandingZone } from "../../model";
import { blankAccount, blankZone, named } from "../blank";
import type { Reads } from "../reads";

/** The rules, and the accounts each is not made in: why they are excepted makes no difference. */
export function rulesReads(zone: LandingZone): Reads {
  const { organization, foundation, security, foreign } = zone;
  const { rules, conformancePacks } = security.config;
  const resolved = <Rule extends { readonly except: string[] }>(
    all: Readonly<Record<string, Rule>>,
  ): Record<string, Rule> =>
    Object.fromEntries(
      Object.entries(all).map(([name, rule]) => [
        name,
        {
          ...rule,
          except: exceptedAccounts(zone, rule.except)
            .map((account) => account.name)
            .sort(),
        },
      ]),
    );
  const config = {
    rules: Object.fromEntries(
      Object.entries(resolved(rules)).map(([name, rule]) => [
        name,
        { ...rule, resourceTypes: [...rule.resourceTypes].sort() },
      ]),
    ),
    conformancePacks: resolved(conformancePacks),
  };
  const excepted = new Set(
    [...Object.values(config.rules), ...Object.values(config.conformancePacks)].flatMap(({ except }) => except),
  );
  const names = [...excepted].sort();
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: { ...blankZone.foundation, "security-tooling": named(foundation["security-tooling"]) },
      accounts: names.map((name) => ({ ...blankAccount, name })),
      foreign: {
        ...blankZone.foreign,
        accounts: Object.fromEntries(Object.keys(foreign.accounts).map((id) => [id, { name: "", email: "" }])),
      },
      security: { ...blankZone.security, config },
    },
    ids: names.map((name): IdKey => `account/${name}`),
  };
}
