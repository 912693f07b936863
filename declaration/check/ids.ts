import type { Draft } from "../draft/draft";
import { idKeyForms } from "../ids";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { shown } from "../problem/words";
import { problemAt } from "../source/source";

/** Locked ids have names Landfall reads, and each account an id of its own. */
export function checkIds({ ids }: Draft): readonly Problem[] {
  if (!ids) return [];
  const problems: Problem[] = [];
  const ownerOf = new Map<string, string>();
  for (const [key, id] of Object.entries(ids.entries)) {
    const form = key.includes("/") ? key.slice(0, key.indexOf("/") + 1) : key;
    if (!idKeyForms.includes(form)) {
      const remedy = didYouMean(form, idKeyForms) || `; known: ${listed(idKeyForms)}`;
      problems.push(
        problemAt(ids.source, ["ids", key], "LF1801", `${shown(key)} is not the name of an id${remedy}`, "key"),
      );
    }
    if (form !== "account/") continue;
    if (!/^\d{12}$/.test(id)) {
      problems.push(problemAt(ids.source, ["ids", key], "LF1802", `${shown(id)} is not an account id: twelve digits`));
    }
    const owner = ownerOf.get(id);
    if (owner === undefined) ownerOf.set(id, key);
    else
      problems.push(
        problemAt(
          ids.source,
          ["ids", key],
          "LF1803",
          `${shown(id)} is locked for ${owner} too; each account has its own id`,
        ),
      );
  }
  return problems;
}
