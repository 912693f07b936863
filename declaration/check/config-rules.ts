import type { Draft } from "../draft/draft";
import { organizationalUnitsOf } from "../organizational-units";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { packTemplateBytes } from "../conformance-pack";
import { type Path, problemAt } from "../source/source";

/** Bytes of a template that is given inline: AWS Config API Reference, PutOrganizationConformancePack. */
const templateBytes = 51_200;

/** Rules except accounts and units there are; packs hold rules, and fit. */
export function checkConfigRules({ zone, accounts, accountsComplete }: Draft): readonly Problem[] {
  const config = zone?.file.security?.config;
  const tree = zone?.file.organizationalUnits;
  if (!zone || !config) return [];
  const rules = Object.entries(config.rules ?? {});
  const packs = Object.entries(config.conformancePacks ?? {});
  const units = tree ? organizationalUnitsOf(tree).map(({ path }) => path) : [];
  const names = [...units, ...accounts.flatMap(({ account: { name } }) => (name === undefined ? [] : [name]))];
  const known = tree !== undefined && accountsComplete;
  const excepted = (path: Path, except: readonly string[] = []): readonly Problem[] =>
    except.flatMap((entry, index): Problem[] => {
      if (!known || names.includes(entry)) return [];
      const remedy = didYouMean(entry, names) || `; units: ${listed(units)}`;
      const message = `${entry} is neither an account nor an organizational unit of the zone${remedy}`;
      return [problemAt(zone.source, [...path, "except", index], "LF1760", message)];
    });
  const place = ["security", "config"];
  return [
    ...rules.flatMap(([name, { except }]) => excepted([...place, "rules", name], except)),
    ...packs.flatMap(([name, { rules: inPack = {}, except }]) => {
      const path = [...place, "conformancePacks", name];
      const at = (message: string): Problem => problemAt(zone.source, path, "LF1767", message, "key");
      const bytes = packTemplateBytes(inPack);
      return [
        ...(Object.keys(inPack).length === 0
          ? [at("a conformance pack without rules judges nothing; give it rules")]
          : []),
        ...(bytes > templateBytes ? [at(`its template has ${bytes} bytes; AWS Config takes ${templateBytes}`)] : []),
        ...excepted(path, except),
      ];
    }),
  ];
}
