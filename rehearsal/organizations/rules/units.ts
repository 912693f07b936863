import type { Directory } from "../directory";
import { unitCount, unitDepth } from "../limits";
import { violation } from "../refuse";
import type { Rule } from "./rule";

/** Rules about organizational units. */
export const unitRules: readonly Rule[] = [
  {
    refusal: "unit-parent",
    operations: ["CreateOrganizationalUnit"],
    check: async ({ directory, input }) => {
      const { ParentId = "" } = input;
      if (ParentId.startsWith("r-") || (await directory.parent(ParentId)) !== undefined) return undefined;
      return { code: "ParentNotFoundException", message: "You specified parent that doesn't exist." };
    },
  },
  {
    refusal: "unit-depth",
    operations: ["CreateOrganizationalUnit"],
    check: async ({ directory, input }) => {
      if ((await depthOf(directory, input["ParentId"] ?? "")) < unitDepth.value) return undefined;
      return violation(
        "OU_DEPTH_LIMIT_EXCEEDED",
        "You cannot add an organizational unit to the specified parent because it would exceed the max depth allowed.",
      );
    },
  },
  {
    refusal: "unit-name",
    operations: ["CreateOrganizationalUnit", "UpdateOrganizationalUnit"],
    check: async ({ directory, input }) => {
      const unit = input["OrganizationalUnitId"];
      const parent = input["ParentId"] ?? (await directory.parent(unit ?? ""));
      const siblings = parent === undefined ? [] : await directory.units(parent);
      if (!siblings.some(({ Id, Name }) => Id !== unit && Name === input["Name"])) return undefined;
      return { code: "DuplicateOrganizationalUnitException", message: "An OU with the same name already exists." };
    },
  },
  {
    refusal: "unit-count",
    operations: ["CreateOrganizationalUnit"],
    check: async ({ directory, input }) => {
      if ((await unitsUnder(directory, await rootOf(directory, input["ParentId"] ?? ""))) < unitCount.value)
        return undefined;
      return violation("OU_NUMBER_LIMIT_EXCEEDED", "You have exceeded the allowed number of organizational units.");
    },
  },
  {
    refusal: "unit-not-empty",
    operations: ["DeleteOrganizationalUnit"],
    check: async ({ directory, input }) => {
      const { OrganizationalUnitId: unit = "" } = input;
      const children = [...(await directory.units(unit)), ...(await directory.accountsIn(unit))];
      if (children.length === 0) return undefined;
      return {
        code: "OrganizationalUnitNotEmptyException",
        message:
          "The specified OU is not empty. Move all accounts to another root or to other OUs, remove all child OUs, and try the operation again.",
      };
    },
  },
];

/** Levels between the root and a node: 0 for the root. */
async function depthOf(directory: Directory, node: string): Promise<number> {
  if (node.startsWith("r-")) return 0;
  const parent = await directory.parent(node);
  return parent === undefined ? 1 : 1 + (await depthOf(directory, parent));
}

async function rootOf(directory: Directory, node: string): Promise<string> {
  const parent = node.startsWith("r-") ? undefined : await directory.parent(node);
  return parent === undefined ? node : rootOf(directory, parent);
}

async function unitsUnder(directory: Directory, node: string): Promise<number> {
  let count = 0;
  for (const unit of await directory.units(node)) count += 1 + (await unitsUnder(directory, unit.Id));
  return count;
}
