import { resolve } from "node:path";
import { type Feature, features } from "../../test/network/features/features";
import { organizationFeatures } from "../../test/org/features/features";
import { securityFeatures } from "../../test/security/features/features";
import { checkout } from "./checkout";
import { withoutModule } from "./without-module";

const root = resolve(__dirname, "../..");

/**
 * `npm run soak` and `node landfall.mjs --run bench/features/run.ts [WORD …]`: takes away each module of each feature of docs/features.md, or
 * of those whose name holds a word, and runs the feature's tests, which must fail. Exits 1 when some pass, with a module or without.
 */
function run(words: readonly string[]): number {
  const isAsked = ({ name }: Feature): boolean =>
    words.length === 0 || words.some((word) => name.toLowerCase().includes(word.toLowerCase()));
  const copy = checkout(root);
  const outcomes = { killed: 0, survived: 0, broken: 0 };
  const tell = (outcome: keyof typeof outcomes, feature: string, what: string, started: number): void => {
    outcomes[outcome]++;
    console.log(`| ${feature} | ${what} | ${outcome} | ${Math.round((Date.now() - started) / 1000)} |`);
  };
  console.log("| feature | without | its tests | seconds |\n|---|---|---|---|");
  try {
    for (const { name, files, tests } of [...features, ...organizationFeatures, ...securityFeatures].filter(isAsked)) {
      const [first = ""] = files;
      const whole = Date.now();
      if (!copy.passes(tests, first, (text) => text)) {
        tell("broken", name, "nothing", whole);
        continue;
      }
      for (const file of files) {
        const started = Date.now();
        tell(copy.passes(tests, file, withoutModule) ? "survived" : "killed", name, file, started);
      }
    }
  } finally {
    copy.remove();
  }
  const { killed, survived, broken } = outcomes;
  console.log(
    `${killed} modules are missed by their tests, ${survived} are not; ${broken} features fail with all of theirs`,
  );
  return survived + broken === 0 ? 0 : 1;
}

process.exitCode = run(process.argv.slice(2));
