import { arn, type Placement } from "../microservice/placement";

export function dataStreamName(service: string, stream: string): string {
  return `${service}-${stream}`;
}

export function dataStreamArn(placement: Placement, service: string, stream: string): string {
  return arn(placement, "kinesis", `stream/${dataStreamName(service, stream)}`);
}
