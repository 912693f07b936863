import { join } from "node:path";
import { build } from "../../workloads/bundle/build";
import { sourcesOfConsumer, sourcesOfOperation } from "../../workloads/bundle/bundle-function";
import type { GeneratedSources } from "../../workloads/bundle/generated-sources";
import { loadContract } from "../../workloads/contract/load-contract";
import type { ServiceDefinition } from "../../workloads/service-definition";
import { serviceNamed } from "../../workloads/services";

/** A function of the sample, and a bare handler that makes the same calls and does nothing else. */
export interface Compared {
  /** `service id` */
  readonly id: string;
  readonly event: object;
  /** The zips, of one build: the SDK is in each, and in each credentials come from the environment alone. */
  readonly zips: (replaced?: Readonly<Record<string, string>>) => Zips;
}

export interface Zips {
  readonly ours: Uint8Array;
  readonly bare: Uint8Array;
  /** Of a consumer: a bare handler that handles a delivery once and says which failed, by hand. */
  readonly careful?: Uint8Array;
}

interface Sample {
  /** File of `bare/`. */
  readonly bare: string;
  /** Another, of a handler that does what a consumer has to do. */
  readonly careful?: string;
  readonly event: object;
}

const id = "01890a5d-ac96-774b-bcce-b302099a8057";
const posted = (body: object): object => ({
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** What each function is given. Of requests, what is not the same for all. */
const samples: Readonly<Record<string, Sample>> = {
  "orders createOrder": {
    bare: "create",
    event: posted({ customerId: "c", currency: "EUR", items: [{ sku: "TEA", quantity: 2, unitPrice: 450 }] }),
  },
  "orders getOrder": { bare: "get", event: { headers: {}, pathParameters: { orderId: id } } },
  "orders listOrders": { bare: "list", event: { headers: {}, queryStringParameters: { limit: "20" } } },
  "orders requestConfirmation": {
    bare: "send",
    careful: "send-once",
    event: {
      Records: [
        {
          ...{ eventID: "1", eventName: "INSERT", eventSource: "aws:dynamodb" },
          dynamodb: {
            SequenceNumber: "1",
            Keys: { id: { S: id } },
            NewImage: { orderId: { S: id }, status: { S: "placed" } },
          },
        },
      ],
    },
  },
  "orders confirmOrder": {
    bare: "update",
    careful: "update-once",
    event: {
      Records: [
        {
          ...{ messageId: "1", receiptHandle: "1", eventSource: "aws:sqs", body: JSON.stringify({ orderId: id }) },
          ...{ attributes: { ApproximateReceiveCount: "1" }, messageAttributes: {} },
        },
      ],
    },
  },
  "payments createPayment": {
    bare: "create",
    event: posted({ orderId: id, amount: 2199, currency: "EUR", method: "card" }),
  },
  "payments getPayment": { bare: "get", event: { headers: {}, pathParameters: { paymentId: id } } },
  "payments listPayments": { bare: "list", event: { headers: {}, queryStringParameters: { limit: "20" } } },
};

/** The functions of the sample's services that have a bare handler beside them; says which have none. */
export function functions(): readonly Compared[] {
  return ["orders", "payments"].flatMap((service) => functionsOf(serviceNamed(service)));
}

function functionsOf(service: ServiceDefinition): readonly Compared[] {
  const contract = loadContract(service.contract);
  const isSampled = (name: string): boolean => Object.hasOwn(samples, `${service.name} ${name}`);
  const names = [...Object.keys(service.operations), ...Object.keys(service.consumers ?? {})];
  const left = names.filter((name) => !isSampled(name));
  if (left.length > 0) console.warn(`${service.name}: without a bare handler to compare with: ${left.join(", ")}`);
  const compared = (name: string, { files, replaced: own }: GeneratedSources, more: object): Compared => {
    const sample = samples[`${service.name} ${name}`];
    if (sample === undefined) throw new Error(`nobody said what ${service.name} ${name} is given in a bench`);
    return {
      id: `${service.name} ${name}`,
      event: { ...more, ...sample.event },
      zips: (replaced) => ({
        ours: build(files, { ...own, ...replaced }).zip,
        bare: bareZip(sample.bare, replaced),
        ...(sample.careful === undefined ? {} : { careful: bareZip(sample.careful, replaced) }),
      }),
    };
  };
  return [
    ...contract.operations
      .filter((operation) => isSampled(operation.id))
      .map((operation) => {
        const { id: name, method, path } = operation;
        const requestContext = { requestId: "request-1", http: { method, path } };
        return compared(name, sourcesOfOperation(service, contract, operation), {
          routeKey: `${method} ${path}`,
          requestContext,
          isBase64Encoded: false,
        });
      }),
    ...Object.entries(service.consumers ?? {})
      .filter(([name]) => isSampled(name))
      .map(([name, consumer]) => compared(name, sourcesOfConsumer(service, name, consumer), {})),
  ];
}

/** What `bare/` has under a name, as it would be bundled. */
export function bareZip(name: string, replaced: Readonly<Record<string, string>> = {}): Uint8Array {
  const file = join(__dirname, "bare", `${name}.ts`);
  return build({ "index.mjs": `export { handler } from ${JSON.stringify(file)};` }, replaced).zip;
}
