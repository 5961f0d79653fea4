/** Items of a list that is one text, where the separator looks the same in the data. */
import { FieldError } from "./field-error.js";
import { scalarText } from "./scalar-text.js";

/**
 * An item as text.
 * @throws FieldError where it has the separator in it: a server would see two items
 */
export function itemText(value: unknown, separator: string, field: string): string {
  const text = scalarText(value, field);
  if (text.includes(separator))
    throw new FieldError(field, `must not have ${JSON.stringify(separator)} in it, which stands between items`);
  return text;
}
