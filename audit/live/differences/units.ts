import type { LiveRule } from "../compared";
import { isForeignPath } from "../foreign";

/** Units that are not there, or have another name. */
export const unitRule: LiveRule = ({ zone, at }) =>
  zone.organizationalUnits.flatMap(({ path, parent }) => {
    const live = at.units.get(path);
    const above = parent === "root" || at.units.has(parent);
    if (live === undefined) {
      // What is below a missing unit is missing with it.
      if (!above) return [];
      const message = "the organisation has no such unit";
      return [{ rule: "live-unit-missing", subject: path, message, remedy: "`landfall deploy org` makes it." }];
    }
    const name = path.slice(path.lastIndexOf("/") + 1);
    const liveName = live.path.slice(live.path.lastIndexOf("/") + 1);
    if (name === liveName) return [];
    const message = `unit ${live.id} is called ${liveName}`;
    return [{ rule: "live-unit-renamed", subject: path, message, remedy: "`landfall deploy org` renames it back." }];
  });

/** Units that are nobody's; those below one are counted with it. */
export const strangeUnitRule: LiveRule = ({ zone, at }) => {
  const strange = at.strangeUnits.filter(({ path }) => !isForeignPath(zone, path));
  const ids = new Set(strange.map(({ id }) => id));
  return strange
    .filter(({ parentId }) => !ids.has(parentId))
    .map(({ id, path }) => {
      const below = strange.filter((unit) => unit.path.startsWith(`${path}/`)).length;
      const more = below === 0 ? "" : `, with ${below} below it`;
      return {
        rule: "live-unit-not-declared",
        subject: path,
        message: `unit ${id} is declared nowhere${more}`,
        remedy: "Declare it under organizationalUnits, or name it in foreign.organizationalUnits.",
      };
    });
};
