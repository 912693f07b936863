import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cacheDirectory } from "./cache-directory";
import { startLocalAws } from "./local-aws";
import { terraformEnvironment } from "./provider/terraform-environment";

/**
 * Starts the local AWS alone and prints the environment for Terraform, one `export` a line, then waits for Ctrl-C:
 *
 *     npx tsx rehearsal/start-local-aws.ts > aws.env &
 *     source aws.env && terraform apply
 */
async function main(): Promise<void> {
  const runDirectory = mkdtempSync(join(tmpdir(), "landfall-run-"));
  mkdirSync(runDirectory, { recursive: true, mode: 0o700 });
  const region = process.argv[2] ?? "eu-central-1";
  const aws = await startLocalAws({
    runDirectory,
    cacheDirectory: cacheDirectory(),
    region,
    report: (line) => console.error(line),
  });
  const variables = {
    ...aws.proxyEnvironment,
    ...terraformEnvironment({ runDirectory }),
    LANDFALL_ENDPOINT_URL: aws.endpointUrl,
    LANDFALL_RUN_DIRECTORY: runDirectory,
  };
  for (const [name, value] of Object.entries(variables)) console.log(`export ${name}='${value}'`);
  console.error(
    `The local AWS is up: management account ${aws.managementAccount}, logs in ${runDirectory}. Ctrl-C ends it.`,
  );
  const stop = (): void => {
    void aws.close().then(() => {
      rmSync(runDirectory, { recursive: true, force: true });
      process.exit(0);
    });
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

void main();
