import { rootPath } from "./root-path";

/**
 * How a zone writes an organizational unit's name. AWS takes any 1 to 128 characters (Organizations API Reference,
 * CreateOrganizationalUnit); here a slash separates units and `root` is the root, so that these and what no editor shows are written
 * `%2F`, as in a URL.
 */
const written = /[%/\p{Cc}]|^\p{Z}|\p{Z}$/gu;

/** Names that would mean something else as a key of the tree. */
const reserved = /^(?:__proto__|root)$/i;

/** @param parent path of the unit above, or `root` */
export function unitKey(name: string, parent: string): string {
  const key = name.replace(written, percent);
  const isReserved = reserved.test(name) && (name.startsWith("_") || parent === rootPath);
  return isReserved ? percent(key.slice(0, 1)) + key.slice(1) : key;
}

/** The name in AWS of a unit that a zone writes so. */
export function unitName(key: string): string {
  return key.replace(/(?:%[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll("%", ""), "hex").toString("utf8"));
}

function percent(character: string): string {
  return [...Buffer.from(character, "utf8")]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");
}
