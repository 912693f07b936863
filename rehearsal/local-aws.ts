import { randomBytes } from "node:crypto";
import { pythonEnvironment } from "./emulators/python-environment";
import { startEmulators } from "./emulators/start-emulators";
import type { FaultCount } from "./faults/faults";
import type { InjectedFaults } from "./faults/watched-faults";
import { fillLinks } from "./fill";
import type { CallRecord } from "./gateway/record";
import { startGateway } from "./gateway/start-gateway";
import { type OrganizationsOptions, organizationsLink } from "./organizations";
import { accountNames } from "./organizations/account-names";

/** Endpoint of every service of a local AWS, behind its proxy. */
export const localAwsUrl = "http://aws.internal";

export interface LocalAwsOptions {
  /** Private to the run: logs, the record of calls, the emulators' files. */
  readonly runDirectory: string;
  /** Where Python environments are kept from run to run. */
  readonly cacheDirectory: string;
  readonly region: string;
  readonly managementAccount?: string;
  /** How eventual, how throttled and how strict Organizations is. */
  readonly organizations?: OrganizationsOptions;
  /** Whether the organisation's policies are enforced on its accounts' calls. Default true; tests show by it that a refusal is theirs. */
  readonly enforcesPolicies?: boolean;
  /** What is done to calls on purpose; `botocoreData` is botocore's `data` directory. */
  readonly faults?: ((botocoreData: string) => InjectedFaults) | undefined;
  readonly report?: (line: string) => void;
}

/** A running local AWS. */
export interface LocalAws {
  readonly managementAccount: string;
  readonly proxyUrl: string;
  readonly endpointUrl: string;
  readonly record: CallRecord;
  /** What each fault has hit so far. */
  readonly faultCounts: () => readonly FaultCount[];
  /** Environment for Terraform and other programs that go through a proxy. */
  readonly proxyEnvironment: Readonly<Record<string, string>>;
  /** Environment for SDKs that do not: their endpoint is the gateway itself. */
  readonly endpointEnvironment: Readonly<Record<string, string>>;
  /** Process ids of the emulators. */
  readonly processIds: readonly number[];
  /** Sockets the emulators listen on, in a directory of this user's alone. */
  readonly socketPaths: readonly string[];
  close(): Promise<void>;
}

/** The account moto takes for its own when nobody says otherwise: its organisation's management account. */
const defaultManagementAccount = "123456789012";

/** Starts the gateway and the emulators behind it; resolves when calls are answered. */
export async function startLocalAws(options: LocalAwsOptions): Promise<LocalAws> {
  const { runDirectory, region, managementAccount = defaultManagementAccount } = options;
  const environment = await pythonEnvironment(options.cacheDirectory, options.report);
  const faults = options.faults?.(environment.botocoreData);
  const gateway = await startGateway({
    runDirectory,
    token: randomBytes(24).toString("hex"),
    managementAccount,
    region,
  });
  try {
    const emulators = await startEmulators({ environment, runDirectory, gateway, region });
    const { moto, ministack } = emulators;
    gateway.connect({
      socketPaths: { moto: moto.socketPath, ministack: ministack.socketPath },
      botocoreData: environment.botocoreData,
      links: [accountNames(), organizationsLink(options.organizations), ...fillLinks(environment.botocoreData)],
      enforcesPolicies: options.enforcesPolicies ?? true,
      faults,
    });
    const common = {
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_EC2_METADATA_DISABLED: "true",
    };
    return {
      managementAccount,
      proxyUrl: gateway.proxyUrl,
      endpointUrl: gateway.endpointUrl,
      record: gateway.record,
      faultCounts: () => faults?.counts() ?? [],
      proxyEnvironment: {
        ...common,
        AWS_ENDPOINT_URL: localAwsUrl,
        HTTP_PROXY: gateway.proxyUrl,
        http_proxy: gateway.proxyUrl,
        NO_PROXY: "",
        no_proxy: "",
      },
      endpointEnvironment: { ...common, AWS_ENDPOINT_URL: gateway.endpointUrl },
      processIds: [moto.processId, ministack.processId],
      socketPaths: [moto.socketPath, ministack.socketPath],
      close: async () => {
        await gateway.close();
        await emulators.close();
      },
    };
  } catch (error) {
    await gateway.close();
    throw error;
  }
}
