import ts from "typescript";

/**
 * A module's text without what it does: exported functions return nothing, and where it exports none, its objects are empty. It can be
 * imported as before.
 * @throws Error for a module that would be the same
 */
export function withoutModule(text: string): string {
  const source = ts.createSourceFile("module.ts", text, ts.ScriptTarget.Latest, true);
  const exported = source.statements.filter(isExported);
  const bodies = exported.flatMap((statement) =>
    ts.isFunctionDeclaration(statement) && statement.body ? [statement.body] : [],
  );
  const objects = exported.flatMap((statement) =>
    ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.flatMap(({ initializer }) =>
          initializer && ts.isObjectLiteralExpression(initializer) ? [initializer] : [],
        )
      : [],
  );
  const emptied = bodies.length > 0 ? bodies : objects;
  if (emptied.length === 0) throw new Error("the module exports neither a function nor an object");
  return emptied.reduceRight((rest, node) => `${rest.slice(0, node.getStart())}{}${rest.slice(node.getEnd())}`, text);
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}
