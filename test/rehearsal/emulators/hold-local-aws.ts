import { startLocalAws } from "../../../rehearsal/local-aws";

/** Starts a local AWS, says where it is, and stays: `hold-local-aws.ts RUN_DIRECTORY CACHE_DIRECTORY`. */
async function main([runDirectory = "", cacheDirectory = ""]: readonly string[]): Promise<void> {
  const { processIds, proxyUrl, socketPaths } = await startLocalAws({
    runDirectory,
    cacheDirectory,
    region: "eu-central-1",
  });
  console.log(JSON.stringify({ processIds, proxyUrl, socketPaths }));
  setInterval(() => undefined, 60_000);
}

void main(process.argv.slice(2));
