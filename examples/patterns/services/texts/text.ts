/** As it was sent. */
export interface Text {
  readonly textId: string;
  readonly text: string;
}

/** In lower case, its words apart. */
export interface Words {
  readonly textId: string;
  readonly words: readonly string[];
}

/** How often each word is in a text. */
export interface Count {
  readonly textId: string;
  readonly total: number;
  readonly words: Readonly<Record<string, number>>;
}

export function wordsOf({ textId, text }: Text): Words {
  return {
    textId,
    words:
      text
        .normalize("NFC")
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  };
}

export function countOf({ textId, words }: Words): Count {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { textId, total: words.length, words: Object.fromEntries(counts) };
}
