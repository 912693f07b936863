/**
 * Condition keys that are a member of the call's input: the path to it, `[]` for every entry of a list. `otherwise` is the value the service takes
 * for a member that is not sent; without it the key is absent then.
 *
 * Source: Service Authorization Reference, "Condition keys for …" of each service, and the operations' pages of its API reference for the defaults.
 */
export interface InputKey {
  readonly path: string;
  readonly otherwise?: string;
}

export const inputKeys: Readonly<Record<string, readonly InputKey[]>> = {
  "dynamodb:attributes": [{ path: "AttributesToGet[]" }],
  "dynamodb:select": [{ path: "Select" }],
  "ec2:add/group": [{ path: "LaunchPermission.Add[].Group" }, { path: "CreateVolumePermission.Add[].Group" }],
  "ec2:add/userid": [{ path: "LaunchPermission.Add[].UserId" }, { path: "CreateVolumePermission.Add[].UserId" }],
  "ec2:associatepublicipaddress": [{ path: "NetworkInterfaces[].AssociatePublicIpAddress" }],
  "ec2:attribute": [{ path: "Attribute" }],
  "ec2:availabilityzone": [{ path: "AvailabilityZone" }, { path: "Placement.AvailabilityZone" }],
  "ec2:imageid": [{ path: "ImageId" }],
  "ec2:instancemarkettype": [{ path: "InstanceMarketOptions.MarketType", otherwise: "on-demand" }],
  "ec2:instancemetadatatags": [{ path: "MetadataOptions.InstanceMetadataTags" }],
  "ec2:instancetype": [{ path: "InstanceType" }],
  "ec2:keypairname": [{ path: "KeyName" }],
  "ec2:metadatahttpendpoint": [{ path: "MetadataOptions.HttpEndpoint" }],
  "ec2:metadatahttpputresponsehoplimit": [{ path: "MetadataOptions.HttpPutResponseHopLimit" }],
  "ec2:metadatahttptokens": [{ path: "MetadataOptions.HttpTokens" }, { path: "HttpTokens" }],
  "ec2:tenancy": [{ path: "InstanceTenancy" }, { path: "Placement.Tenancy", otherwise: "default" }],
  "ec2:volumesize": [{ path: "Size" }, { path: "BlockDeviceMappings[].Ebs.VolumeSize" }],
  "ec2:volumetype": [{ path: "VolumeType" }, { path: "BlockDeviceMappings[].Ebs.VolumeType" }],
  "ec2:vpceservicename": [{ path: "ServiceName" }],
  "elasticfilesystem:encrypted": [{ path: "Encrypted", otherwise: "false" }],
  "iam:awsservicename": [{ path: "AWSServiceName" }],
  "iam:policyarn": [{ path: "PolicyArn" }],
  "kms:bypasspolicylockoutsafetycheck": [{ path: "BypassPolicyLockoutSafetyCheck", otherwise: "false" }],
  "kms:encryptionalgorithm": [{ path: "EncryptionAlgorithm", otherwise: "SYMMETRIC_DEFAULT" }],
  "kms:granteeprincipal": [{ path: "GranteePrincipal" }],
  "kms:grantoperations": [{ path: "Operations[]" }],
  "kms:keyorigin": [{ path: "Origin", otherwise: "AWS_KMS" }],
  "kms:keyspec": [{ path: "KeySpec" }, { path: "CustomerMasterKeySpec", otherwise: "SYMMETRIC_DEFAULT" }],
  "kms:keyusage": [{ path: "KeyUsage", otherwise: "ENCRYPT_DECRYPT" }],
  "kms:multiregion": [{ path: "MultiRegion", otherwise: "false" }],
  "kms:schedulekeydeletionpendingwindowindays": [{ path: "PendingWindowInDays", otherwise: "30" }],
  "lambda:codesigningconfigarn": [{ path: "CodeSigningConfigArn" }],
  "lambda:functionurlauthtype": [{ path: "AuthType" }, { path: "FunctionUrlAuthType" }],
  "lambda:layer": [{ path: "Layers[]" }],
  "lambda:principal": [{ path: "Principal" }],
  "lambda:securitygroupids": [{ path: "VpcConfig.SecurityGroupIds[]" }],
  "lambda:subnetids": [{ path: "VpcConfig.SubnetIds[]" }],
  "organizations:policytype": [{ path: "PolicyType" }, { path: "Type" }],
  "organizations:serviceprincipal": [{ path: "ServicePrincipal" }],
  "ram:permissionarn": [{ path: "permissionArn" }],
  "ram:principal": [{ path: "principals[]" }],
  "ram:requestedallowsexternalprincipals": [{ path: "allowExternalPrincipals", otherwise: "true" }],
  "ram:resourcearn": [{ path: "resourceArns[]" }],
  "rds:databaseclass": [{ path: "DBInstanceClass" }],
  "rds:databaseengine": [{ path: "Engine" }],
  "rds:managemasteruserpassword": [{ path: "ManageMasterUserPassword", otherwise: "false" }],
  "rds:multiaz": [{ path: "MultiAZ", otherwise: "false" }],
  "rds:publiclyaccessible": [{ path: "PubliclyAccessible" }],
  "rds:storageencrypted": [{ path: "StorageEncrypted", otherwise: "false" }],
  "rds:storagesize": [{ path: "AllocatedStorage" }],
  "secretsmanager:blockpublicpolicy": [{ path: "BlockPublicPolicy", otherwise: "false" }],
  "secretsmanager:name": [{ path: "Name" }],
  "sns:endpoint": [{ path: "Endpoint" }],
  "sns:protocol": [{ path: "Protocol" }],
  "sts:externalid": [{ path: "ExternalId" }],
  "sts:rolesessionname": [{ path: "RoleSessionName" }],
};
