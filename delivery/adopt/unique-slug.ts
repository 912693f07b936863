import { formats } from "../../declaration/schema/formats";

const longest = 32;

/**
 * A name as a zone writes it, made from any text: `Log Archive (EU)` becomes `log-archive-eu`.
 * @param fallback first word where the text has no letter to start with
 * @param isTaken names that something else has; a number is appended then
 */
export function uniqueSlug(text: string, fallback: string, isTaken: (slug: string) => boolean): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  const trimmed = words.replace(/^-+|-+$/g, "");
  const base = shorten(/^[a-z]/.test(trimmed) ? trimmed : [fallback, trimmed].filter(Boolean).join("-"), longest);
  if (!formats.slug.pattern.test(base)) throw new Error(`${base} is no name`);
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : `-${number}`;
    const slug = shorten(base, longest - suffix.length) + suffix;
    if (!isTaken(slug)) return slug;
  }
}

function shorten(slug: string, length: number): string {
  return slug.slice(0, length).replace(/-+$/, "");
}
