import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { CreateOrganizationCommand, ListRootsCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import { pythonEnvironment } from "../../../rehearsal/emulators/python-environment";
import { startEmulators } from "../../../rehearsal/emulators/start-emulators";
import type { CallHandler } from "../../../rehearsal/gateway/call";
import type { CallRecord } from "../../../rehearsal/gateway/record";
import { startGateway } from "../../../rehearsal/gateway/start-gateway";
import { organizationsLink } from "../../../rehearsal/organizations";
import type { OrganizationsOptions } from "../../../rehearsal/organizations";

export const region = "eu-west-1";

export interface Organization {
  readonly client: OrganizationsClient;
  readonly management: string;
  readonly root: string;
  /** Makes the same organisation as strict, throttled and eventual as the options say. */
  readonly become: (options: OrganizationsOptions) => Organization;
}

/** One emulator with many organisations, each of its own management account and strictness. */
export interface Emulated {
  readonly endpointUrl: string;
  readonly proxyUrl: string;
  readonly organization: (options?: OrganizationsOptions) => Promise<Organization>;
  /** How strict an organisation of this management account will be that somebody else makes. */
  readonly expect: (management: string, options: OrganizationsOptions) => void;
  readonly record: CallRecord["calls"];
  readonly client: (account: string) => OrganizationsClient;
  readonly close: () => Promise<void>;
}

export async function startEmulated(): Promise<Emulated> {
  const runDirectory = mkdtempSync(join(tmpdir(), "landfall-test-"));
  const environment = await pythonEnvironment(resolve(".landfall"));
  const gateway = await startGateway({ runDirectory, token: "test", managementAccount: "123456789012", region });
  const emulators = await startEmulators({ environment, runDirectory, gateway, region });
  const links = new Map<string, CallHandler>();
  let ambient = organizationsLink();
  gateway.connect({
    socketPaths: { moto: emulators.moto.socketPath, ministack: emulators.ministack.socketPath },
    botocoreData: environment.botocoreData,
    links: [(call, forward) => (links.get(call.account) ?? ambient)(call, forward)],
    enforcesPolicies: true,
  });
  const client = (account: string): OrganizationsClient =>
    new OrganizationsClient({
      endpoint: gateway.endpointUrl,
      region,
      credentials: { accessKeyId: account, secretAccessKey: "x" },
      maxAttempts: 1,
    });
  let next = 700_000_000_000;
  return {
    endpointUrl: gateway.endpointUrl,
    proxyUrl: gateway.proxyUrl,
    record: gateway.record.calls,
    client,
    expect: (management, options) => void links.set(management, organizationsLink(options)),
    organization: async (options = {}) => {
      const management = String((next += 1));
      const become = (change: OrganizationsOptions): void => {
        ambient = organizationsLink({ creationMilliseconds: 0, writesPerSecond: 1_000, writeBurst: 1_000, ...change });
        links.set(management, ambient);
      };
      become(options);
      const made = client(management);
      await made.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
      const { Roots = [] } = await made.send(new ListRootsCommand({}));
      const organization: Organization = {
        client: made,
        management,
        root: Roots[0]?.Id ?? "",
        become: (change) => {
          become(change);
          return organization;
        },
      };
      return organization;
    },
    close: async () => {
      await gateway.close();
      await emulators.close();
      rmSync(runDirectory, { recursive: true, force: true });
    },
  };
}
