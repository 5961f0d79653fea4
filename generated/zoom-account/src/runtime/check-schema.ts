/** Checks values against JSON Schemas. https://json-schema.org/draft/2020-12/json-schema-core#section-10 */
import { checkNumber, checkText, counted } from "./check-scalar.js";
import { aside, deeper, fieldOf, inside, merge, nothingEvaluated, type Place, placeOf, report } from "./check-place.js";
import { dateText } from "./date-text.js";
import { isOfType, numberOf, shown, typeNames } from "./check-type.js";
import type { Problem } from "./form-reader.js";
import { canonical, firstRepeated, isObject, isOneOf } from "./json-equality.js";
import type { JsonSchema, JsonSchemaObject } from "./json-schema.js";
import { matchesPattern } from "./match-pattern.js";

/**
 * Checks a value that was read from JSON, a form or parameters. Files are texts that have passed what is said of texts,
 * dates are their shortest text.
 * @param field where the value stands; what is inside is `field.items.0.name`
 * @returns all that does not fit, in the order of the schema; empty where the value is valid
 */
export function checkSchema(schema: JsonSchema, value: unknown, field: string): readonly Problem[] {
  return check(schema, value, placeOf(field)).problems;
}

/** Whether a value is valid. */
export function fitsSchema(schema: JsonSchema, value: unknown): boolean {
  return checkSchema(schema, value, "").length === 0;
}

/** How many schemas may stand in each other: more is no document's intention, and would fill the stack. */
const deepest = 1000;

function check(schema: JsonSchema, given: unknown, place: Place): Place {
  // How long its text was, a Date does not know.
  const value = given instanceof Date ? dateText(given) : given;
  if (schema === true) return place;
  if (schema === false) report(place, "is not allowed");
  else if (place.depth > deepest) report(place, "is nested too deeply");
  else if (schema.said !== undefined) check(schema.said, value, place);
  else if (schema.unevaluatedProperties === undefined && schema.unevaluatedItems === undefined)
    checkKeywords(schema, value, place);
  else {
    const evaluated = nothingEvaluated();
    checkKeywords(schema, value, { ...place, evaluated });
    checkUnevaluated(schema, value, { ...place, evaluated });
    merge(place.evaluated, evaluated);
  }
  return place;
}

function checkKeywords(schema: JsonSchemaObject, value: unknown, place: Place): void {
  const { type, enum: values, $ref } = schema;
  const number = numberOf(schema, value);
  if (type !== undefined && !isOfType(number ?? value, type)) {
    report(place, `must be ${typeNames(type)}`);
    // What else there is to say of it would only say the same.
    return;
  }
  if (values !== undefined && !isOneOf(value, values)) report(place, `must be one of ${shown(values)}`);
  if (schema.const !== undefined && canonical(value) !== canonical(schema.const))
    report(place, `must be ${shown([schema.const])}`);
  if ($ref !== undefined) checkReference($ref(), value, place);
  if (number !== null) checkNumber(schema, number, place);
  else if (typeof value === "string") checkText(schema, value, place);
  else if (Array.isArray(value)) checkItems(schema, value, place);
  else if (isObject(value)) checkProperties(schema, value, place);
  checkCompositions(schema, value, place);
}

function checkReference(target: JsonSchema, value: unknown, place: Place): void {
  if (typeof value !== "object" || value === null || place.evaluated !== null) {
    check(target, value, deeper(place));
    return;
  }
  const ofValue = place.found.get(value) ?? new Map<JsonSchema, readonly Problem[]>();
  place.found.set(value, ofValue);
  const known = ofValue.get(target);
  const problems = known ?? check(target, value, aside(place)).problems;
  ofValue.set(target, problems);
  for (const problem of problems) place.problems.push(problem);
}

function checkItems(schema: JsonSchemaObject, list: readonly unknown[], place: Place): void {
  const { prefixItems = [], items, contains, minItems, maxItems, uniqueItems } = schema;
  if (minItems !== undefined && list.length < minItems)
    report(place, `must have at least ${counted(minItems, "item")}`);
  if (maxItems !== undefined && list.length > maxItems) report(place, `must have at most ${counted(maxItems, "item")}`);
  const repeated = uniqueItems === true ? firstRepeated(list) : null;
  if (repeated !== null) report(place, `must have no two equal items: ${repeated.join(" and ")} are`);
  list.forEach((item, index) => {
    const own = prefixItems[index] ?? items;
    if (own === undefined) return;
    check(own, item, inside(place, index));
    place.evaluated?.items.add(index);
  });
  if (contains !== undefined) checkContains(schema, contains, list, place);
}

function checkContains(
  { minContains = 1, maxContains }: JsonSchemaObject,
  contains: JsonSchema,
  list: readonly unknown[],
  place: Place,
): void {
  const fitting = list.flatMap((item, index) => {
    const own: Place = { ...inside(place, index), problems: [] };
    return check(contains, item, own).problems.length === 0 ? [index] : [];
  });
  for (const index of fitting) place.evaluated?.items.add(index);
  const found = `that fit \`contains\`, not ${fitting.length}`;
  if (fitting.length < minContains) report(place, `must have at least ${counted(minContains, "item")} ${found}`);
  if (maxContains !== undefined && fitting.length > maxContains)
    report(place, `must have at most ${counted(maxContains, "item")} ${found}`);
}

