/**
 * Columns of CloudTrail's records in Athena: Athena User Guide, "Create a table for CloudTrail logs in Athena using
 * partition projection". Types are Hive's.
 */
const userIdentity = struct({
  type: "string",
  principalid: "string",
  arn: "string",
  accountid: "string",
  invokedby: "string",
  accesskeyid: "string",
  username: "string",
  onbehalfof: struct({ userid: "string", identitystorearn: "string" }),
  sessioncontext: struct({
    attributes: struct({ mfaauthenticated: "string", creationdate: "string" }),
    sessionissuer: struct({
      type: "string",
      principalid: "string",
      arn: "string",
      accountid: "string",
      username: "string",
    }),
    ec2roledelivery: "string",
    webidfederationdata: struct({ federatedprovider: "string", attributes: "map<string,string>" }),
  }),
});

export const cloudTrailColumns: Readonly<Record<string, string>> = {
  eventversion: "string",
  useridentity: userIdentity,
  eventtime: "string",
  eventsource: "string",
  eventname: "string",
  awsregion: "string",
  sourceipaddress: "string",
  useragent: "string",
  errorcode: "string",
  errormessage: "string",
  requestparameters: "string",
  responseelements: "string",
  additionaleventdata: "string",
  requestid: "string",
  eventid: "string",
  readonly: "string",
  resources: `array<${struct({ arn: "string", accountid: "string", type: "string" })}>`,
  eventtype: "string",
  apiversion: "string",
  recipientaccountid: "string",
  serviceeventdetails: "string",
  sharedeventid: "string",
  vpcendpointid: "string",
  vpcendpointaccountid: "string",
  eventcategory: "string",
  tlsdetails: struct({ tlsversion: "string", ciphersuite: "string", clientprovidedhostheader: "string" }),
};

function struct(fields: Readonly<Record<string, string>>): string {
  return `struct<${Object.entries(fields)
    .map(([name, type]) => `${name}:${type}`)
    .join(",")}>`;
}
