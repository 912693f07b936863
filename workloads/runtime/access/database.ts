import { ExecuteStatementCommand, type Field, type SqlParameter } from "@aws-sdk/client-rds-data";
import { databaseName, databaseSecretVariable, resourceVariable } from "../../uses/variables";
import { rdsData } from "../clients/rds-data";
import { fromEnvironment } from "../clients/settings";

/** A value of a statement's parameter. A text is text: cast it in the statement where the column is something else (`:at::timestamptz`). */
export type SqlValue = string | number | bigint | boolean | null | Uint8Array;

export interface SqlResult<Row> {
  /** What a query found. */
  readonly rows: readonly Row[];
  /** Rows that an insert, update or delete changed. */
  readonly changed: number;
}

export function ExecuteStatement(database: string) {
  const target = {
    resourceArn: fromEnvironment(resourceVariable("database", database)),
    secretArn: fromEnvironment(databaseSecretVariable(database)),
    database: databaseName(database),
  };
  return {
    /**
     * One statement, in a transaction of its own. Values go as parameters (`where id = :id`) and never into its text.
     *
     * @throws DatabaseResumingException while a database that paused wakes up, which takes about 15 seconds
     */
    execute: async <Row = Readonly<Record<string, unknown>>>(
      sql: string,
      values: Readonly<Record<string, SqlValue>> = {},
    ): Promise<SqlResult<Row>> => {
      const parameters = Object.entries(values).map(([name, value]): SqlParameter => ({ name, value: field(value) }));
      const { formattedRecords, numberOfRecordsUpdated } = await rdsData.send(
        new ExecuteStatementCommand({ ...target, sql, parameters, formatRecordsAs: "JSON" }),
      );
      const rows = formattedRecords === undefined ? [] : (JSON.parse(formattedRecords) as Row[]);
      return { rows, changed: numberOfRecordsUpdated ?? 0 };
    },
  };
}

/** RDS Data API Reference, "Field". A whole number beyond 2^53 is not what it seems: it is refused, and a bigint goes as text. */
function field(value: SqlValue): Field {
  if (value === null) return { isNull: true };
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { booleanValue: value };
  if (typeof value === "bigint") return { stringValue: String(value) };
  if (typeof value !== "number") return { blobValue: value };
  if (!Number.isInteger(value)) return { doubleValue: value };
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not exact; give a bigint, and cast it`);
  return { longValue: value };
}
