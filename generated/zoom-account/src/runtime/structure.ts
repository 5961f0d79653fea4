/** Checks that a value has the structure that its schema says, before its parts are written. */
import { FieldError } from "./field-error.js";
import { nameOf } from "./scalar-text.js";

/**
 * The value, if it is a list.
 * @throws FieldError for anything else: the letters of a text would be sent as items
 */
export function listOf<Value>(value: Value, field: string): Value {
  if (!Array.isArray(value)) throw new FieldError(field, `must be an array, not ${nameOf(value)}`);
  return value;
}

/**
 * The value, if it is an object.
 * @throws FieldError for anything else, such as a Date or a Map: nothing of it would be sent
 */
export function objectOf<Value>(value: Value, field: string): Value {
  // Most are plain, and that is found out faster.
  if (value?.constructor !== Object && nameOf(value) !== "Object")
    throw new FieldError(field, `must be an object, not ${nameOf(value)}`);
  return value;
}
