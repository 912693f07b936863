import { CreateOrganizationCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import { expect } from "@jest/globals";
import { idsFrom } from "../../../declaration/ids";
import type { LandingZone } from "../../../declaration/model";
import { buildEvents } from "../../../workloads/events/events-stack";
import type { CentralBus } from "../../../workloads/microservice/placement";
import { createAccount } from "../../rehearsal/gateway/create-account";
import { clientOptions, startForTest } from "../../rehearsal/gateway/start";
import { type JsonResources, terraformRoot, type TerraformRoot } from "../../rehearsal/terraform";
import { shopZone, stackText } from "../../workloads/events/shop";

export const region = "eu-west-1";

const accounts = ["hub", "orders-live", "fulfilment-live"] as const;
export type Name = (typeof accounts)[number];

export interface RunningShop {
  readonly zone: LandingZone;
  readonly central: CentralBus;
  idOf(account: Name): string;
  /** What an SDK client needs to act in an account. */
  settings(account: Name): ReturnType<typeof clientOptions>;
  /** Applies a stack's resources in an account, and then has nothing to change. @param text of the stack's JSON */
  apply(account: Name, text: string): Promise<void>;
  close(): Promise<void>;
}

/** The test project's live accounts on a local AWS of their own, with the central buses applied. */
export async function startShop(): Promise<RunningShop> {
  const aws = await startForTest();
  const roots: TerraformRoot[] = [];
  const organizations = new OrganizationsClient(clientOptions(aws));
  const { Organization } = await organizations.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
  const made: [string, string][] = [];
  for (const name of accounts) made.push([`account/${name}`, await createAccount(organizations, name)]);
  const declared = shopZone();
  const ids = {
    ...Object.fromEntries(declared.ids.entries()),
    ...Object.fromEntries(made),
    organization: Organization?.Id ?? "",
  };
  const zone = { ...declared, ids: idsFrom(ids) };
  const idOf = (account: Name): string => zone.ids.get(`account/${account}`);
  const central = { arn: `arn:aws:events:${region}:${idOf("hub")}:event-bus/landfall-live`, accountId: idOf("hub") };

  const apply = async (account: Name, text: string): Promise<void> => {
    const { resource } = JSON.parse(text) as { resource: JsonResources };
    const root = await terraformRoot(resource, aws.proxyUrl, idOf(account));
    roots.push(root);
    const applied = await root.run("apply", "-auto-approve");
    if (applied.exitCode !== 0) throw new Error(applied.output);
    expect(await root.run("plan", "-detailed-exitcode")).toMatchObject({ exitCode: 0 });
  };
  await apply("hub", stackText(zone, "events", buildEvents));
  return {
    zone,
    central,
    idOf,
    settings: (account) => ({ ...clientOptions(aws, idOf(account)), region }),
    apply,
    close: async () => {
      for (const root of roots) root.remove();
      await aws.close();
    },
  };
}
