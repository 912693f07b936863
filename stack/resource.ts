import type { TerraformElement, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** The class of one Terraform resource or data source, as the provider's bindings declare it. */
export interface ResourceType<Config, Resource> {
  new (scope: Construct, id: string, config: Config): Resource;
  readonly tfResourceType: string;
}

/**
 * Places a resource (or data source) of the stack at the Terraform address `TYPE.NAME`.
 *
 * A construct's id must be unique among all types of a stack and CDKTF derives the address from it; here the whole
 * address is the construct's id, so `aws_organizations_account.orders` and `aws_budgets_budget.orders` live together.
 *
 * @param name letters, digits, `_` and `-`, starting with a letter or `_`; part of the stack's public interface
 */
export function resource<Config, Resource extends TerraformElement>(
  stack: TerraformStack,
  type: ResourceType<Config, Resource>,
  name: string,
  config: Config,
): Resource {
  const element = new type(stack, `${type.tfResourceType}.${name}`, config);
  element.overrideLogicalId(name);
  return element;
}
