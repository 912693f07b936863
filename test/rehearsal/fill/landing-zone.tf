# Every resource type a landing zone's accounts use and an emulator alone would not carry.
resource "aws_guardduty_detector" "d" {
  enable = true
  tags   = { a = "b" }
}
resource "aws_guardduty_organization_configuration" "c" {
  detector_id                      = aws_guardduty_detector.d.id
  auto_enable_organization_members = "ALL"
}
resource "aws_guardduty_organization_configuration_feature" "f" {
  detector_id = aws_guardduty_detector.d.id
  name        = "S3_DATA_EVENTS"
  auto_enable = "ALL"
  depends_on  = [aws_guardduty_organization_configuration.c]
}
resource "aws_guardduty_organization_configuration_feature" "g" {
  detector_id = aws_guardduty_detector.d.id
  name        = "RUNTIME_MONITORING"
  auto_enable = "NEW"
  additional_configuration {
    name        = "EKS_ADDON_MANAGEMENT"
    auto_enable = "NEW"
  }
  depends_on = [aws_guardduty_organization_configuration.c]
}
resource "aws_guardduty_detector_feature" "df" {
  detector_id = aws_guardduty_detector.d.id
  name        = "EKS_AUDIT_LOGS"
  status      = "ENABLED"
}
resource "aws_guardduty_organization_admin_account" "a" { admin_account_id = "111122223333" }
resource "aws_securityhub_account" "h" {
  enable_default_standards  = false
  control_finding_generator = "SECURITY_CONTROL"
  auto_enable_controls      = true
}
resource "aws_securityhub_organization_admin_account" "a" { admin_account_id = "111122223333" }
resource "aws_securityhub_organization_configuration" "c" {
  auto_enable           = true
  auto_enable_standards = "NONE"
  depends_on            = [aws_securityhub_account.h]
}
resource "aws_securityhub_finding_aggregator" "f" {
  linking_mode      = "SPECIFIED_REGIONS"
  specified_regions = ["eu-central-1"]
  depends_on        = [aws_securityhub_account.h]
}
resource "aws_securityhub_standards_subscription" "s" {
  standards_arn = "arn:aws:securityhub:eu-west-1::standards/aws-foundational-security-best-practices/v/1.0.0"
  depends_on    = [aws_securityhub_account.h]
}
resource "aws_accessanalyzer_analyzer" "a" {
  analyzer_name = "acct"
  tags          = { x = "y" }
}
resource "aws_accessanalyzer_analyzer" "o" {
  analyzer_name = "org"
  type          = "ORGANIZATION"
}
resource "aws_accessanalyzer_analyzer" "u" {
  analyzer_name = "unused"
  type          = "ACCOUNT_UNUSED_ACCESS"
  configuration {
    unused_access { unused_access_age = 90 }
  }
}
resource "aws_sns_topic" "t" { name = "findings" }
resource "aws_cloudwatch_event_rule" "r" {
  name          = "f"
  event_pattern = jsonencode({ source = ["aws.securityhub"] })
}
resource "aws_cloudwatch_event_target" "t" {
  rule = aws_cloudwatch_event_rule.r.name
  arn  = aws_sns_topic.t.arn
}
resource "aws_xray_group" "g" {
  group_name        = "orders"
  filter_expression = "responsetime > 5"
  tags              = { q = "z" }
}
resource "aws_iam_role" "c" {
  name               = "config"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "config.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
resource "aws_s3_bucket" "b" { bucket = "config-bucket-x" }
resource "aws_config_configuration_recorder" "r" {
  name     = "default"
  role_arn = aws_iam_role.c.arn
  recording_group {
    all_supported                 = true
    include_global_resource_types = true
  }
}
resource "aws_config_delivery_channel" "d" {
  name           = "default"
  s3_bucket_name = aws_s3_bucket.b.id
  snapshot_delivery_properties { delivery_frequency = "TwentyFour_Hours" }
  depends_on = [aws_config_configuration_recorder.r]
}
resource "aws_config_configuration_recorder_status" "s" {
  name       = aws_config_configuration_recorder.r.name
  is_enabled = true
  depends_on = [aws_config_delivery_channel.d]
}
resource "aws_config_configuration_aggregator" "a" {
  name = "org"
  organization_aggregation_source {
    all_regions = true
    role_arn    = aws_iam_role.c.arn
  }
  tags = { a = "b" }
}
resource "aws_config_aggregate_authorization" "z" {
  account_id = "111122223333"
  region     = "eu-west-1"
  tags       = { a = "b" }
}

resource "aws_budgets_budget" "b" {
  name         = "monthly"
  budget_type  = "COST"
  limit_amount = "100"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
  notification {
    comparison_operator        = "GREATER_THAN"
    threshold                  = 80
    threshold_type             = "PERCENTAGE"
    notification_type          = "ACTUAL"
    subscriber_email_addresses = ["a@b.example"]
  }
  notification {
    comparison_operator        = "GREATER_THAN"
    threshold                  = 100
    threshold_type             = "PERCENTAGE"
    notification_type          = "FORECASTED"
    subscriber_email_addresses = ["a@b.example", "c@b.example"]
  }
  tags = { a = "b" }
}
resource "aws_account_alternate_contact" "s" {
  alternate_contact_type = "SECURITY"
  name                   = "Sec"
  title                  = "Team"
  email_address          = "s@b.example"
  phone_number           = "+1234567890"
}
resource "aws_account_alternate_contact" "o" {
  account_id             = "111122223333"
  alternate_contact_type = "OPERATIONS"
  name                   = "Sec"
  title                  = "Team"
  email_address          = "s@b.example"
  phone_number           = "+1234567890"
}
resource "aws_iam_account_password_policy" "p" {
  minimum_password_length        = 16
  require_numbers                = true
  allow_users_to_change_password = true
}
resource "aws_iam_account_alias" "a" { account_alias = "acme-orders" }
resource "aws_ebs_encryption_by_default" "e" { enabled = true }
resource "aws_ebs_snapshot_block_public_access" "e" { state = "block-all-sharing" }
resource "aws_ec2_image_block_public_access" "i" { state = "block-new-sharing" }
resource "aws_ec2_instance_metadata_defaults" "m" {
  http_tokens                 = "required"
  http_put_response_hop_limit = 2
  instance_metadata_tags      = "disabled"
}
resource "aws_ec2_serial_console_access" "s" { enabled = false }
resource "aws_s3_account_public_access_block" "p" {
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
resource "aws_iam_openid_connect_provider" "g" {
  url             = "https://token.actions.githubusercontent.com"
  client_id_list  = ["sts.amazonaws.com"]
  thumbprint_list = ["6938fd4d98bab03faadb97b34396831e3780aea1"]
  tags            = { a = "b" }
}
resource "aws_iam_role" "r" {
  name                 = "deploy"
  path                 = "/landfall/"
  max_session_duration = 7200
  assume_role_policy   = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Federated = aws_iam_openid_connect_provider.g.arn }, Action = "sts:AssumeRoleWithWebIdentity" }] })
  tags                 = { a = "b" }
}
resource "aws_iam_role_policy" "r" {
  name   = "p"
  role   = aws_iam_role.r.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })
}
resource "aws_iam_role_policy_attachment" "r" {
  role       = aws_iam_role.r.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

data "aws_ssoadmin_instances" "i" {}
locals {
  arn   = tolist(data.aws_ssoadmin_instances.i.arns)[0]
  store = tolist(data.aws_ssoadmin_instances.i.identity_store_ids)[0]
}
resource "aws_ssoadmin_permission_set" "p" {
  name             = "administrator"
  description      = "x"
  instance_arn     = local.arn
  session_duration = "PT2H"
  tags             = { a = "b" }
}
resource "aws_ssoadmin_managed_policy_attachment" "m" {
  instance_arn       = local.arn
  permission_set_arn = aws_ssoadmin_permission_set.p.arn
  managed_policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
resource "aws_ssoadmin_permission_set_inline_policy" "m" {
  instance_arn       = local.arn
  permission_set_arn = aws_ssoadmin_permission_set.p.arn
  inline_policy      = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })
}
resource "aws_identitystore_group" "g" {
  identity_store_id = local.store
  display_name      = "platform-team"
  description       = "Builds"
}
resource "aws_ssoadmin_account_assignment" "a" {
  instance_arn       = local.arn
  permission_set_arn = aws_ssoadmin_permission_set.p.arn
  principal_id       = aws_identitystore_group.g.group_id
  principal_type     = "GROUP"
  target_id          = "111122223333"
  target_type        = "AWS_ACCOUNT"
  depends_on         = [aws_ssoadmin_managed_policy_attachment.m]
}

