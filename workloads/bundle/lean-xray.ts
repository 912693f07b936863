import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const sdk = "aws-xray-sdk-core";

/** Modules of the X-Ray SDK that no function runs, and what stands in their place. */
const leftOut: Readonly<Record<string, string>> = {
  // Clients of the AWS SDK for JavaScript 2, which compares versions with a library of 29 kB.
  "patchers/aws_p.js": `
    const refuse = () => { throw new Error("the AWS SDK for JavaScript 2 is not traced: take a client of version 3"); };
    module.exports = { captureAWS: refuse, captureAWSClient: refuse };`,
  // Calls over Node's http, which would be recorded twice: clients of AWS are traced one by one (runtime/telemetry.ts).
  "patchers/http_p.js": `
    const refuse = () => { throw new Error("calls over node:http are not traced"); };
    module.exports = { captureHTTPs: refuse, captureHTTPsGlobal: refuse };`,
  // What decides by rules of X-Ray which requests to a web server are traced: of a function, Lambda has decided.
  "middleware/mw_utils.js": "module.exports = { disableCentralizedSampling() {} };",
  "middleware/incoming_request_data.js": "module.exports = {};",
  // What asks an instance of EC2, a task of ECS or an environment of Elastic Beanstalk who it is.
  "segments/plugins/ec2_plugin.js": "module.exports = {};",
  "segments/plugins/ecs_plugin.js": "module.exports = {};",
  "segments/plugins/elastic_beanstalk_plugin.js": "module.exports = {};",
  // What carries a trace through promises of libraries: those of Node do it themselves.
  "patchers/promise_p.js": "module.exports = {};",
};

/** What of a call is recorded, by service; most of it is about these, of which a function has seldom both clients. */
const recorded = "resources/aws_whitelist.json";
const recordedClients = ["s3", "sqs"] as const;

/** A service of which the X-Ray SDK records more than that it was called, if calls of it are made. */
export type RecordedClient = (typeof recordedClients)[number];

/** Those among the files of a bundle. */
export function recordedIn(inputs: readonly string[]): readonly RecordedClient[] {
  return recordedClients.filter((client) => inputs.some((file) => file.includes(`/@aws-sdk/client-${client}/`)));
}

/** The library below, by which a trace follows asynchronous calls, and what takes its place. */
const contexts = "cls-hooked/context";
const ownContexts = join(__dirname, "..", "runtime", "lean", "contexts.ts");

/** A copy of the X-Ray SDK for a bundle. */
export interface LeanXray {
  /** What `aws-xray-sdk-core` stands for. */
  readonly alias: Readonly<Record<string, string>>;
  /** Where it finds what it imports itself. */
  readonly nodePaths: readonly string[];
  /** What the copy depends on: the file by which the SDK's version is known, and this. */
  readonly inputs: readonly string[];
}

/**
 * Copies the X-Ray SDK into a folder, but for what no function runs. It is CommonJS, of which a bundler keeps everything.
 *
 * @param clients those that are bundled: what is recorded of their calls stays
 */
export function copyLeanXray(folder: string, clients: readonly RecordedClient[]): LeanXray {
  const input = require.resolve(`${sdk}/package.json`);
  const lib = join(folder, sdk, "dist", "lib");
  cpSync(join(dirname(input), "dist", "lib"), lib, { recursive: true });
  const { name, version } = JSON.parse(readFileSync(input, "utf8")) as Readonly<Record<string, string>>;
  writeFileSync(join(folder, sdk, "package.json"), JSON.stringify({ name, version }));
  for (const [file, text] of Object.entries(leftOut)) {
    // A release that has no such module any more has to be looked at.
    readFileSync(join(lib, file));
    writeFileSync(join(lib, file), text);
  }
  writeFileSync(join(lib, recorded), recordedOf(clients, readFileSync(join(lib, recorded), "utf8")));
  return {
    alias: { [sdk]: join(lib, "index.js"), [contexts]: ownContexts },
    nodePaths: [join(dirname(input), "node_modules"), join(dirname(input), "..")],
    inputs: [input, __filename],
  };
}

function recordedOf(clients: readonly RecordedClient[], text: string): string {
  const list: { readonly services: Readonly<Record<string, unknown>> } = JSON.parse(text);
  const unused = Object.fromEntries(
    recordedClients.filter((client) => !clients.includes(client)).map((client) => [client, undefined]),
  );
  return JSON.stringify({ ...list, services: { ...list.services, ...unused } });
}
