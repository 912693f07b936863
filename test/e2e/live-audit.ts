import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { describe, expect, test } from "@jest/globals";
import type { AuditReport } from "../../audit/report/report";
import { loadZone } from "../../declaration/load";
import { readLiveGuardrails } from "../../live/live-guardrails";
import { changeByHand, eightDifferences } from "../audit/live/by-hand";
import type { KeptRehearsal } from "./kept-rehearsal";
import { landfallIn } from "./landfall";

/** The live organisation beside its zone, before and after somebody changed it by hand. Changes it for good: the last to use the rehearsal. */
export function liveAudit(rehearsal: () => KeptRehearsal): void {
  const audited = async (): Promise<{ readonly code: number | null; readonly report: AuditReport }> => {
    const { code, stdout, output } = await landfallIn(rehearsal().environment, "audit", "--live", "--json");
    try {
      return { code, report: JSON.parse(stdout) };
    } catch {
      throw new Error(`audit --live printed no report:\n${output}`);
    }
  };
  const differences = ({ findings }: AuditReport): readonly (readonly [string, string | undefined])[] =>
    findings.flatMap(({ rule, where }) => (rule.startsWith("live-") ? [[rule, where.subject] as const] : []));

  describe("the live organisation", () => {
    test("is as declared once it is deployed", async () => {
      const { code, report } = await audited();
      expect(differences(report)).toEqual([]);
      expect(report.live?.sentence).toBe("The live organisation is as declared.");
      expect(code).toBe(0);
    }, 120_000);

    test("differs in exactly the eight ways in which it was changed by hand", async () => {
      const { environment, zone: directory } = rehearsal();
      const zone = loadZone(directory);
      const proxy = new URL(environment["HTTP_PROXY"] ?? "");
      const client = new OrganizationsClient({
        endpoint: `http://${proxy.host}/${proxy.password}`,
        region: zone.regions.home,
        credentials: { accessKeyId: "test", secretAccessKey: "test" },
        retryMode: "adaptive",
        maxAttempts: 20,
      });
      const live = await readLiveGuardrails({ region: zone.regions.home, environment });
      await changeByHand({ client, root: live.organization.rootId }, zone, live);
      client.destroy();
      const { code, report } = await audited();
      expect([...differences(report)].sort()).toEqual([...eightDifferences].sort());
      expect(report.live?.sentence).toMatch(/in 8 ways\. Requests become allowed and denied in \d+ of \d+ accounts\.$/);
      expect(code).toBe(1);
    }, 120_000);
  });
}
