import { EndpointCache as Sdks } from "@aws-sdk/endpoint-cache";
import { expect, jest, test } from "@jest/globals";
import { EndpointCache } from "../../workloads/runtime/lean/endpoint-cache";

test("keeps endpoints as the SDK's own does, until their time is over or others take their place", () => {
  const now = jest.spyOn(Date, "now").mockReturnValue(0);
  for (const cache of [new EndpointCache(2), new Sdks(2)]) {
    now.mockReturnValue(0);
    for (const key of ["first", "second", "third"]) cache.set(key, [{ Address: key, CachePeriodInMinutes: 1 }]);
    expect(["first", "second", "third"].map((key) => cache.has(key))).toEqual([false, true, true]);
    expect(cache.getEndpoint("third")).toBe("third");
    cache.delete("third");
    expect([cache.has("third"), cache.getEndpoint("third")]).toEqual([false, undefined]);
    now.mockReturnValue(60_001);
    expect(cache.getEndpoint("second")).toBeUndefined();
    cache.clear();
    expect(cache.has("second")).toBe(false);
  }
  now.mockRestore();
});
