import { type Check, finding, ok } from "../check";

export const organization: Check = {
  id: "organization",
  asksAws: true,
  look: async (context) => {
    const found = await context.organization();
    if (found === undefined) return [ok("there is none: `landfall deploy` makes it")];
    const { zone } = context;
    if (zone.ids.has("organization") && zone.ids.get("organization") !== found.id)
      return [
        finding(
          `these credentials are of ${found.id}; the zone was deployed to ${zone.ids.get("organization")}`,
          "Sign in to the zone's own management account.",
        ),
      ];
    if (!found.allFeatures)
      return [
        finding(
          `${found.id} only consolidates bills: it has no service control policies`,
          "Enable all features in the Organizations console; every invited account must agree (Organizations User Guide, " +
            '"Enabling all features").',
        ),
      ];
    if (zone.ids.has("organization")) return [ok(`${found.id} has all features`)];
    const known = Object.keys(zone.imports["org"] ?? {}).length > 0;
    return known
      ? [ok(`${found.id} has all features, and its import is declared`)]
      : [
          finding(
            `${found.id} is there already, and the zone knows nothing of it`,
            "`landfall adopt` reads it, and writes a zone and the imports that reproduce it.",
          ),
        ];
  },
};
