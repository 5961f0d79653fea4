/** What is wrong with a value, in words. */
import { isJsonArray, isJsonObject, type JsonValue, member, writeJson } from "../document/json.js";
import { parsePointer } from "../document/json-pointer.js";
import { maskSecrets } from "../mask-secrets.js";
import type { Violation } from "./find-violations.js";

/** One clause, beginning with the place inside of the value: `/name has more than 5 characters`. */
export function violationWords({ at, keyword, parameters }: Violation, value: JsonValue): string {
  return `${at === "" ? "the value" : at} ${clauseOf(keyword, parameters, valueAt(value, at))}`;
}

function valueAt(value: JsonValue, pointer: string): JsonValue | undefined {
  let current: JsonValue | undefined = value;
  for (const token of parsePointer(pointer) ?? []) current = member(current, token);
  return current;
}

function clauseOf(keyword: string, parameters: Violation["parameters"], value: JsonValue | undefined): string {
  const text = (key: string) => {
    const found = parameters[key];
    return typeof found === "string" || typeof found === "number" ? String(found) : "";
  };
  const { type, allowedValues, allowedValue } = parameters;
  switch (keyword) {
    case "type":
      return `is ${kindOf(value)}, not ${(Array.isArray(type) ? type : [type]).map(String).join(" or ")}`;
    case "required":
      return `lacks the required property ${quoted(text("missingProperty"))}`;
    case "dependentRequired":
      return `has ${quoted(text("property"))}, and lacks ${quoted(text("missingProperty"))}, which is required beside it`;
    case "additionalProperties":
      return `has the property ${quoted(text("additionalProperty"))}, which the schema does not allow`;
    case "unevaluatedProperties":
      return `has the property ${quoted(text("unevaluatedProperty"))}, which the schema does not allow`;
    case "propertyNames":
      return `has the property ${quoted(text("propertyName"))}, a name that the schema does not allow`;
    case "enum":
      return `is ${shown(value)}, which is none of the values of the enum${listed(allowedValues)}`;
    case "const":
      return `is ${shown(value)}, not ${JSON.stringify(allowedValue)}`;
    case "format":
      return `is ${shown(value)}, which has not the format ${quoted(text("format"))}`;
    case "pattern":
      return `is ${shown(value)}, which does not match the pattern ${quoted(text("pattern"))}`;
    case "minLength":
      return `is shorter than ${text("limit")} characters`;
    case "maxLength":
      return `is longer than ${text("limit")} characters`;
    case "minItems":
      return `has fewer than ${text("limit")} items`;
    case "maxItems":
      return `has more than ${text("limit")} items`;
    case "minProperties":
      return `has fewer than ${text("limit")} properties`;
    case "maxProperties":
      return `has more than ${text("limit")} properties`;
    case "uniqueItems":
      return `has the same item twice, at ${text("j")} and ${text("i")}`;
    case "multipleOf":
      return `is ${shown(value)}, which is no multiple of ${text("multipleOf")}`;
    case "minimum":
    case "maximum":
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return `is ${shown(value)}, and must be ${text("comparison")} ${text("limit")}`;
    case "oneOf":
      return parameters["passingSchemas"] === null ? "fits none of oneOf" : "fits more than one schema of oneOf";
    case "anyOf":
      return "fits none of anyOf";
    case "not":
      return "fits what is excluded by not";
    case "false schema":
      return "is not allowed";
    default:
      return `breaks the rule of ${keyword}`;
  }
}

function listed(values: unknown): string {
  if (!Array.isArray(values) || values.length > 5) return "";
  return `, ${values.map((value) => JSON.stringify(value)).join(", ")}`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function shown(value: JsonValue | undefined): string {
  if (value === undefined) return "nothing";
  const text = maskSecrets(writeJson(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function kindOf(value: JsonValue | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (isJsonArray(value)) return "array";
  if (isJsonObject(value)) return "object";
  return typeof value === "bigint" || Number.isInteger(value) ? "integer" : typeof value;
}
