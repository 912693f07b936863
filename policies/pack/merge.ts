import { bare, listOf, normal, type Statement } from "./statement";

/**
 * Fewer statements that say the same, of statements in their normal form. Statements that differ in their Action alone, or in their Resource alone, are one with the values of all:
 * a statement applies when some of its actions, some of its resources and all of its conditions match, so the union of the lists is the union of
 * what they match. Nothing is merged over NotAction or NotResource: a request outside one list or outside the other is outside their intersection.
 */
export function merged(statements: readonly Statement[]): readonly Statement[] {
  const overActions = mergedOver("Action", statements);
  return distinctSids(mergedOver("Resource", overActions));
}

function mergedOver(element: "Action" | "Resource", statements: readonly Statement[]): readonly Statement[] {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = keyWithout(statement, element);
    groups.set(key, [...(groups.get(key) ?? []), statement]);
  }
  return [...groups.values()].map((group) => one(element, group));
}

function keyWithout(statement: Statement, element: string): string {
  const others = Object.entries(statement).filter(([name]) => name !== "Sid" && name !== element);
  return JSON.stringify([others, Object.hasOwn(statement, element)]);
}

/** The Sid of several is that of the first and how many more there are. */
function one(element: "Action" | "Resource", group: readonly Statement[]): Statement {
  const [first = {}, ...rest] = group;
  if (rest.length === 0) return first;
  const sids = [...new Set(group.flatMap(({ Sid }) => (Sid === undefined ? [] : [String(Sid)])))];
  const [sid] = sids;
  return normal({
    ...first,
    ...(sid === undefined ? {} : { Sid: sids.length === 1 ? sid : `${sid}And${sids.length - 1}More` }),
    ...(Object.hasOwn(first, element) ? { [element]: bare(group.flatMap((each) => listOf(each[element]))) } : {}),
  });
}

/** A Sid is unique in its policy (Organizations User Guide, "SCP syntax", "Statement ID (Sid) element"). */
function distinctSids(statements: readonly Statement[]): readonly Statement[] {
  const taken = new Set<unknown>();
  return statements.map((statement) => {
    const { Sid: sid } = statement;
    if (sid === undefined) return statement;
    let distinct = String(sid);
    for (let count = 2; taken.has(distinct); count++) distinct = `${String(sid)}${count}`;
    taken.add(distinct);
    return { ...statement, Sid: distinct };
  });
}
