/** Whether values of a schema, or of what holds schemas, are not in code what they are in JSON. */
export function hasConvertedValues(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([key, member]) => key === "x-exemplar-int64" || key === "x-exemplar-date" || hasConvertedValues(member),
  );
}
