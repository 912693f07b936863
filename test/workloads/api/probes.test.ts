import { expect, test } from "@jest/globals";
import { loadContract } from "../../../workloads/contract/load-contract";
import { probesOf } from "../../../workloads/contract/probes";
import { serviceNamed } from "../../../workloads/services";

test("a body that API Gateway refuses is expected to be refused as well, but not to have its fields named", () => {
  const contract = loadContract(serviceNamed("payments").contract);
  const bodies = (refusedBy: "gateway" | "function") =>
    probesOf(contract, refusedBy)
      .filter(({ name }) => name.includes("refuses a body"))
      .map(({ expect: { status, mediaType, field } }) => ({ status, mediaType, field }));
  const refusal = { status: 400, mediaType: "application/problem+json" };
  expect(bodies("function")).toEqual([
    { ...refusal, field: "/orderId" },
    { ...refusal, field: "/" },
  ]);
  expect(bodies("gateway")).toEqual([refusal, refusal]);
});
