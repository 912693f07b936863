/** One place of a pattern: a character that stands for itself, or a wildcard. */
export type Place =
  | { readonly is: "character"; readonly character: string }
  /** `*` or `?`; `colon` tells whether it may stand for a colon. */
  | { readonly is: "many" | "one"; readonly colon: boolean };

/** Places of a text in which `*` and `?` are wildcards that stand for any character. */
export function placesOf(text: string): readonly Place[] {
  return [...text].map((character) => {
    if (character === "*") return { is: "many", colon: true };
    if (character === "?") return { is: "one", colon: true };
    return { is: "character", character };
  });
}

/** Places of a text in which no character is a wildcard. */
export function literally(text: string): readonly Place[] {
  return [...text].map((character) => ({ is: "character", character }));
}

/**
 * Whether the places cover the whole text: `*` stands for any run of characters, an empty one too, `?` for exactly one
 * ("IAM JSON policy elements: Resource", "Identify AWS resources with Amazon Resource Names (ARNs)").
 */
export function covers(places: readonly Place[], text: string): boolean {
  return coversFrom(places, 0, [...text], 0);
}

function coversFrom(places: readonly Place[], at: number, text: readonly string[], from: number): boolean {
  const place = places[at];
  const character = text[from];
  if (place === undefined) return character === undefined;
  if (place.is === "many" && coversFrom(places, at + 1, text, from)) return true;
  if (character === undefined) return false;
  if (place.is === "character") {
    return place.character === character && coversFrom(places, at + 1, text, from + 1);
  }
  if (character === ":" && !place.colon) return false;
  return coversFrom(places, place.is === "many" ? at : at + 1, text, from + 1);
}
