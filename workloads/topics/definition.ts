/** What a message says of itself: any text, any number, or one of these texts. */
export type AttributeType = "string" | "number" | readonly string[];

/** A topic of a service: every consumer that takes from it has a queue of its own. */
export interface TopicDefinition {
  /** Members of a message by which consumers choose their share; nine at most. */
  readonly attributes?: Readonly<Record<string, AttributeType>>;
}

type Exclusion<Value> = { readonly "anything-but": readonly Value[] };

/** A condition on a text or a number (Amazon SNS Developer Guide, "Filter policy constraints", "String value matching", "Numeric value matching"). */
type TextCondition = string | { readonly prefix: string } | Exclusion<string>;
type NumberCondition = number | { readonly numeric: readonly (string | number)[] };

type ConditionOn<Type> = Type extends readonly (infer One)[]
  ? One | Exclusion<One>
  : Type extends "number"
    ? NumberCondition
    : TextCondition;

type AttributesOf<Topic> = Topic extends { readonly attributes: infer Attributes }
  ? Attributes
  : Readonly<Record<never, never>>;

/** Which messages of a topic are wanted: of every attribute that is named, one of its conditions holds. */
export type FilterOf<Topic> = {
  readonly [Name in keyof AttributesOf<Topic>]?: readonly ConditionOn<AttributesOf<Topic>[Name]>[];
};

/** As above, of any topic. */
export type AnyFilter = Readonly<Record<string, readonly (TextCondition | NumberCondition)[]>>;

type ValueOf<Type> = Type extends readonly (infer One)[] ? One : Type extends "number" ? number : string;

/** What can be published: an object with the topic's attributes, and whatever else. */
export type MessageOf<Topic> = object & {
  readonly [Name in keyof AttributesOf<Topic>]: ValueOf<AttributesOf<Topic>[Name]>;
};

/** The topics of a service: name → its messages. */
export type TopicsOf<Service> = Service extends { readonly topics: infer Topics }
  ? { readonly [Name in keyof Topics]: MessageOf<Topics[Name]> }
  : unknown;
