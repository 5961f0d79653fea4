/** Schemas from examples: in the places of a document where a schema is missing or says nothing. `docs/inference.md` */
import type { Diagnostics, Origin } from "../diagnostics.js";
import { type Completed, type CompletionContext, completeSchema, partSamples } from "./complete-schema.js";
import { readTextExample } from "./example-text.js";
import type { Sample } from "./infer-evidence.js";
import type { DocumentInferOptions } from "./infer-options.js";
import { isJsonObject } from "./json.js";
import { appendToken } from "./json-pointer.js";
import { mapExamples, type Place } from "./map-examples.js";
import { mapSubschemas } from "./map-subschemas.js";
import { isJsonMediaType } from "./media-type.js";
import type {
  InferredNode,
  NormalDocument,
  NormalExample,
  NormalMediaType,
  NormalSchema,
  Schema,
} from "./normal-document.js";
import { referencedName } from "./referenced-name.js";
import { saysNothing, targetOf } from "./says-nothing.js";

type Component = (name: string) => Schema | undefined;

/**
 * Fills in the schemas that examples can tell.
 * @returns the document; what got a schema names the examples it was inferred from, and `inferred` has the evidence of
 * each schema
 */
export function inferSchemas(
  document: NormalDocument,
  options: DocumentInferOptions,
  diagnostics: Diagnostics,
): NormalDocument {
  const evidence: InferredNode[] = [];
  const context: CompletionContext = { options, evidence };
  const declared = componentsOf(document.schemas);
  const read = mapExamples(document, readMedia(declared, diagnostics), (place) =>
    readPlace(place, declared, diagnostics),
  );
  const samples = options.partial === "extend" ? samplesOfComponents(read, declared) : new Map<string, Sample[]>();
  const schemas = read.schemas.map((entry): NormalSchema => {
    const { name, schema, origin } = entry;
    const node = { schema, origin, place: origin, pointer: "" };
    return { ...entry, ...completeSchema(context, node, samples.get(name) ?? []) };
  });
  const component = componentsOf(schemas);
  const media = (each: NormalMediaType): NormalMediaType => inferMedia(context, component, each);
  const place = <P extends Place>(each: P): P => ({
    ...each,
    schema: complete(context, component, each, each.schema).schema,
  });
  return { ...mapExamples({ ...read, schemas }, media, place), inferred: evidence };
}

function componentsOf(schemas: readonly NormalSchema[]): Component {
  const byName = new Map(schemas.map(({ name, schema }) => [name, schema]));
  return (name) => byName.get(name);
}

/** Examples of JSON that are given as text become the values that they mean. */
function readMedia(component: Component, diagnostics: Diagnostics) {
  return (media: NormalMediaType): NormalMediaType =>
    isJsonMediaType(media.mediaType) ? { ...media, examples: readTexts(media, component, diagnostics) } : media;
}

function readPlace<P extends Place>(place: P, component: Component, diagnostics: Diagnostics): P {
  const isJson = place.contentType !== null && isJsonMediaType(place.contentType);
  return isJson ? { ...place, examples: readTexts(place, component, diagnostics) } : place;
}

function readTexts(
  { schema, examples }: { readonly schema: Schema | null; readonly examples: readonly NormalExample[] },
  component: Component,
  diagnostics: Diagnostics,
): readonly NormalExample[] {
  const target = schema && targetOf(schema, component);
  return examples.flatMap((example) => readTextExample(example, target, diagnostics));
}

function inferMedia(context: CompletionContext, component: Component, media: NormalMediaType): NormalMediaType {
  const { schema, itemSchema, examples } = media;
  const items = itemSchema && completeSchema(context, nodeAt(media.origin, "itemSchema", itemSchema), []).schema;
  const isText = !isJsonMediaType(media.mediaType) && examples.every(({ value }) => typeof value === "string");
  const isSilent = schema === null || saysNothing(targetOf(schema, component));
  if (isSilent && isText && examples.length > 0) {
    const inferredFrom = examples.map(({ origin }) => origin);
    context.evidence.push({ place: media.origin, pointer: "", seen: examples.length, examples: inferredFrom });
    return { ...media, itemSchema: items, schema: { type: "string" }, inferredFrom };
  }
  const { schema: completed, inferredFrom } = complete(context, component, media, schema ?? {});
  const isNothing = schema === null && inferredFrom === null && examples.length === 0;
  return { ...media, itemSchema: items, schema: isNothing ? null : completed, inferredFrom };
}

/** A schema that stands in a place with examples. A component that says nothing is replaced there, and stays as it is. */
function complete(
  context: CompletionContext,
  component: Component,
  { origin, examples }: Pick<Place, "origin" | "examples">,
  schema: Schema,
): Completed {
  const target = targetOf(schema, component);
  const completed = completeSchema(
    context,
    nodeAt(origin, "schema", target !== schema && saysNothing(target) ? target : schema),
    examples,
  );
  return target !== schema && completed.inferredFrom === null ? { schema, inferredFrom: null } : completed;
}

function nodeAt(place: Origin, key: string, schema: Schema) {
  const origin = { uri: place.uri, pointer: appendToken(place.pointer, key) };
  return { schema, place, pointer: "", origin };
}

/** The values of component schemas that examples of bodies have, by the names of the components. */
function samplesOfComponents(document: NormalDocument, component: Component): ReadonlyMap<string, Sample[]> {
  const found = new Map<string, Sample[]>();
  const seen = new Map<string, Set<unknown>>();
  const distribute = (schema: Schema, samples: readonly Sample[]): void => {
    if (samples.length === 0) return;
    const name = referencedName(schema);
    if (name === null) {
      mapSubschemas(schema, (child, [keyword = "", key = ""]) => {
        distribute(child, partSamples(schema, keyword, key, samples));
        return child;
      });
      return;
    }
    // One value may come by several ways.
    const before = seen.get(name) ?? new Set<unknown>();
    const added = samples.filter(({ value }) => !isJsonObject(value) || !before.has(value));
    for (const { value } of added) before.add(value);
    seen.set(name, before);
    found.set(name, [...(found.get(name) ?? []), ...added]);
    const target = component(name);
    if (target !== undefined && added.length > 0) distribute(target, added);
  };
  mapExamples(
    document,
    (media) => {
      if (media.schema !== null) distribute(media.schema, media.examples);
      return media;
    },
    (place) => {
      distribute(place.schema, place.examples);
      return place;
    },
  );
  return found;
}
