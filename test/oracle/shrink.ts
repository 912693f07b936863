import {
  listOf,
  type Case,
  type CaseLevel,
  type ConditionBlock,
  type Document,
  type Scalar,
  type Statement,
} from "./case";

type Entry<T> = [string, T];

/**
 * The smallest case that still fails: levels, documents, statements, tests, values, requests and context keys are dropped
 * one at a time for as long as `fails` stays true.
 */
export function shrink(subject: Case, fails: (candidate: Case) => boolean): Case {
  let smallest = subject;
  for (;;) {
    const smaller = smallerOnes(smallest).find(fails);
    if (smaller === undefined) return smallest;
    smallest = smaller;
  }
}

function smallerOnes(subject: Case): Case[] {
  return [
    ...without(subject.requests).map((requests) => ({ ...subject, requests })),
    ...without(subject.path).map((path) => ({ ...subject, path })),
    ...each(subject.path, smallerLevels).map((path) => ({ ...subject, path })),
    ...each(subject.requests, (request) => [
      ...withoutKey(request.context).map((context) => ({ ...request, context })),
      ...each(Object.entries(request.context), ([key, value]) =>
        without(listOf(value)).map((values): Entry<typeof value> => [key, values]),
      ).map((entries) => ({ ...request, context: Object.fromEntries(entries) })),
    ]).map((requests) => ({ ...subject, requests })),
  ];
}

function smallerLevels(level: CaseLevel): CaseLevel[] {
  return [...without(level.policies), ...each(level.policies, smallerDocuments)].map((policies) => ({
    ...level,
    policies,
  }));
}

function smallerDocuments(document: Document): Document[] {
  const statements = listOf<Statement>(document.Statement);
  const fewer = statements.length > 1 ? without(statements) : [];
  return [...fewer, ...each(statements, smallerStatements)].map((Statement) => ({ ...document, Statement }));
}

function smallerStatements({ Condition, ...rest }: Statement): Statement[] {
  const lists = (["Action", "NotAction", "Resource", "NotResource"] as const).flatMap((element) =>
    fewerValues(rest[element]).map((values) => ({ ...rest, [element]: values, ...(Condition && { Condition }) })),
  );
  if (Condition === undefined) return lists;
  return [...lists, rest, ...smallerBlocks(Condition).map((block) => ({ ...rest, Condition: block }))];
}

function smallerBlocks(block: ConditionBlock): ConditionBlock[] {
  const entries = Object.entries(block);
  const inside = each(entries, ([operator, keys]) => [
    ...withoutKey(keys)
      .filter((left) => Object.keys(left).length > 0)
      .map((left): Entry<typeof keys> => [operator, left]),
    ...each(Object.entries(keys), ([key, values]) =>
      fewerValues<Scalar>(values).map((fewer): Entry<typeof values> => [key, fewer]),
    ).map((left): Entry<typeof keys> => [operator, Object.fromEntries(left)]),
  ]);
  return [...(entries.length > 1 ? without(entries) : []), ...inside].map((left) => Object.fromEntries(left));
}

function fewerValues<T>(values: T | readonly T[] | undefined): (readonly T[])[] {
  const all = listOf(values);
  return all.length > 1 ? without(all) : [];
}

function without<T>(items: readonly T[]): (readonly T[])[] {
  return items.map((_, index) => items.filter((_item, other) => other !== index));
}

function withoutKey<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>>[] {
  return without(Object.entries(record)).map((entries) => Object.fromEntries(entries));
}

function each<T>(items: readonly T[], smaller: (item: T) => readonly T[]): (readonly T[])[] {
  return items.flatMap((item, index) =>
    smaller(item).map((less) => items.map((other, at) => (at === index ? less : other))),
  );
}
