import { readFileSync } from "node:fs";
import {
  GetFunctionConfigurationCommand,
  type LambdaClient,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { unzipSync } from "fflate";
import { zip } from "../../workloads/bundle/zip";

/** What a function is deployed with in place of what it is made of. */
export interface Changed {
  readonly code: (code: string) => string;
  /** Beside its own. */
  readonly variables?: Readonly<Record<string, string>>;
}

/**
 * Deploys a function with a mechanism switched off.
 *
 * @param file the bundle it was deployed with
 * @returns what puts it back
 * @throws Error when the change changes nothing: the mechanism looks different by now
 */
export async function changedFunction(
  lambda: LambdaClient,
  FunctionName: string,
  file: string,
  { code, variables = {} }: Changed,
): Promise<() => Promise<void>> {
  const bundled = readFileSync(file);
  const was = Buffer.from(unzipSync(bundled)["index.mjs"] ?? []).toString();
  const changed = code(was);
  if (changed === was) throw new Error(`${FunctionName} has nothing to switch off`);
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  const own = { ...Environment?.Variables };
  const deploy = async (ZipFile: Uint8Array, Variables: Record<string, string>): Promise<void> => {
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }));
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }));
  };
  await deploy(zip({ "index.mjs": Buffer.from(changed) }), { ...own, ...variables });
  return () => deploy(bundled, own);
}
