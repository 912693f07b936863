import { type OperationHandle, problem } from "../../../../../workloads/runtime";
import type { bulkhead } from "../service";

interface Parts {
  readonly path: { readonly reportId: string };
}

export const getReport: OperationHandle<typeof bulkhead, "getReport", Parts> = async ({ path }, { tables }) => {
  const report = await tables.reports.get({ Key: path, ConsistentRead: true });
  return report ? { status: 200, body: report } : problem(404, `There is no report ${path.reportId} yet`);
};
