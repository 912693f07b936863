/** A package of CDKTF's and what CDK Terrain has in its place. */
interface Swap {
  readonly from: string;
  readonly to: string;
  readonly version: string;
}

/**
 * CDK Terrain as npm serves it. Its prebuilt bindings have followed hashicorp/aws 6 from the first, so that there are none of 5.100.0. Those of 25.5.0
 * (hashicorp/aws 6.64.0) are the oldest whose peer is the core named here: 23.7.0 (6.40.0) and 24.1.0 (6.45.0) ask for cores before it.
 */
export const swaps: readonly Swap[] = [
  { from: "cdktf", to: "cdktn", version: "0.24.0" },
  { from: "cdktf-cli", to: "cdktn-cli", version: "0.24.0" },
  { from: "@cdktf/provider-aws", to: "@cdktn/provider-aws", version: "25.5.0" },
];

/** What CDK Terrain asks for of a package that both need. */
const peers: Readonly<Record<string, string>> = { constructs: "10.6.0" };

interface PackageJson {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The same `package.json` with CDK Terrain's packages. @throws Error where one to swap is not among its dependencies */
export function withSwappedDependencies<T extends PackageJson>(json: T): T {
  const before = json.dependencies ?? {};
  const missing = swaps.find(({ from }) => before[from] === undefined);
  if (missing) throw new Error(`package.json does not depend on ${missing.from}`);
  const others = Object.entries(before).filter(([name]) => swaps.every(({ from }) => from !== name));
  const added = swaps.map(({ to, version }) => [to, version] as const);
  const dependencies = Object.fromEntries([...others, ...added, ...Object.entries(peers)]);
  return { ...json, dependencies };
}

/** The same module with CDK Terrain's packages in each string that names one of CDKTF's or a file of one. */
export function withSwappedImports(text: string): string {
  return text.replace(/(["'])((?:@cdktf\/)?[\w-]+)(?=["'/])/g, (whole, quote: string, name: string) => {
    const swap = swaps.find(({ from }) => from === name);
    return swap === undefined ? whole : `${quote}${swap.to}`;
  });
}
