import { readFileSync } from "node:fs";
import { UpdateFunctionCodeCommand } from "@aws-sdk/client-lambda";
import type { Bundle } from "../../../workloads/bundle/bundle-cache";
import { zip } from "../../../workloads/bundle/zip";
import type { KeptAccount } from "../kept-accounts";

/** Code of a function that fails at once. */
export const failing = codeOf('export const handler = async () => { throw new Error("broken on purpose"); };');

/** Code of a function that answers nobody until Lambda ends it. */
export const silent = codeOf("export const handler = () => new Promise((done) => setTimeout(done, 60_000));");

function codeOf(source: string): Uint8Array {
  return zip({ "index.mjs": Buffer.from(source) });
}

/** Does something while a function has other code, and gives it back its own. */
export async function withCode(
  { lambda }: KeptAccount,
  FunctionName: string,
  own: Bundle,
  other: Uint8Array,
  during: () => Promise<void>,
): Promise<void> {
  const deploy = (ZipFile: Uint8Array) => lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }));
  await deploy(other);
  try {
    await during();
  } finally {
    await deploy(readFileSync(own.file));
  }
}
