/**
 * Requests and responses of a schema differ where it has properties that travel in one direction alone. The response keeps
 * the name; the request gets a schema of its own, only where there is a difference and a request that uses it.
 * docs/schemas.md says how they are named.
 */
import type {
  NormalDocument,
  NormalIncoming,
  NormalMediaType,
  NormalOperation,
  NormalSchema,
  Schema,
} from "../document/normal-document.js";
import { referenceTo } from "../document/schema-names.js";
import { type Direction, type Hiding, hidingIn, saysDirection, travellingValue } from "./hidden-properties.js";
import { schemaTypeName, shortHash } from "./names.js";
import { referencedNames, type SchemaTable } from "./schema-shape.js";
import { travellingSchema, withReferences } from "./travelling-schema.js";

/** Gives each direction its schemas. The document itself, where no property is `readOnly` or `writeOnly`. */
export function splitDirections(document: NormalDocument): NormalDocument {
  if (!isAnyHidden(document)) return document;
  const table: SchemaTable = new Map(document.schemas.map(({ name, schema }) => [name, schema]));
  const hiding = { request: hidingIn("request", table), response: hidingIn("response", table) };
  const requests = new Map(
    document.schemas.map(({ name, schema }) => [name, travellingSchema(schema, hiding.request)]),
  );
  const responses = document.schemas.map((entry) => ({
    ...entry,
    schema: travellingSchema(entry.schema, hiding.response),
  }));
  const differing = differingNames(document.schemas, requests, responses);
  const shape = (direction: Direction, names: ReadonlyMap<string, string>) => (schema: Schema) => {
    const own = travellingSchema(schema, hiding[direction]);
    return direction === "response" ? own : renamed(own, names);
  };
  // Which requests use is only known once theirs have no hidden properties any more.
  const used = new Set<string>();
  convert(document, hiding, (direction) => (schema) => {
    const own = shape(direction, new Map())(schema);
    if (direction === "request") for (const name of reachable(own, requests)) used.add(name);
    return own;
  });
  const names = requestNames(
    document.schemas.map(({ name }) => name),
    (name) => differing.has(name) && used.has(name),
  );
  const schemas = responses.flatMap((entry): readonly NormalSchema[] => {
    const name = names.get(entry.name);
    const own = requests.get(entry.name);
    if (name === undefined || own === undefined) return [entry];
    return [entry, { ...entry, name, schema: withNote(renamed(own, names), entry.name) }];
  });
  return { ...convert(document, hiding, (direction) => shape(direction, names)), schemas };
}

function isAnyHidden(document: NormalDocument): boolean {
  const media = (each: NormalMediaType) => saysDirection(each.schema) || saysDirection(each.itemSchema);
  const operation = ({ parameters, requestBody, responses, callbacks }: NormalOperation): boolean =>
    parameters.some(({ schema }) => saysDirection(schema)) ||
    requestBody?.content.some(media) === true ||
    responses.some(({ content }) => content.some(media)) ||
    callbacks.some((callback) => operation(callback.operation));
  return (
    document.schemas.some(({ schema }) => saysDirection(schema)) ||
    document.operations.some(operation) ||
    document.webhooks.some((webhook) => operation(webhook.operation))
  );
}

function withNote(schema: Schema, name: string): Schema {
  const { description } = schema;
  const note = `As requests have it; responses have \`${name.replaceAll("`", "")}\`.`;
  return { ...schema, description: typeof description === "string" ? `${description}\n\n${note}` : note };
}

function renamed(schema: Schema, names: ReadonlyMap<string, string>): Schema {
  if (names.size === 0) return schema;
  return withReferences(schema, (name) => {
    const to = names.get(name);
    return to === undefined ? null : referenceTo(to);
  });
}

/** The schemas that are not the same in both directions, or that refer to such a one. */
function differingNames(
  schemas: readonly NormalSchema[],
  requests: ReadonlyMap<string, Schema>,
  responses: readonly NormalSchema[],
): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  for (const { name } of schemas) {
    for (const target of referencedNames(requests.get(name) ?? {}))
      users.set(target, [...(users.get(target) ?? []), name]);
  }
  const differing = new Set(
    schemas
      .filter(({ name, schema }, index) => requests.get(name) !== schema || responses[index]?.schema !== schema)
      .map(({ name }) => name),
  );
  // A set takes in what is added while it is walked.
  for (const name of differing) for (const user of users.get(name) ?? []) differing.add(user);
  return differing;
}

function reachable(schema: Schema, table: SchemaTable): ReadonlySet<string> {
  const found = new Set(referencedNames(schema));
  for (const name of found) for (const next of referencedNames(table.get(name) ?? {})) found.add(next);
  return found;
}

/** `PetRequest` for `Pet`, or `PetWrite` where a component has that name, or with a hash where one has that, too. */
function requestNames(all: readonly string[], isWanted: (name: string) => boolean): ReadonlyMap<string, string> {
  const fold = (name: string) => schemaTypeName(name).toLowerCase();
  const taken = new Set(all.map(fold));
  return new Map(
    all.filter(isWanted).map((name) => {
      const wishes = [`${name}Request`, `${name}Write`, `${name}Request_${shortHash(name)}`];
      const free = wishes.find((wish) => !taken.has(fold(wish))) ?? `${name}Request_${shortHash(`${name} request`)}`;
      taken.add(fold(free));
      return [name, free];
    }),
  );
}

type Shape = (direction: Direction) => (schema: Schema) => Schema;

/** All schemas that stand in operations, each in its direction, and their examples. */
function convert(document: NormalDocument, hiding: Readonly<Record<Direction, Hiding>>, shape: Shape): NormalDocument {
  const media =
    (direction: Direction) =>
    (each: NormalMediaType): NormalMediaType => {
      const own = shape(direction);
      const { schema, itemSchema } = each;
      return {
        ...each,
        schema: schema && own(schema),
        itemSchema: itemSchema && own(itemSchema),
        examples: each.examples.map((example) => {
          const value = travellingValue(example.value, [schema ?? {}], hiding[direction]);
          return value === example.value ? example : { ...example, value, isCut: true };
        }),
      };
    };
  const operation = (each: NormalOperation, sent: Direction, received: Direction): NormalOperation => ({
    ...each,
    parameters: each.parameters.map((parameter) => ({ ...parameter, schema: shape(sent)(parameter.schema) })),
    requestBody: each.requestBody && { ...each.requestBody, content: each.requestBody.content.map(media(sent)) },
    responses: each.responses.map((response) => ({ ...response, content: response.content.map(media(received)) })),
    callbacks: each.callbacks.map(incoming),
  });
  // A webhook's body comes from where responses come from: who owns the values sends them.
  const incoming = (each: NormalIncoming): NormalIncoming => ({
    ...each,
    operation: operation(each.operation, "response", "request"),
  });
  return {
    ...document,
    operations: document.operations.map((each) => operation(each, "request", "response")),
    webhooks: document.webhooks.map(incoming),
  };
}
