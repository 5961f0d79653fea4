/** Doc comments of schemas: what a hover shows beside the type. */
import { isJsonArray, type JsonValue, writeJson } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import type { DocComment } from "./code.js";
import { constraintDoc } from "./constraint-doc.js";
import { docComment, type DocTag } from "./doc-comment.js";
import { paragraphs } from "./prose.js";

/**
 * The comment for a schema.
 * @param first paragraphs before the schema's own description
 * @param last paragraphs after it
 */
export function schemaDoc(schema: Schema, first: readonly string[] = [], last: readonly string[] = []): DocComment {
  const text = (key: string) => (typeof schema[key] === "string" ? schema[key] : null);
  const description = paragraphs(text("description"));
  const title = description.length === 0 ? paragraphs(text("title")) : [];
  const constraints = constraintDoc(schema);
  const notes = constraints === null ? [] : [constraints];
  const credential = text("x-exemplar-credential");
  const filledIn =
    credential === null
      ? []
      : [`Left out, the client fills it in: its credential \`${credential.replaceAll("`", "")}\`.`];
  const examples = schema["x-exemplar-inferred"];
  const inferred =
    typeof examples === "number"
      ? [`Inferred from ${examples === 1 ? "an example" : `${String(examples)} examples`}.`]
      : [];
  return docComment(
    [...first, ...title, ...description, ...notes, ...filledIn, ...inferred, ...last],
    schemaTags(schema),
  );
}

function schemaTags(schema: Schema): readonly DocTag[] {
  const tags: DocTag[] = [];
  if (schema["default"] !== undefined) tags.push({ name: "default", text: valueText(schema["default"]) });
  const { examples } = schema;
  const example = schema["example"] ?? (isJsonArray(examples) ? examples[0] : undefined);
  if (example !== undefined && example !== null) tags.push({ name: "example", text: valueText(example) });
  if (schema["deprecated"] === true) tags.push({ name: "deprecated", text: "" });
  return tags;
}

/** A value as code would write it, on one line; long ones cut. */
function valueText(value: JsonValue): string {
  const text = writeJson(value);
  return text.length > 200 ? `${text.slice(0, 197)}...` : text;
}
