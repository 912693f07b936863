import { arn, type Placement } from "../microservice/placement";

export function topicName(service: string, topic: string): string {
  return `${service}-${topic}`;
}

export function topicArn(placement: Placement, service: string, topic: string): string {
  return arn(placement, "sns", topicName(service, topic));
}
