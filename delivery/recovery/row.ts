import type { PlannedResource } from "./planned-resource";
import type { Search } from "./search";

/**
 * How the object behind a resource that is in no state is found again. By Terraform resource type, from the "Import" section of
 * its page in hashicorp/aws 5.100.0 and the API Reference of the operation that creates it.
 */
export type Row =
  | {
      /** The import id follows from what is planned; whether the object exists, Terraform finds out. */
      readonly is: "named";
      /** Undefined while something in it is not known yet. */
      readonly importId: (planned: PlannedResource, search: Search) => string | undefined;
    }
  | {
      /** AWS chose the id. */
      readonly is: "searched";
      /** Terraform's ids of the objects that can be this resource and nothing else; undefined while what identifies them is not known. */
      readonly find: (planned: PlannedResource, search: Search) => Promise<readonly string[] | undefined>;
      /** What `import` takes, where it is more than the id. */
      readonly importId?: (id: string, planned: PlannedResource) => string | undefined;
    }
  | {
      /** The log of the run that was killed has its id, or nothing has. */
      readonly is: "logged";
      readonly because: string;
    }
  | {
      /** Nothing is imported. */
      readonly is: "repeatable";
      /** What happens when the object is there and is created again. */
      readonly because: string;
    };

export type Rows = Readonly<Record<string, Row>>;

/** An import id of planned attributes, joined. */
export function named(attributes: readonly string[], separator = ""): Row {
  return { is: "named", importId: (planned) => joined(attributes.map(planned.text), separator) };
}

export function repeatable(because: string): Row {
  return { is: "repeatable", because };
}

export function logged(because: string): Row {
  return { is: "logged", because };
}

/** Undefined when any part is. */
export function joined(parts: readonly (string | undefined)[], separator: string): string | undefined {
  return parts.every((part) => part !== undefined) ? parts.join(separator) : undefined;
}
