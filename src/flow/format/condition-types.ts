/** A condition as exports encode it: a JSON tree in the string of the config field `condition`. Key names are Shopify's. */
export type ConditionTree = LogicalExpression;

export type ConditionNode = LogicalExpression | Comparison | ArrayExpression;

/** A single comparison is wrapped too: `lhs` only. */
export interface LogicalExpression {
  readonly uuid: string;
  readonly parent_uuid?: string;
  readonly lhs: ConditionNode;
  readonly rhs?: ConditionNode;
  readonly operator: 'AND' | 'OR';
  readonly operation_type: 'LogicalExpression';
}

export interface Comparison {
  readonly uuid: string;
  readonly parent_uuid: string;
  readonly lhs: EnvironmentValue;
  readonly rhs: LiteralValue | EnvironmentValue;
  /** `EnvironmentScalarDefinition:String`, `EnvironmentEnumDefinition:ProductStatus`. */
  readonly value_type: string;
  readonly operator: BinaryOperator | UnaryOperator;
  readonly operation_type: 'Comparison';
}

/** `value` counts from the nearest item variable or the root. */
export interface EnvironmentValue {
  readonly uuid: string;
  readonly parent_uuid: string;
  readonly value: string;
  readonly comparison_value_type: 'EnvironmentValue';
  readonly full_environment_path?: string;
}

/** The literal as text: `true`, `500`, `vip`. Empty beside a unary operator. */
export interface LiteralValue {
  readonly uuid: string;
  readonly parent_uuid: string;
  readonly value: string;
  readonly comparison_value_type: 'LiteralValue';
}

/** Over a list: `array_item_key` names the item inside `operation`, `<last segment>_item`. */
export interface ArrayExpression {
  readonly uuid: string;
  readonly parent_uuid: string;
  readonly array_path: EnvironmentValue;
  readonly array_item_key: EnvironmentValue;
  readonly operation: LogicalExpression;
  readonly operator: 'ANY' | 'ALL' | 'NONE';
  readonly operation_type: 'ArrayExpression';
}

export type BinaryOperator =
  | '=='
  | '!='
  | '>'
  | '>='
  | '<'
  | '<='
  | 'start_with?'
  | 'not_start_with?'
  | 'end_with?'
  | 'not_end_with?'
  | 'include?'
  | 'not_include?'
  | 'in?'
  | 'not_in?';

/** `empty…` are for strings (and ids), `nil?` and `not_nil?` for everything else. */
export type UnaryOperator = 'empty_or_nil?' | 'not_empty_and_not_nil?' | 'nil?' | 'not_nil?';
