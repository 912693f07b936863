import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Block, blocksOf, root } from "./page";

/** Pages that a reader follows in the zone that `init` makes: path → blocks with what they change and type. */
export const followed: ReadonlyMap<string, readonly Block[]> = new Map(
  [
    ...readdirSync(join(root, "docs/how-to")).map((file) => `docs/how-to/${file}`),
    "docs/tutorials/first-zone.md",
    "docs/tutorials/first-audit.md",
  ].flatMap((file) => {
    const blocks = blocksOf(readFileSync(join(root, file), "utf8")).filter(
      ({ language, info }) => language === "console" || info !== "",
    );
    // A page that changes no file and types nothing is read, and not followed.
    return blocks.some(({ language, info }) => language === "diff" || (language === "console" && info !== "by hand"))
      ? [[file, blocks] as const]
      : [];
  }),
);
