import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import type { TableAccess } from "../../../runtime/access/access";
import { type Circuit, newCircuit, type Next } from "./state";

/** The table of the breakers, as far as a call needs it. */
export type BreakerTable = Pick<TableAccess<"GetItem">, "get"> & Pick<TableAccess<"PutItem">, "put">;

/** Writes that may be overtaken by others before one gives up. */
const tries = 8;

/** The circuit could be read and not be written. */
export class CircuitNotWritten extends Error {
  override readonly name = "CircuitNotWritten";
}

/**
 * Reads the circuit, decides, and writes what it has become on condition that it is still as it was read; what another function wrote in between is
 * read and decided upon anew.
 *
 * @throws CircuitNotWritten; what DynamoDB says when the circuit cannot be read
 */
export async function change<Result>(
  table: BreakerTable,
  dependency: string,
  pause: () => Promise<void>,
  decide: (circuit: Circuit) => Next<Result>,
): Promise<Next<Result> & { readonly was: Circuit }> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (attempt > 0) await pause();
    const was = (await table.get<Circuit>({ Key: { dependency }, ConsistentRead: true })) ?? newCircuit;
    const next = decide(was);
    if (next.circuit === was || (await written(table, dependency, next.circuit, was.version))) return { ...next, was };
  }
  throw new CircuitNotWritten(`${dependency}: others wrote each time`);
}

async function written(table: BreakerTable, dependency: string, circuit: Circuit, was: number): Promise<boolean> {
  try {
    await table.put({
      Item: { ...circuit, dependency, version: was + 1 },
      ConditionExpression: "attribute_not_exists(dependency) OR version = :was",
      ExpressionAttributeValues: { ":was": was },
    });
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw new CircuitNotWritten(dependency, { cause: error });
  }
}
