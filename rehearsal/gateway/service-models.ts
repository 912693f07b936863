import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** The parts of a botocore service model (`service-2.json`) that the gateway and the fills read. */
export interface ServiceModel {
  readonly metadata: {
    readonly protocol: string;
    readonly endpointPrefix: string;
    readonly signingName?: string;
    readonly serviceId: string;
    readonly apiVersion: string;
    readonly jsonVersion?: string;
    readonly targetPrefix?: string;
    readonly xmlNamespace?: string | { readonly uri: string };
  };
  readonly operations: Readonly<Record<string, OperationModel>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

export interface OperationModel {
  readonly name: string;
  readonly http: { readonly method: string; readonly requestUri: string; readonly responseCode?: number };
  readonly input?: ShapeReference;
  readonly output?: ShapeReference & { readonly resultWrapper?: string };
  readonly errors?: readonly ShapeReference[];
}

export interface ShapeReference {
  readonly shape: string;
  readonly location?: string;
  readonly locationName?: string;
  readonly queryName?: string;
  readonly flattened?: boolean;
  readonly timestampFormat?: string;
  readonly idempotencyToken?: boolean;
}

export interface Shape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, ShapeReference>>;
  readonly member?: ShapeReference;
  readonly key?: ShapeReference;
  readonly value?: ShapeReference;
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly payload?: string;
  readonly exception?: boolean;
  readonly error?: { readonly code?: string; readonly httpStatusCode?: number; readonly senderFault?: boolean };
  readonly locationName?: string;
  readonly flattened?: boolean;
  readonly timestampFormat?: string;
  /** A value of any JSON type. */
  readonly document?: boolean;
}

/** Reads models by botocore's directory name, once each. */
export interface ServiceModels {
  /** `undefined` when botocore has no such service. */
  load(directory: string): ServiceModel | undefined;
}

/** `botocoreData` is botocore's `data` directory; the newest API version of a service is read. */
export function serviceModels(botocoreData: string): ServiceModels {
  const loaded = new Map<string, ServiceModel | undefined>();
  return {
    load: (directory) => {
      if (!loaded.has(directory)) loaded.set(directory, read(join(botocoreData, directory)));
      return loaded.get(directory);
    },
  };
}

function read(directory: string): ServiceModel | undefined {
  if (!existsSync(directory)) return undefined;
  const version = readdirSync(directory)
    .filter((name) => /^\d{4}-/.test(name))
    .sort()
    .at(-1);
  if (version === undefined) return undefined;
  const plain = join(directory, version, "service-2.json");
  const text = existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(`${plain}.gz`));
  const model: ServiceModel = JSON.parse(text.toString());
  return model;
}
