import type { Account, ClosedAccount } from "../../declaration/model";
import { baselineCell, createdCell, networkCell, notDeclared, serviceCell, serviceStack, stackCell } from "./cells";
import { findingRules } from "./findings";
import { liveAccountOf } from "./match";
import type { Observation } from "./observation";
import type { Cell, Finding, StatusReport, StatusRow } from "./report";

/**
 * Where every account of the zone is between its declaration and its service, and what does not agree. Pure: everything comes from the
 * observation.
 * @param only name of the one account to tell of; findings about others are then left out
 */
export function decideStatus(observation: Observation, only?: string): StatusReport {
  const { zone, stacks } = observation;
  const wanted = ({ name }: { readonly name: string }): boolean => only === undefined || name === only;
  const findings = findingRules.flatMap((rule) => rule(observation));
  return {
    organization: zone.organization.name,
    accounts: [
      ...zone.accounts.filter(wanted).map((account) => accountRow(observation, account)),
      ...zone.closedAccounts.filter(wanted).map((account) => closedRow(observation, account)),
    ],
    platform:
      only === undefined
        ? [...stacks.values()]
            .filter(({ spec }) => spec.kind !== "account" && spec.kind !== "service")
            .map((stack) => ({ stack: stack.spec.id, resources: stackCell(observation, stack) }))
        : [],
    findings: only === undefined ? findings : findings.filter((finding) => isAbout(observation, finding, only)),
  };
}

function accountRow(observation: Observation, account: Account): StatusRow {
  const url = serviceStack(observation, account)?.state?.outputs["url"];
  return {
    account: account.name,
    displayName: account.displayName,
    declared: account.status,
    organizationalUnit: account.organizationalUnit,
    accountId: liveAccountOf(observation, account)?.id,
    created: createdCell(observation, account),
    baseline: baselineCell(observation, account),
    network: networkCell(observation, account),
    service: serviceCell(observation, account),
    url: typeof url === "string" ? url : undefined,
  };
}

function closedRow(observation: Observation, account: ClosedAccount): StatusRow {
  const live = liveAccountOf(observation, account);
  const created: Cell =
    live === undefined || live.status === "CLOSED"
      ? { state: "gone", text: "closed" }
      : { state: "partly", text: live.status };
  return {
    account: account.name,
    displayName: account.displayName,
    declared: "closed",
    organizationalUnit: live?.unitPath,
    accountId: live?.id,
    created,
    baseline: notDeclared,
    network: notDeclared,
    service: notDeclared,
    url: undefined,
  };
}

function isAbout({ zone }: Observation, { about }: Finding, name: string): boolean {
  const account = [...zone.accounts, ...zone.closedAccounts].find((candidate) => candidate.name === name);
  return (
    [name, account?.displayName, `account/${name}`].includes(about) ||
    about.split(", ").some((stack) => stack === name || stack.startsWith(`${name}-`))
  );
}
