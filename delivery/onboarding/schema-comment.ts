import { decode } from "../../declaration/source/decode";
import { type ZoneFiles, zoneFileName } from "../../declaration/source/files";

const directive = /^# yaml-language-server: \$schema=(\S+)\r?$/m;

/**
 * The comment that tells editors the schema of an account's file, as another account's file of the zone has it, or as follows from
 * that of landing-zone.yaml; `undefined` where neither has one.
 */
export function schemaComment(files: ZoneFiles): string | undefined {
  const schemas = [...files].flatMap(([name, content]) => {
    const schema = directive.exec(decode(name, content).text)?.[1];
    return schema === undefined ? [] : [{ name, schema }];
  });
  const ofAccount = schemas.find(({ name }) => name.startsWith("accounts/"))?.schema;
  const ofZone = schemas.find(({ name }) => name === zoneFileName)?.schema;
  const schema = ofAccount ?? (ofZone && fromAccounts(ofZone));
  return schema && `# yaml-language-server: $schema=${schema}`;
}

/** The schema of accounts lies beside the zone's, which is named from one directory up unless by a URL or a path from the root. */
function fromAccounts(schema: string): string {
  const beside = schema.replace(/[^/]*$/, "account.json");
  return /^([a-z]+:|\/)/i.test(beside) ? beside : `../${beside.replace(/^\.\/(?!\.)/, "")}`;
}
