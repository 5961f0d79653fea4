/** JSON Schemas as data, as far as values are checked against them. https://json-schema.org/draft/2020-12 */

/** A schema. References are functions, so that schemas may refer to each other in circles. */
export type JsonSchema = boolean | JsonSchemaObject;

export interface JsonSchemaObject {
  readonly $ref?: () => JsonSchema;
  /** All that values are held against, where the rest was learned from examples. */
  readonly said?: JsonSchema;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  /** True where integers of 64 bits are text in code. */
  readonly int64?: true;
  readonly multipleOf?: number | bigint;
  readonly maximum?: number | bigint;
  readonly exclusiveMaximum?: number | bigint;
  readonly minimum?: number | bigint;
  readonly exclusiveMinimum?: number | bigint;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly maxContains?: number;
  readonly minContains?: number;
  readonly maxProperties?: number;
  readonly minProperties?: number;
  readonly required?: readonly string[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly dependentSchemas?: Readonly<Record<string, JsonSchema>>;
  readonly prefixItems?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly contains?: JsonSchema;
  readonly unevaluatedItems?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly unevaluatedProperties?: JsonSchema;
}

/** The schemas of an operation. */
export interface OperationSchemas {
  readonly path?: JsonSchema;
  readonly query?: JsonSchema;
  readonly headers?: JsonSchema;
  readonly cookies?: JsonSchema;
  readonly body?: JsonSchema;
  /** Where the body may have several media types: its schemas by the media type that the input names. */
  readonly bodies?: Readonly<Record<string, JsonSchema>>;
  /** By status; of a media type that is not the preferred one by both: `"200 text/csv"`. Of a stream: of one value. */
  readonly responses: Readonly<Record<string, JsonSchema>>;
}
