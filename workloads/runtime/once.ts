import { createHash } from "node:crypto";
import {
  IdempotencyAlreadyInProgressError,
  IdempotencyConfig,
  IdempotencyKeyError,
  IdempotencyValidationError,
  makeIdempotent,
} from "@aws-lambda-powertools/idempotency";
import type { BasePersistenceLayer } from "@aws-lambda-powertools/idempotency/persistence";
import type { Context } from "aws-lambda";
import { idempotencyTable } from "./idempotency-table";
import type { Request } from "./read-request";
import { problem, type Reply } from "./reply";
import type { Handle } from "./serve";

/** What the definition says of an operation that has a key. */
export interface Repeatable {
  readonly operationId: string;
  /** JMESPath, in the request, of what makes two requests the same one. */
  readonly key: string;
}

/** As long as `createRecord` keeps its keys. */
const keptSeconds = 24 * 3600;

/** An answer that says nothing of how it ends: the next request with that key tries again. */
class NotAnswered extends Error {
  constructor(readonly reply: Reply) {
    super("not answered");
  }
}

/**
 * Answers a request that is repeated with its key by what the first one was answered, without calling the handler again. One that comes while the
 * first is at work is told to come again; another request with the same key is refused. Keys are each caller's own.
 *
 * A function that is killed between its effect and what it remembers is called again once it cannot be at work any more: the effect itself should be
 * one that can be repeated, or a transaction with a condition.
 */
export function once(
  { operationId, key }: Repeatable,
  handle: Handle,
  persistenceStore: BasePersistenceLayer = idempotencyTable(),
): (request: Request, context?: Context) => Promise<Reply> {
  const config = new IdempotencyConfig({
    eventKeyJmesPath: key,
    payloadValidationJmesPath: "[path, query, body]",
    throwOnNoIdempotencyKey: true,
    expiresAfterSeconds: keptSeconds,
    hashFunction: "sha256",
  });
  const answer = async (request: Request): Promise<Reply> => {
    const reply = await handle(request);
    if (reply.status >= 500) throw new NotAnswered(reply);
    // As it is stored, so that the first answer and those after it are the same.
    return JSON.parse(JSON.stringify(reply));
  };
  return async (request, context) => {
    if (context !== undefined) config.registerLambdaContext(context);
    const keyPrefix = `${operationId}.${callerOf(request)}`;
    try {
      return await makeIdempotent(answer, { persistenceStore, config, keyPrefix })(request);
    } catch (error) {
      const reply = replyTo(error);
      if (reply === undefined) throw error;
      return reply;
    }
  };
}

function replyTo(error: unknown): Reply | undefined {
  if (error instanceof NotAnswered) return error.reply;
  if (error instanceof IdempotencyAlreadyInProgressError)
    return problem(409, "A request with this key is at work", { headers: { "retry-after": "1" } });
  if (error instanceof IdempotencyValidationError) return problem(422, "This key was used for another request");
  if (error instanceof Error && error.cause instanceof IdempotencyKeyError)
    return problem(400, "Nothing in the request is its key");
  return undefined;
}

/** Nobody is answered what somebody else was. */
function callerOf({ caller }: Request): string {
  return createHash("sha256")
    .update(caller === undefined ? "" : `${caller.kind} ${caller.subject}`)
    .digest("base64url");
}
