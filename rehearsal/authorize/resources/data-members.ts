/**
 * Members of inputs that carry what a caller stores, sends or describes and not what it acts on: an ARN or an id in a DynamoDB item, a message or
 * a tag is text to AWS. Names are those of the services' models.
 */
const data: ReadonlySet<string> = new Set([
  ...["attributeupdates", "attributes", "clienttoken", "comment", "data", "description", "detail", "environment"],
  ...["exclusivestartkey", "expected", "expressionattributevalues", "filter", "filters", "input", "item", "key"],
  ...["keyconditions", "message", "messageattributes", "messagebody", "messagestructure", "messagesystemattributes"],
  ...["metadata", "payload", "queryfilter", "records", "scanfilter", "secretbinary", "secretstring", "subject"],
  ...["tag", "tagkeys", "taglist", "tags", "tagset", "tagspecification", "tagspecifications", "userdata", "value"],
]);

/** @param member a member's name, in any case */
export function isData(member: string): boolean {
  return data.has(member.toLowerCase());
}
