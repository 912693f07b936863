import type { BasePersistenceLayer } from "@aws-lambda-powertools/idempotency/persistence";
import { type BatchResponse, consume, type Source, type SourceEvent } from "../runtime/consume";
import type { AccessIn, ConsumerHandle } from "../runtime/handle";
import { source as queueSource, textSource } from "../runtime/sources/queue";
import { source as scheduleSource } from "../runtime/sources/schedule";
import { source as streamSource } from "../runtime/sources/stream";
import * as subscription from "../runtime/sources/subscription";
import type { ConsumerDefinition, ServiceDefinition } from "../service-definition";
import { keyOf } from "../uses/key-of";
import { context } from "./events";
import { MemoryStore } from "./memory-store";

type Deliver = (event: SourceEvent) => Promise<BatchResponse>;

/**
 * A consumer's function in this process, but for AWS: the batch, the idempotency and the logs are those of the deployed one.
 *
 * @param access what the handler is given: only what it declares is asked for
 * @param store what was handled; in memory, and its own, when absent
 */
export function testConsumer<
  Service extends ServiceDefinition & { readonly consumers: object },
  Id extends Extract<keyof Service["consumers"], string>,
  Payload,
>(
  service: Service,
  id: Id,
  handle: ConsumerHandle<Service, Id, Payload>,
  access: AccessIn<Service, Service["consumers"], Id>,
  store: BasePersistenceLayer = new MemoryStore(),
): Deliver {
  const definition: ConsumerDefinition | undefined = (service as ServiceDefinition).consumers?.[id];
  if (definition === undefined) throw new Error(`${service.name} has no consumer ${id}`);
  type Given = Parameters<typeof handle>[0];
  const { from } = definition;
  if (from.kind === "dataStream") throw new Error(`${id} takes many records at once: call its handler`);
  const kind = from.kind === "queue" && from.body === "text" ? "text" : from.kind;
  const { source, handling } = sources[kind] as unknown as Wiring<Given>;
  const run = consume(
    { name: id, key: keyOf(definition) },
    source,
    handling((given) => handle(given, access)),
    store,
  );
  return (event) => run(event, context);
}

interface Wiring<Given> {
  readonly source: Source<Given>;
  readonly handling: (handle: (given: Given) => Promise<void>) => (given: Given) => Promise<void>;
}

const asItIs = <Handle>(handle: Handle): Handle => handle;

/** As the entry module of a bundle ties a handler to where its records come from. */
const sources = {
  queue: { source: queueSource, handling: asItIs },
  topic: { source: queueSource, handling: asItIs },
  text: { source: textSource, handling: asItIs },
  schedule: { source: scheduleSource, handling: asItIs },
  stream: { source: streamSource, handling: asItIs },
  subscription,
};
