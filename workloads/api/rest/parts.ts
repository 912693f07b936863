import { createHash } from "node:crypto";
import {
  DefaultTokenResolver,
  StringConcat,
  type TerraformElement,
  type TerraformResource,
  type TerraformStack,
  Tokenization,
} from "cdktf";
import { resource, type ResourceType } from "../../../stack/resource";

/**
 * The resources that a deployment of a REST API is a snapshot of. A stage serves the snapshot, so that a change is seen only after another
 * one is taken (API Gateway Developer Guide, "Deploy REST APIs in API Gateway").
 */
export class Parts {
  private readonly resources: TerraformResource[] = [];
  private readonly contents: unknown[] = [];

  constructor(private readonly stack: TerraformStack) {}

  /** As `resource`, and the deployment is of it. */
  add<Config extends object, Resource extends TerraformResource>(
    type: ResourceType<Config, Resource>,
    name: string,
    config: Config,
  ): Resource {
    const element = resource(this.stack, type, name, config);
    this.resources.push(element);
    // What a resource waits for is no part of what it is.
    const content = Object.entries(config).filter(([key]) => key !== "dependsOn");
    this.contents.push([type.tfResourceType, name, Object.fromEntries(content)]);
    return element;
  }

  /** What a deployment has to wait for. */
  get all(): readonly TerraformElement[] {
    return this.resources;
  }

  /** Differs when anything in the API does. References are hashed by what they point to, so that it is the same in every stack. */
  hash(): string {
    const resolver = new DefaultTokenResolver(new StringConcat());
    const contents: unknown = Tokenization.resolve(this.contents, { scope: this.stack, resolver, preparing: false });
    return createHash("sha256").update(JSON.stringify(contents)).digest("hex");
  }
}
