import { statementRule } from "../rule";

/**
 * Without the key, IfExists says that the test holds, and ForAnyValue that it does not (IAM User Guide, "IAM JSON policy elements: Condition
 * operators", …IfExists, and "Set operators for multivalued context keys"). Users report that ForAnyValue wins.
 */
export const anyValueIfExists = statementRule("any-value-if-exists", "warning", ({ statement }) =>
  statement.conditions
    .filter(({ qualifier, ifExists }) => qualifier === "ForAnyValue" && ifExists)
    .map(({ operator, key, place }) => ({
      message: `ForAnyValue:${operator}IfExists on ${key}: AWS's guide says both that it holds and that it does not when the key is missing`,
      remedy: `Write ForAnyValue:${operator}, and a second statement with a Null test where the key is missing.`,
      place,
    })),
);
