import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import type { ChangeKind } from "../../uses/declare";
import type { Source } from "../consume";
import { correlationAttribute } from "../correlation";

/** A change of one item of a table. */
export interface Change<Item = Readonly<Record<string, unknown>>> {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly keys: Readonly<Record<string, unknown>>;
  /** Absent when the item was not there before. */
  readonly before: Item | undefined;
  /** Absent when the item was deleted. */
  readonly after: Item | undefined;
}

/** Changes of an item come in order, so a later one waits until an earlier one is handled. */
export const source: Source<Change> = {
  type: "DynamoDBStreams",
  ordered: true,
  idOf: (record) => (record as DynamoDBRecord).eventID ?? "",
  read: (record) => {
    const { eventID = "", eventName = "MODIFY", dynamodb = {} } = record as DynamoDBRecord;
    const before = plain(dynamodb.OldImage);
    const after = plain(dynamodb.NewImage);
    const correlationId = (after ?? before)?.[correlationAttribute];
    return {
      given: { id: eventID, kind: eventName, keys: plain(dynamodb.Keys) ?? {}, before, after },
      correlationId: typeof correlationId === "string" ? correlationId : undefined,
    };
  },
};

function plain(image: object | undefined): Readonly<Record<string, unknown>> | undefined {
  return image && unmarshall(image as Record<string, AttributeValue>);
}
