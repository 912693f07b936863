import { randomUUID } from "node:crypto";
import {
  CreateArchiveCommand,
  DeleteArchiveCommand,
  DescribeArchiveCommand,
  DescribeReplayCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  type EventBridgeClient,
  StartReplayCommand,
} from "@aws-sdk/client-eventbridge";
import { describe, expect, test } from "@jest/globals";
import { accountsOf } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";
import { eventually } from "./eventually";

const central = "security";
const bus = { EventBusName: "landfall-main" };
const archive = { ArchiveName: "landfall-main" };
/** Takes notices to the bus of the subscriber: as long as it is not there, nobody has subscribed. */
const rule = { Name: "late-subscriber-event-bus-NoticePosted-v1", ...bus };

/** From outside: who subscribes late hears by a replay what was told before. */
export function eventBus(rehearsal: () => KeptRehearsal): void {
  const client = async (): Promise<EventBridgeClient> => (await accountsOf(rehearsal()).account(central)).events;
  const post = async (noticeId: string): Promise<string> => {
    const { status } = await accountsOf(rehearsal()).send("event-bus", {
      method: "PUT",
      path: `/notices/${noticeId}`,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text: `notice ${noticeId}` }),
    });
    expect(status).toBe(204);
    return noticeId;
  };
  const postAll = async (): Promise<readonly string[]> => [await post(randomUUID()), await post(randomUUID())];
  const heard = (notices: readonly string[]): Promise<readonly number[]> =>
    Promise.all(
      notices.map(
        async (id) =>
          (
            await accountsOf(rehearsal()).send("late-subscriber", {
              method: "GET",
              path: `/notices/${id}`,
              headers: {},
              body: undefined,
            })
          ).status,
      ),
    );
  const isHeard = (statuses: readonly number[]): boolean => statuses.every((status) => status === 200);
  /** As an operator starts it: to the one rule of who came late. */
  const replay = async (since: Date): Promise<void> => {
    const events = await client();
    const { ArchiveArn, EventSourceArn } = await described(events);
    const ReplayName = `replay-${randomUUID()}`;
    const FilterArns = [`${EventSourceArn?.replace(":event-bus/", ":rule/")}/${rule.Name}`];
    const times = { EventStartTime: since, EventEndTime: new Date() };
    const Destination = { Arn: EventSourceArn, FilterArns };
    await events.send(new StartReplayCommand({ ReplayName, EventSourceArn: ArchiveArn, Destination, ...times }));
    const state = await eventually(
      async () => (await events.send(new DescribeReplayCommand({ ReplayName }))).State,
      (seen) => seen === "COMPLETED",
    );
    expect(state).toBe("COMPLETED");
  };

  describe("a subscriber that comes late", () => {
    test("has what was told before it was there, once the archive is replayed to it", async () => {
      const events = await client();
      const since = new Date(Date.now() - 1000);
      await events.send(new DisableRuleCommand(rule));
      const before = await postAll();
      await events.send(new EnableRuleCommand(rule));
      const after = await post(randomUUID());
      expect(await eventually(() => heard([after]), isHeard)).toEqual([200]);
      expect(await heard(before)).toEqual([404, 404]);
      await replay(since);
      expect(await eventually(() => heard(before), isHeard)).toEqual([200, 200]);
    }, 400_000);

    test("stays without it where there was no archive", async () => {
      const events = await client();
      const since = new Date(Date.now() - 1000);
      const { EventSourceArn, RetentionDays, Description } = await described(events);
      const again = new CreateArchiveCommand({ ...archive, EventSourceArn, RetentionDays, Description });
      await events.send(new DisableRuleCommand(rule));
      await events.send(new DeleteArchiveCommand(archive));
      const lost = await postAll().finally(() => events.send(again));
      // The replay is shown to work by what was told once the archive was there.
      const kept = await post(randomUUID()).finally(() => events.send(new EnableRuleCommand(rule)));
      await replay(since);
      expect(await eventually(() => heard([kept]), isHeard)).toEqual([200]);
      expect(await heard(lost)).toEqual([404, 404]);
    }, 400_000);
  });
}

function described(events: EventBridgeClient) {
  return events.send(new DescribeArchiveCommand(archive));
}
