import type { LandingZone } from "../../declaration/model";
import { deployRoles, roleArn } from "../../declaration/names";
import { foundationAccounts } from "../../declaration/foundation-accounts";
import { accountStackId, regionStackId, stacksOf } from "../../declaration/stacks";
import { assumeRole } from "../../live/sts";
import type { LocalAws } from "../local-aws";
import type { RunDirectory } from "../run-directory";
import { checkAccessRoles } from "./access-roles";
import { checkAccounts } from "./accounts";
import { checkAttachments } from "./attachments";
import type { Check, RehearsedAws } from "./check";
import { checkDecided } from "./decided";
import { checkDefaultVpcs } from "./default-vpcs";
import { checkIsolation } from "./isolation";
import { checkLoopback } from "./loopback";
import { checkOrganization } from "./organization";
import { checkPurity } from "./purity";
import { checkRunbook } from "./runbook";
import { checkScenario, type PlayScenario } from "./scenario";
import { type AskService, checkServiceApi } from "./service-apis";
import { checkTrail } from "./trail";

export interface Proof {
  readonly aws: LocalAws;
  readonly zone: LandingZone;
  /** Ids of the stacks that were deployed. */
  readonly deployed: readonly string[];
  readonly directory: RunDirectory;
  readonly askService: AskService;
  /** The project's own; there may be none. */
  readonly playScenario?: PlayScenario | undefined;
  readonly report: (check: Check) => void;
}

/** Runs every check whose stacks were deployed, and reports each as it ends. */
export async function proveFromOutside(proof: Proof): Promise<void> {
  const { aws, zone, deployed, directory, askService, playScenario, report } = proof;
  const rehearsed = rehearsedAws(aws, zone);
  const has = (...stacks: readonly string[]): boolean => stacks.every((stack) => deployed.includes(stack));
  const spokes = zone.accounts.filter((account) => account.network).map((account) => account.name);
  const services = zone.accounts.filter((account) => has(`${account.name}-${account.service?.name}`));

  if (has("org")) report(await checkOrganization(rehearsed));
  if (has("org")) report(await checkAccounts(rehearsed));
  const deployedAccounts = zone.accounts.filter(({ name }) => has(accountStackId(name)));
  const members = deployedAccounts.filter(({ roles }) => !roles.includes("management")).map(({ name }) => name);
  if (deployedAccounts.length > 0)
    report(
      await checkDefaultVpcs(
        rehearsed,
        deployedAccounts.map(({ name }) => name),
        (account, region) => has(regionStackId(account, region)),
      ),
    );
  if (members.length > 0) report(await checkAccessRoles(rehearsed, members));
  if (has("logs", "trail")) report(await checkTrail(rehearsed));
  const routing = stacksOf(zone).filter(({ kind }) => kind === "routing");
  if (has("network", ...routing.map(({ id }) => id), ...spokes)) report(await checkAttachments(rehearsed));
  for (const account of services) (await checkServiceApi(aws.proxyUrl, account, askService)).forEach(report);
  const withService = services.map(({ name }) => name);
  if (playScenario) (await checkScenario(rehearsed, aws.proxyUrl, withService, playScenario)).forEach(report);
  const byPipeline = services.filter((account) => account.service?.repository);
  if (byPipeline.length > 0) report(await checkIsolation(zone, byPipeline, aws.record.calls()));
  const quarantined = members.find((name) => !foundationAccounts(zone).includes(name));
  if (
    zone.security.response &&
    quarantined !== undefined &&
    has("security", accountStackId(zone.foundation.management.name))
  )
    report(await checkRunbook(rehearsed, quarantined, () => aws.record.calls()));
  if (members.length > 0) report(await checkDecided(aws.record.calls(), aws.managementAccount));
  report(await checkPurity(directory, deployed));
  if (process.platform === "linux") report(await checkLoopback());
}

function rehearsedAws(aws: LocalAws, zone: LandingZone): RehearsedAws {
  const caller = { region: zone.regions.home, environment: aws.proxyEnvironment };
  const operator = keys(aws.proxyEnvironment);
  return {
    zone,
    endpoint: aws.endpointUrl,
    operator,
    platform: async (account) => {
      if (account === zone.foundation.management.name) return operator;
      const management = roleArn(zone, zone.foundation.management.name, deployRoles.platform);
      const first = await assumeRole(caller, management, "rehearsal");
      const environment = { ...aws.proxyEnvironment, ...first };
      return keys(
        await assumeRole({ ...caller, environment }, roleArn(zone, account, deployRoles.platform), "rehearsal"),
      );
    },
  };
}

function keys(environment: Readonly<Record<string, string>>): RehearsedAws["operator"] {
  return {
    accessKeyId: environment["AWS_ACCESS_KEY_ID"] ?? "",
    secretAccessKey: environment["AWS_SECRET_ACCESS_KEY"] ?? "",
    ...(environment["AWS_SESSION_TOKEN"] ? { sessionToken: environment["AWS_SESSION_TOKEN"] } : {}),
  };
}
