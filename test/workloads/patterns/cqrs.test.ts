import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Order, views } from "../../../examples/patterns/services/cqrs/order";
import { cqrs } from "../../../examples/patterns/services/cqrs/service";
import { project, type Rebuild, rebuildPage, rowsOf } from "../../../workloads/patterns/cqrs/runtime/projection";
import { builtService } from "../built-service";

type Item = Readonly<Record<string, unknown>>;
interface Put {
  readonly Item?: Item;
  readonly ExpressionAttributeValues?: Item;
}

const keys = { ordersByCustomer: ["customerId", "orderId"], ordersByArticle: ["sku", "orderId"] };

/** Both read models in memory. @param conditions false: an older row is written over a newer one */
function memoryModels(conditions = true) {
  const open = (key: readonly string[]) => {
    const items = new Map<string, Item>();
    const put = async ({ Item = {}, ExpressionAttributeValues: values = {} }: Put) => {
      const at = key.map((attribute) => Item[attribute]).join(" ");
      const known = items.get(at);
      if (conditions && known !== undefined && Number(known["itemVersion"]) >= Number(values[":itemVersion"]))
        throw new ConditionalCheckFailedException({ message: "newer", $metadata: {} });
      items.set(at, Item);
      return {};
    };
    return { items, put };
  };
  const models = { ordersByCustomer: open(keys.ordersByCustomer), ordersByArticle: open(keys.ordersByArticle) };
  const seen = () =>
    Object.values(models).map(({ items }) =>
      rowsOf<Item>([...items.values()])
        .map((row) => JSON.stringify(row))
        .sort(),
    );
  return { tables: models as never, seen };
}

interface Made {
  readonly before: Order | undefined;
  readonly after: Order | undefined;
}

const state = fc.record({
  customerId: fc.constantFrom("ada", "bob", "eve"),
  status: fc.constantFrom(...(["open", "shipped", "withdrawn"] as const)),
  lines: fc.array(fc.record({ sku: fc.constantFrom("TEA", "CUP"), quantity: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
});

/** What a few orders went through. */
const histories = fc.array(fc.array(state, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 });

const changesOf = (history: readonly Omit<Order, "orderId" | "version">[], orderId: string): readonly Made[] => {
  const orders = history.map((each, at): Order => ({ ...each, orderId, version: at + 1 }));
  return orders.map((after, at) => ({ before: orders[at - 1], after }));
};

const all = (given: readonly Parameters<typeof changesOf>[0][]) =>
  given.flatMap((history, at) => changesOf(history, `order-${at}`));

/** What the last states make, each projected once. */
async function wanted(changes: readonly Made[]) {
  const { tables, seen } = memoryModels();
  const last = new Map(changes.map(({ after }) => [after?.orderId, after]));
  for (const after of last.values()) await project(views, { before: undefined, after }, tables);
  return seen();
}

describe("read models", () => {
  test("are those of the last states, though changes come in any order and several times", async () => {
    const delivered = histories.chain((given) => {
      const changes = all(given);
      const twice = [...changes, ...changes];
      return fc.shuffledSubarray(twice, { minLength: twice.length }).map((shuffled) => ({ changes, shuffled }));
    });
    await fc.assert(
      fc.asyncProperty(delivered, async ({ changes, shuffled }) => {
        const { tables, seen } = memoryModels();
        for (const change of shuffled) await project(views, change, tables);
        expect(seen()).toEqual(await wanted(changes));
      }),
      { numRuns: 150 },
    );
  });

  const open = { customerId: "ada", status: "open", lines: [{ sku: "TEA", quantity: 1 }] } as const;

  test("would be wrong without the version when an older change comes again", async () => {
    const changes = changesOf([open, { ...open, customerId: "bob" }], "order-0");
    const { tables, seen } = memoryModels(false);
    for (const change of [...changes, ...changes.slice(0, 1)]) await project(views, change, tables);
    expect(seen()).not.toEqual(await wanted(changes));
  });

  test("have nothing of what was deleted, whichever comes first", async () => {
    const [made] = changesOf([open], "order-0");
    const { tables, seen } = memoryModels();
    await project(views, { before: made?.after, after: undefined }, tables);
    await project(views, { before: undefined, after: made?.after }, tables);
    expect(seen()).toEqual([[], []]);
  });

  test("are made anew page by page, where it was left off, and what is newer stays", async () => {
    const items = Array.from({ length: 7 }, (_, at): Order => ({ ...open, orderId: `order-${at}`, version: 2 }));
    const from = {
      scan: ({ Limit = 0, ExclusiveStartKey: start }: { Limit?: number; ExclusiveStartKey?: Item }) => {
        const first = start === undefined ? 0 : items.findIndex(({ orderId }) => orderId === start["orderId"]) + 1;
        const Items = items.slice(first, first + Limit);
        const last = Items.at(-1);
        const isMore = first + Limit < items.length;
        return Promise.resolve({ Items, ...(isMore ? { LastEvaluatedKey: { orderId: last?.orderId } } : {}) });
      },
    } as never;
    const { tables, seen } = memoryModels();
    const newer = { ...open, orderId: "order-3", customerId: "bob", version: 3 };
    await project(views, { before: items[3], after: newer }, tables);
    let state: Rebuild = {};
    const pages: number[] = [];
    do {
      state = { page: { value: await rebuildPage(views, from, tables, state, 3) } };
      pages.push(state.page?.value.read ?? 0);
    } while (state.page?.value.next !== undefined);
    expect(pages).toEqual([3, 6, 7]);
    const now = items.map((item, at) => (at === 3 ? newer : item));
    expect(seen()).toEqual(await wanted(now.map((after) => ({ before: undefined, after }))));
  });

  test("are the tables of a service whose consumer may only put into them, and whose rebuild may scan", () => {
    const resources = builtService(cqrs);
    expect(Object.keys(resources["aws_dynamodb_table"] ?? {})).toEqual(
      expect.arrayContaining(["orders", "ordersByCustomer", "ordersByArticle"]),
    );
    const { consumers, tasks } = cqrs;
    expect(consumers.projectOrders.uses.map(({ name, actions }) => [name, ...actions])).toEqual([
      ["ordersByCustomer", "PutItem"],
      ["ordersByArticle", "PutItem"],
    ]);
    expect(tasks.rebuildViews.uses[0]).toMatchObject({ name: "orders", actions: ["Scan"] });
    expect(Object.values(resources["aws_sfn_state_machine"] ?? {})).toHaveLength(1);
  });
});
