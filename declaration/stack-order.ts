/** The same stacks with each behind all that come before it; otherwise in the order they were. @throws Error for a circle */
export function inOrder<Stack extends { readonly id: string; readonly after: readonly string[] }>(
  stacks: readonly Stack[],
): readonly Stack[] {
  const byId = new Map(stacks.map((stack) => [stack.id, stack]));
  const placed = new Set<string>();
  const open = new Set<string>();
  const ordered: Stack[] = [];
  const place = (stack: Stack): void => {
    if (placed.has(stack.id)) return;
    if (open.has(stack.id)) throw new Error(`the stack ${stack.id} would come after itself`);
    open.add(stack.id);
    for (const id of stack.after) {
      const earlier = byId.get(id);
      if (earlier) place(earlier);
    }
    placed.add(stack.id);
    ordered.push(stack);
  };
  stacks.forEach(place);
  return ordered;
}