variable "peer" { default = "222222222222" }
provider "aws" {
  alias      = "member"
  region     = "eu-west-1"
  access_key = var.peer
  secret_key = "x"
}
resource "aws_ec2_transit_gateway" "t" {
  description                     = "hub"
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  auto_accept_shared_attachments  = "enable"
  tags                            = { Name = "hub" }
}
resource "aws_ec2_transit_gateway_route_table" "d" {
  for_each           = toset(["prod", "shared"])
  transit_gateway_id = aws_ec2_transit_gateway.t.id
  tags               = { Name = each.key }
}
resource "aws_vpc" "v" {
  cidr_block           = "10.0.0.0/24"
  enable_dns_hostnames = true
  tags                 = { Name = "egress" }
}
resource "aws_subnet" "s" {
  for_each          = { a = "10.0.0.0/26", b = "10.0.0.64/26" }
  vpc_id            = aws_vpc.v.id
  cidr_block        = each.value
  availability_zone = "eu-west-1${each.key}"
}
resource "aws_ec2_transit_gateway_vpc_attachment" "own" {
  transit_gateway_id                              = aws_ec2_transit_gateway.t.id
  vpc_id                                          = aws_vpc.v.id
  subnet_ids                                      = [for s in aws_subnet.s : s.id]
  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false
  tags                                            = { Name = "egress" }
}
resource "aws_ram_resource_share" "r" {
  name                      = "tgw"
  allow_external_principals = false
  tags                      = { a = "b" }
}
resource "aws_ram_resource_association" "r" {
  resource_arn       = aws_ec2_transit_gateway.t.arn
  resource_share_arn = aws_ram_resource_share.r.arn
}
resource "aws_ram_principal_association" "r" {
  principal          = var.peer
  resource_share_arn = aws_ram_resource_share.r.arn
}
resource "aws_vpc" "m" {
  provider   = aws.member
  cidr_block = "10.1.0.0/24"
}
resource "aws_subnet" "m" {
  provider          = aws.member
  for_each          = { a = "10.1.0.0/26", b = "10.1.0.64/26" }
  vpc_id            = aws_vpc.m.id
  cidr_block        = each.value
  availability_zone = "eu-west-1${each.key}"
}
resource "aws_ec2_transit_gateway_vpc_attachment" "m" {
  provider           = aws.member
  transit_gateway_id = aws_ec2_transit_gateway.t.id
  vpc_id             = aws_vpc.m.id
  subnet_ids         = [for s in aws_subnet.m : s.id]
  tags               = { Name = "spoke" }
  depends_on         = [aws_ram_principal_association.r, aws_ram_resource_association.r]
}
resource "aws_ec2_transit_gateway_route_table_association" "m" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.m.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.d["prod"].id
}
resource "aws_ec2_transit_gateway_route_table_association" "own" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.own.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.d["shared"].id
}
resource "aws_ec2_transit_gateway_route_table_propagation" "m" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.m.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.d["shared"].id
}
resource "aws_ec2_transit_gateway_route" "black" {
  destination_cidr_block         = "10.0.0.0/8"
  blackhole                      = true
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.d["prod"].id
}
resource "aws_ec2_transit_gateway_route" "def" {
  destination_cidr_block         = "0.0.0.0/0"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.own.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.d["prod"].id
}
resource "aws_route_table" "m" {
  provider = aws.member
  vpc_id   = aws_vpc.m.id
}
resource "aws_route" "m" {
  provider               = aws.member
  route_table_id         = aws_route_table.m.id
  destination_cidr_block = "0.0.0.0/0"
  transit_gateway_id     = aws_ec2_transit_gateway.t.id
  depends_on             = [aws_ec2_transit_gateway_vpc_attachment.m]
}
resource "aws_route_table_association" "m" {
  provider       = aws.member
  for_each       = aws_subnet.m
  subnet_id      = each.value.id
  route_table_id = aws_route_table.m.id
}
resource "aws_default_security_group" "m" {
  provider = aws.member
  vpc_id   = aws_vpc.m.id
}
resource "aws_default_network_acl" "m" {
  provider               = aws.member
  default_network_acl_id = aws_vpc.m.default_network_acl_id
  lifecycle { ignore_changes = [subnet_ids] }
}
resource "aws_network_acl" "n" {
  provider = aws.member
  vpc_id   = aws_vpc.m.id
  ingress {
    protocol   = "-1"
    rule_no    = 100
    action     = "allow"
    cidr_block = "10.0.0.0/8"
    from_port  = 0
    to_port    = 0
  }
}
resource "aws_s3_bucket" "logs" { bucket = "flow-logs-x" }
resource "aws_flow_log" "m" {
  provider                 = aws.member
  vpc_id                   = aws_vpc.m.id
  traffic_type             = "ALL"
  log_destination_type     = "s3"
  log_destination          = aws_s3_bucket.logs.arn
  max_aggregation_interval = 60
  destination_options {
    file_format        = "parquet"
    per_hour_partition = true
  }
  tags = { a = "b" }
}
resource "aws_vpc_endpoint" "s3" {
  provider        = aws.member
  vpc_id          = aws_vpc.m.id
  service_name    = "com.amazonaws.eu-west-1.s3"
  route_table_ids = [aws_route_table.m.id]
}
resource "aws_security_group" "e" {
  vpc_id      = aws_vpc.v.id
  name        = "endpoints"
  description = "x"
}
resource "aws_vpc_security_group_ingress_rule" "e" {
  security_group_id = aws_security_group.e.id
  cidr_ipv4         = "10.0.0.0/8"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"
}
resource "aws_vpc_endpoint" "i" {
  vpc_id              = aws_vpc.v.id
  service_name        = "com.amazonaws.eu-west-1.sts"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [for s in aws_subnet.s : s.id]
  security_group_ids  = [aws_security_group.e.id]
  private_dns_enabled = true
}
resource "aws_macie2_account" "m" {
  finding_publishing_frequency = "FIFTEEN_MINUTES"
  status                       = "ENABLED"
}
resource "aws_macie2_organization_admin_account" "m" {
  admin_account_id = "111122223333"
  depends_on       = [aws_macie2_account.m]
}
resource "aws_macie2_organization_configuration" "m" {
  auto_enable = false
  depends_on  = [aws_macie2_account.m]
}
resource "aws_macie2_member" "m" {
  account_id = "111122223333"
  email      = "member@b.example"
  status     = "ENABLED"
  depends_on = [aws_macie2_organization_configuration.m]
}
resource "aws_detective_graph" "d" {}
resource "aws_detective_organization_admin_account" "d" { account_id = "111122223333" }
resource "aws_detective_organization_configuration" "d" {
  graph_arn   = aws_detective_graph.d.graph_arn
  auto_enable = false
}
resource "aws_detective_member" "d" {
  account_id                 = "111122223333"
  email_address              = "member@b.example"
  graph_arn                  = aws_detective_graph.d.graph_arn
  disable_email_notification = true
}
resource "aws_securityhub_configuration_policy" "p" {
  name = "organization"
  configuration_policy {
    service_enabled       = true
    enabled_standard_arns = ["arn:aws:securityhub:eu-west-1::standards/aws-foundational-security-best-practices/v/1.0.0"]
    security_controls_configuration {
      disabled_control_identifiers = []
    }
  }
  depends_on = [aws_securityhub_organization_configuration.c]
}
resource "aws_securityhub_configuration_policy_association" "p" {
  policy_id = aws_securityhub_configuration_policy.p.id
  target_id = "r-land"
}
resource "aws_config_organization_conformance_pack" "p" {
  name          = "storage"
  template_body = jsonencode({ Resources = {} })
  depends_on    = [aws_config_configuration_recorder_status.s]
}
