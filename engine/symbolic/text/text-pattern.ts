import { colon, type Glob, globOf, wildcard } from "../../match/glob";
import { resourceGlob } from "../../match/resource";
import { parseTemplate, plainText, resolve, type Resolved } from "../../match/template";
import type { Operator } from "../../policy/operator";
import type { Request } from "../../request";
import { opposites } from "../atoms";
import type { Atom } from "../formula";

/** A regular language of texts: literal code units and wildcards. */
export interface TextPattern {
  readonly tokens: Glob;
  readonly ignoreCase: boolean;
}

const textOperators: Partial<Record<Operator, (value: Resolved) => TextPattern | undefined>> = {
  StringEquals: (value) => ({ tokens: units(plainText(value)), ignoreCase: false }),
  StringEqualsIgnoreCase: (value) => ({ tokens: units(plainText(value).toLowerCase()), ignoreCase: true }),
  StringLike: (value) => ({ tokens: globOf(value), ignoreCase: false }),
  ArnLike: (value) => {
    const tokens = arnTokens(globOf(value));
    return tokens === undefined ? undefined : { tokens, ignoreCase: false };
  },
};

/** A negated operator tells the same texts apart as its positive one. */
function reader(operator: Operator): ((value: Resolved) => TextPattern | undefined) | undefined {
  return textOperators[opposites[operator] ?? operator];
}

/** Whether an atom compares text with patterns, whose regions an automaton finds. */
export function comparesText(atom: Atom): boolean {
  return atom.is === "resource" || reader(atom.test.operator) !== undefined;
}

/**
 * The texts that an atom, or the positive one of a negated operator, asks for, one pattern for each value that has any.
 * @param context has the values of the policy variables the atom uses
 */
export function textPatterns(atom: Atom, context: Request["context"]): readonly TextPattern[] {
  const read = atom.is === "condition" ? reader(atom.test.operator) : undefined;
  const values = atom.is === "resource" ? atom.test.patterns : atom.test.values;
  return values.flatMap((value) => {
    const resolved = resolve(parseTemplate(value, atom.version), context);
    if (resolved === undefined) return [];
    const pattern = atom.is === "resource" ? { tokens: resourceGlob(resolved), ignoreCase: false } : read?.(resolved);
    return pattern === undefined ? [] : [pattern];
  });
}

/** The patterns of a domain: `*` and `?` match any character. */
export function domainPattern(pattern: string): TextPattern {
  return { tokens: globOf([{ is: "text", text: pattern }]), ignoreCase: false };
}

export function isLiteral({ tokens }: TextPattern): boolean {
  return tokens.every((token) => token >= 0);
}

function units(text: string): Glob {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}

const arnComponents = 6;

/** Wildcards of the first five components stop at a colon (IAM User Guide, "IAM JSON policy elements: Condition operators", ARN operators). */
function arnTokens(glob: Glob): Glob | undefined {
  if (glob.length === 1 && glob[0] === wildcard.any)
    return [...Array.from({ length: arnComponents - 1 }, () => [wildcard.anyInSegment, colon]).flat(), wildcard.any];
  let component = 0;
  const tokens = glob.map((token) => {
    if (token === colon) component++;
    if (component >= arnComponents - 1) return token;
    return token === wildcard.any ? wildcard.anyInSegment : token === wildcard.one ? wildcard.oneInSegment : token;
  });
  return component < arnComponents - 1 ? undefined : tokens;
}
