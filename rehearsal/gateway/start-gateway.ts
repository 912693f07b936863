import type { EmulatorName } from "../emulators/start-emulators";
import type { InjectedFaults } from "../faults/watched-faults";
import { answerCalls } from "./answer-calls";
import { awsError } from "./aws-error";
import { connectBackend } from "./backend";
import type { AwsResponse, CallHandler } from "./call";
import { type AdmittedHandler, listen } from "./listen";
import { type CallRecord, createRecord } from "./record";

export interface GatewayOptions {
  /** The record of calls is written here. */
  readonly runDirectory: string;
  /** Secret of this run, safe in a URL. */
  readonly token: string;
  /** Account the ambient credentials belong to: twelve digits. */
  readonly managementAccount: string;
  readonly region: string;
}

/** Where emulators listen and what they were started with; known only after the gateway has its port. */
export interface GatewayBackends {
  readonly socketPaths: Readonly<Record<EmulatorName, string>>;
  /** botocore's `data` directory. */
  readonly botocoreData: string;
  /** Asked in order before the backends. */
  readonly links: readonly CallHandler[];
  /** Whether the organisation's policies are enforced; only a test turns it off. */
  readonly enforcesPolicies: boolean;
  /** What is done to calls on purpose; nothing when undefined. */
  readonly faults?: InjectedFaults | undefined;
}

export interface Gateway {
  readonly port: number;
  /** For `HTTP_PROXY`: the token is its password. */
  readonly proxyUrl: string;
  /** For `AWS_ENDPOINT_URL` of programs that use no proxy: the token is its path. */
  readonly endpointUrl: string;
  readonly record: CallRecord;
  /** Starts answering; until then every call is refused with 503. */
  connect(backends: GatewayBackends): void;
  close(): Promise<void>;
}

/** One loopback port in front of the emulators, which want to know that port before they start: hence `connect`. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const record = createRecord(options.runDirectory);
  const notReady: AwsResponse = awsError("rest-json", 503, "ServiceUnavailable", "The local AWS is still starting.");
  let handle: AdmittedHandler = () => Promise.resolve(notReady);
  let disconnect = (): void => {};
  const listener = await listen(options.token, (request) => handle(request));
  return {
    port: listener.port,
    proxyUrl: `http://landfall:${options.token}@127.0.0.1:${listener.port}`,
    endpointUrl: `http://127.0.0.1:${listener.port}/${options.token}`,
    record,
    connect: (backends) => {
      const connections = {
        moto: connectBackend(backends.socketPaths.moto),
        ministack: connectBackend(backends.socketPaths.ministack),
      };
      handle = answerCalls({ ...options, ...backends, connections, record });
      disconnect = () => Object.values(connections).forEach((connection) => connection.close());
    },
    close: async () => {
      await listener.close();
      disconnect();
      await record.close();
    },
  };
}
