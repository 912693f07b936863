import { UserError } from "../../declaration/user-error";
import { readState } from "../state/read-state";
import type { Caller } from "../../live/sts";
import { listObjectKeys } from "./bucket-contents";

/** Where the policy of `landfall-service` lets services keep their states. */
const prefix = "service/";

/**
 * Refuses to go on while a service of the account lives, whether its file still names it or not: its resources would be nobody's.
 * @param caller who may read the buckets
 * @throws UserError naming every service's state that still has resources, and every lock
 */
export async function refuseLivingServices(caller: Caller, account: string, buckets: readonly string[]): Promise<void> {
  const found = (await Promise.all(buckets.map((bucket) => servicesIn(caller, bucket)))).flat();
  if (found.length === 0) return;
  throw new UserError(
    `services of ${account} live on: ${found.join("; ")}`,
    `Destroy each first: name it as \`service\` in the file of ${account} and run the same command again. A lock goes when its holder is done.`,
  );
}

async function servicesIn(caller: Caller, bucket: string): Promise<readonly string[]> {
  const { region, environment } = caller;
  const found: string[] = [];
  for (const key of await listObjectKeys(caller, bucket, prefix)) {
    const where = `s3://${bucket}/${key}`;
    if (key.endsWith(".tflock")) found.push(`${where} is held`);
    if (!key.endsWith(".tfstate")) continue;
    const count = (await readState({ state: { bucket, key } }, region, environment))?.addresses.length ?? 0;
    if (count > 0) found.push(`${where} still has resources (${count})`);
  }
  return found;
}
