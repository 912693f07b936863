import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { unpackChromium } from "./unpack";

interface Candidate {
  readonly from: string;
  readonly executable: () => string;
  readonly libraries?: () => string;
}

/** For machines without a GPU, a user namespace or a network. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const systemNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * A real Chromium: the one that CHROMIUM_PATH names, else one of the system, else the one that npm shipped.
 * @throws Error saying what was tried and how to name a browser when none starts
 */
export async function launchChromium(environment: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const failures: string[] = [];
  for (const candidate of candidates(environment)) {
    try {
      return await start(candidate, environment);
    } catch (error) {
      failures.push(`${candidate.from}: ${String(error).split("\n").slice(0, 3).join(" ")}`);
    }
  }
  throw new Error(
    ["no Chromium starts; set CHROMIUM_PATH to one, or install the package chromium", ...failures].join("\n"),
  );
}

function start({ executable, libraries }: Candidate, environment: NodeJS.ProcessEnv): Promise<Browser> {
  const path = [libraries?.(), environment["LD_LIBRARY_PATH"]].filter((part) => part !== undefined).join(delimiter);
  const env = { ...environment, ...(path === "" ? {} : { LD_LIBRARY_PATH: path }) };
  return chromium.launch({ executablePath: executable(), args: flags, env: defined(env) });
}

function candidates(environment: NodeJS.ProcessEnv): readonly Candidate[] {
  const { CHROMIUM_PATH: named } = environment;
  if (named !== undefined && named !== "") return [{ from: "CHROMIUM_PATH", executable: () => named }];
  const executable = (): string => unpackChromium().executable;
  return [
    ...systemBrowsers(environment),
    { from: "@sparticuz/chromium", executable },
    { from: "@sparticuz/chromium with its own libraries", executable, libraries: () => unpackChromium().libraries },
  ];
}

function systemBrowsers({ PATH = "" }: NodeJS.ProcessEnv): readonly Candidate[] {
  const found = systemNames.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name))).filter(runs);
  return found.map((path) => ({ from: path, executable: () => path }));
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function defined(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
