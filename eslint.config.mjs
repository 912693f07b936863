import { existsSync } from "node:fs";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import { importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";
import boundaries from "./boundaries.json" with { type: "json" };

/** Every folder of `boundaries.json` may import itself and what its row names: `from` lists all the others. */
const zones = Object.entries(boundaries).map(([folder, allowed]) => ({
  target: `./${folder}`,
  from: Object.keys(boundaries)
    .concat(["test", "docs"])
    .filter((other) => other !== folder && !allowed.includes(other))
    .map((other) => `./${other}`)
    .filter((path) => existsSync(path)),
  message: `${folder}/ may import only: ${allowed.join(", ") || "nothing of Landfall"} (boundaries.json)`,
}));

/** The oracle is worth something only as long as it shares no code with what it judges; `product.ts` is where both meet. */
const oracle = {
  target: "./test/oracle/**/!(product).ts",
  from: Object.keys(boundaries)
    .map((folder) => `./${folder}`)
    .filter((path) => existsSync(path)),
  message: "test/oracle/ shares no code with the product; only its product.ts may import it",
};

export default tseslint.config(
  { ignores: ["node_modules/", "**/cdktf.out/", "types/", "**/.landfall/", "coverage/"] },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: ["**/*.ts"] })),
  {
    files: ["**/*.ts"],
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver({ project: "tsconfig.json" })] },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "import-x/no-restricted-paths": ["error", { zones: [...zones, oracle] }],
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "max-lines": ["error", { max: 300 }],
      eqeqeq: "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "ImportDeclaration[source.value='@cdktf/provider-aws']",
          message: "Import a submodule such as @cdktf/provider-aws/lib/vpc: the root loads every resource.",
        },
      ],
    },
  },
  { files: ["test/**/*.ts"], rules: { "max-lines": ["error", { max: 600 }] } },
);
