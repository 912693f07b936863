import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { documents } from "../clients/dynamodb";
import type { WritePart } from "./table";

/** Writes all parts or none. @throws TransactionCanceledException whose reasons are in the order of the parts */
export async function transact(parts: readonly WritePart[]): Promise<void> {
  await documents.send(new TransactWriteCommand({ TransactItems: [...parts] }));
}
