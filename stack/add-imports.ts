import type { TerraformStack } from "cdktf";

/**
 * Terraform `import` blocks for what existed before Landfall. One whose resource is in the state already does nothing, so that they
 * may stay (Terraform docs, "Import", "import blocks").
 * @param imports Terraform address → import id
 */
export function addImports(stack: TerraformStack, imports: Readonly<Record<string, string>>): void {
  const blocks = Object.entries(imports).map(([to, id]) => ({ to, id }));
  if (blocks.length > 0) stack.addOverride("import", blocks);
}
