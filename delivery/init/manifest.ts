/** A package.json as far as a project's matters. */
export type Manifest = Readonly<Record<string, unknown>>;

/** Versions of the packages a project names. */
export interface Versions {
  readonly landfall: string;
  readonly typescript: string;
  readonly nodeTypes: string;
  readonly tsx: string;
}

/** The project's package.json. What it says already stays, so that an `npm install landfall` before is kept as it is. */
export function manifestOf(organization: string, versions: Versions, existing: Manifest): Manifest {
  const wanted = {
    name: `${organization}-landing-zone`,
    version: "1.0.0",
    private: true,
    scripts: {
      validate: "landfall validate",
      rehearse: "landfall rehearse",
      deploy: "landfall deploy",
      typecheck: "tsc -p .",
    },
    dependencies: { landfall: `^${versions.landfall}` },
    devDependencies: { "@types/node": versions.nodeTypes, tsx: versions.tsx, typescript: versions.typescript },
  };
  const merged = Object.entries(wanted).map(([key, value]) => {
    const own = existing[key];
    return [key, isObject(value) && isObject(own) ? { ...value, ...own } : (own ?? value)] as const;
  });
  return { ...existing, ...Object.fromEntries(merged) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
