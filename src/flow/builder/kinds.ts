/**
 * How the environment's types are written for the builder. A leaf is a `Scalar` with its GraphQL name, so that a path knows what may be
 * done with it: ids and numbers may stand in JSON, an order's note may not. An object is an interface that extends `Named`.
 */
export interface Scalar<Name extends string, Literal> {
  readonly '#scalar': Name;
  /** What it is compared with in a condition. */
  readonly '#literal': Literal;
}

/** The id of an object, `gid://shopify/Order/1`, by its object's GraphQL name: an id of a return is none of an order. */
export interface ID<out Of extends string = string> extends Scalar<'ID', string> {
  readonly '#of': Of;
}
/** `legacyResourceId`, the number alone: a text may be made with it, an id it is not. */
export type LegacyID = Scalar<'LegacyID', string>;
/** Anybody's words, quotes and newlines included. */
export type Text = Scalar<'String', string>;
export type Bool = Scalar<'Boolean', boolean>;
export type Int = Scalar<'Int', number>;
export type Float = Scalar<'Float', number>;
export type Money = Scalar<'Money', string>;
export type Decimal = Scalar<'Decimal', string>;
export type DateTime = Scalar<'DateTime', string>;
export type Url = Scalar<'URL', string>;
export type Enum<Values extends string> = Scalar<'Enum', Values>;

/** From Run code only: a String whose characters may stand inside a JSON text, and in a mail, as they are (it was made so there). */
export type SafeText = Scalar<'SafeText', string>;
/** From Run code only: a String that is a whole JSON value, put into a request without quotes. */
export type JsonText = Scalar<'JsonText', string>;

/** An object type by its GraphQL name: what metafields can be read from. */
export interface Named<Name extends string> {
  readonly '#type': Name;
}
