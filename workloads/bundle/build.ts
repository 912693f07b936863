import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { type Built, projectRoot } from "./bundle-cache";
import { entryName } from "./generated-sources";
import { copyLeanXray, type RecordedClient, recordedIn } from "./lean-xray";
import { zip } from "./zip";

/**
 * Bundles generated sources and what they import into one minified ES module, zipped as `index.mjs`.
 *
 * An ES module because it loads in 63 ms where CommonJS takes 90 ms. The AWS SDK is bundled too: the copy in Lambda's
 * runtime changes without notice, and a tree-shaken one loads faster.
 *
 * @param replaced module → file that takes its place
 */
export function build(
  sources: Readonly<Record<string, string>>,
  replaced: Readonly<Record<string, string>> = {},
): Built {
  const built = bundled(sources, replaced, []);
  // Which clients a function has is known when it is bundled.
  const clients = recordedIn(built.inputs);
  return clients.length > 0 ? bundled(sources, replaced, clients) : built;
}

function bundled(
  sources: Readonly<Record<string, string>>,
  replaced: Readonly<Record<string, string>>,
  clients: readonly RecordedClient[],
): Built {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "landfall-bundle-")));
  try {
    for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text);
    const root = projectRoot();
    const xray = copyLeanXray(folder, clients);
    const { outputFiles, metafile } = buildSync({
      entryPoints: [join(folder, entryName)],
      absWorkingDir: root,
      outdir: folder,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      platform: "node",
      target: "node22",
      format: "esm",
      mainFields: ["module", "main"],
      legalComments: "none",
      logLevel: "silent",
      alias: {
        // Generated sources lie outside of the project, where these would not be found.
        ajv: packageFolder("ajv"),
        "ajv-formats": packageFolder("ajv-formats"),
        "@aws-sdk/credential-provider-node": join(__dirname, "..", "runtime", "environment-credentials.ts"),
        ...xray.alias,
        ...replaced,
      },
      nodePaths: [...xray.nodePaths],
      // CommonJS libraries call `require` for Node's own modules.
      banner: { js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);' },
    });
    const code = outputFiles[0]?.contents;
    if (!code) throw new Error("esbuild gave no output");
    const inputs = Object.keys(metafile.inputs).map((path) => resolve(root, path));
    const outside = inputs.filter((path) => !path.startsWith(folder));
    const traced = outside.length < inputs.length - Object.keys(sources).length;
    return { zip: zip({ "index.mjs": code }), inputs: [...outside, ...(traced ? xray.inputs : []), __filename] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}
