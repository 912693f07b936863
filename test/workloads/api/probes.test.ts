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
  // Of createPayment and setBalance.
  expect(bodies("function")).toEqual([
    { ...refusal, field: "/orderId" },
    { ...refusal, field: "/" },
    { ...refusal, field: "/balance" },
    { ...refusal, field: "/" },
  ]);
  expect(bodies("gateway")).toEqual([refusal, refusal, refusal, refusal]);
});

test("what the query must have is in every call but the one that has it wrong", () => {
  const paths = probesOf(loadContract(serviceNamed("reports").contract)).map(({ request }) => request.path);
  expect(paths).toEqual([
    "/reports/lines?day=2026-11-30",
    "/reports/lines?day=~",
    "/reports/lines?day=2026-11-30&limit=~",
    "/reports/lines",
    "/no-such-path",
  ]);
});
