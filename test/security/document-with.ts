/** A small document with one text in every place that has room for text. */
import type { JsonObject } from "../../generator/document/json.js";

/** The text in titles, descriptions, names, enums, defaults, examples, paths, tags, servers and extensions. */
export function documentWith(text: string): JsonObject {
  const part = text.replace(/[{}/]/g, "|");
  const schema = {
    type: "object",
    description: text,
    title: text,
    required: [text],
    properties: {
      [text]: { type: "string", description: text, enum: [text, `${text}2`], default: text, example: text },
      pattern: { type: "string", pattern: text, format: text },
      constant: { const: text, "x-enum-descriptions": [text], "x-enum-varnames": [text] },
    },
    "x-any": { [text]: text },
  };
  return {
    openapi: "3.1.0",
    info: { title: text, description: text, version: text, contact: { name: text, email: text, url: text } },
    servers: [{ url: `https://example.com/${part}`, description: text }],
    tags: [{ name: text, description: text }],
    paths: {
      [`/a/${part}/{${part}}`]: {
        post: {
          operationId: text,
          tags: [text],
          summary: text,
          description: text,
          parameters: [
            { name: part, in: "path", required: true, description: text, schema: { type: "string" } },
            { name: text, in: "query", description: text, example: text, schema: { type: "string", default: text } },
          ],
          requestBody: {
            description: text,
            content: { "application/x-www-form-urlencoded": { schema: { $ref: "#/components/schemas/S" } } },
          },
          responses: {
            200: {
              description: text,
              content: {
                "application/json": {
                  schema: { $ref: "#/components/schemas/S" },
                  examples: { [text]: { summary: text, value: { [text]: text } } },
                },
              },
            },
            400: { description: text, content: { "text/plain": { example: text } } },
          },
        },
      },
    },
    components: {
      schemas: { S: schema, [text]: { $ref: "#/components/schemas/S" } },
      securitySchemes: { [text]: { type: "apiKey", in: "query", name: text, description: text } },
    },
  };
}