function checkProperties(schema: JsonSchemaObject, value: Readonly<Record<string, unknown>>, place: Place): void {
  const { required = [], properties, patternProperties, additionalProperties, propertyNames } = schema;
  const { minProperties, maxProperties, dependentRequired } = schema;
  const names = Object.keys(value);
  if (minProperties !== undefined && names.length < minProperties)
    report(place, `must have at least ${counted(minProperties, "property")}`);
  if (maxProperties !== undefined && names.length > maxProperties)
    report(place, `must have at most ${counted(maxProperties, "property")}`);
  for (const name of required) if (!Object.hasOwn(value, name)) report(inside(place, name), "is required");
  for (const [name, others] of Object.entries(dependentRequired ?? {})) {
    const missing = Object.hasOwn(value, name) ? others.filter((other) => !Object.hasOwn(value, other)) : [];
    for (const other of missing) report(inside(place, other), `is required beside ${name}`);
  }
  const patterns = patternProperties === undefined ? [] : Object.entries(patternProperties);
  for (const name of names) {
    const here = inside(place, name);
    const own = properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (own !== undefined) check(own, value[name], here);
    let isKnown = own !== undefined;
    for (const [pattern, each] of patterns) {
      const isMatch = matchesPattern(pattern, name);
      // A name of which nothing can be told is not refused.
      if (isMatch !== false) isKnown = true;
      if (isMatch === true) check(each, value[name], here);
    }
    if (!isKnown && additionalProperties === false) report(here, "is not a property of this object");
    else if (!isKnown && additionalProperties !== undefined) check(additionalProperties, value[name], here);
    if (isKnown || additionalProperties !== undefined) place.evaluated?.properties.add(name);
    if (propertyNames !== undefined) checkName(propertyNames, name, here);
  }
}

function checkName(schema: JsonSchema, name: string, place: Place): void {
  const { problems } = check(schema, name, { ...place, problems: [] });
  for (const { message } of problems) report(place, `has a name that is not allowed: it ${message}`);
}

function checkCompositions(schema: JsonSchemaObject, value: unknown, place: Place): void {
  const { allOf = [], anyOf, oneOf, not, if: condition, then, else: otherwise, dependentSchemas } = schema;
  for (const each of allOf) check(each, value, deeper(place));
  if (anyOf !== undefined) checkAlternatives(anyOf, value, place, false);
  if (oneOf !== undefined) checkAlternatives(oneOf, value, place, true);
  if (not !== undefined && check(not, value, aside(place)).problems.length === 0)
    report(place, "has a value that is not allowed");
  if (condition !== undefined) {
    const asked = check(condition, value, aside(place));
    const isMet = asked.problems.length === 0;
    if (isMet) merge(place.evaluated, asked.evaluated);
    check((isMet ? then : otherwise) ?? true, value, deeper(place));
  }
  if (dependentSchemas === undefined || !isObject(value)) return;
  for (const [name, each] of Object.entries(dependentSchemas))
    if (Object.hasOwn(value, name)) check(each, value, deeper(place));
}

function checkAlternatives(schemas: readonly JsonSchema[], value: unknown, place: Place, isExclusive: boolean): void {
  const outcomes: Place[] = [];
  let fitting = 0;
  for (const schema of schemas) {
    const outcome = check(schema, value, aside(place));
    outcomes.push(outcome);
    if (outcome.problems.length > 0) continue;
    fitting++;
    merge(place.evaluated, outcome.evaluated);
    // The others can say nothing more, unless somebody counts what they speak of.
    if (!isExclusive && place.evaluated === null) return;
  }
  if (fitting === 0) place.problems.push(...closest(outcomes, place));
  else if (isExclusive && fitting > 1)
    report(place, `must fit one of ${schemas.length} alternatives, and fits ${fitting}`);
}

/** Of the one alternative that the value was meant for, where that is clear, its problems. */
function closest(outcomes: readonly Place[], place: Place): readonly Problem[] {
  const field = fieldOf(place);
  const isOther = ({ field: at, message }: Problem) =>
    at === field || (message.startsWith("must be ") && !at.slice(field.length + 1).includes("."));
  const near = outcomes.filter(({ problems }) => !problems.some(isOther));
  const [first, ...others] = near.length > 0 ? near : outcomes.length === 1 ? outcomes : [];
  if (first !== undefined && others.length === 0) return first.problems;
  return [{ field, message: `must fit one of ${outcomes.length} alternatives` }];
}

function checkUnevaluated(schema: JsonSchemaObject, value: unknown, place: Place): void {
  const { unevaluatedProperties, unevaluatedItems } = schema;
  const { evaluated } = place;
  if (evaluated === null) return;
  if (unevaluatedItems !== undefined && Array.isArray(value)) {
    Array.from<unknown>(value).forEach((item, index) => {
      if (evaluated.items.has(index)) return;
      check(unevaluatedItems, item, inside(place, index));
      evaluated.items.add(index);
    });
  }
  if (unevaluatedProperties === undefined || !isObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (evaluated.properties.has(name)) continue;
    if (unevaluatedProperties === false) report(inside(place, name), "is not a property of this object");
    else check(unevaluatedProperties, member, inside(place, name));
    evaluated.properties.add(name);
  }
}
