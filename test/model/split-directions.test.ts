import { describe, expect, it } from "vitest";
import type { NormalDocument } from "../../generator/document/normal-document.js";
import { splitDirections } from "../../generator/model/split-directions.js";
import { normalised } from "../document/document-fixture.js";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: unknown, example?: unknown) => ({
  content: { "application/json": { schema, ...(example === undefined ? {} : { example }) } },
});

/** The document with these components, split; one operation sends and receives the given schema. */
function split(
  schemas: Readonly<Record<string, unknown>>,
  body: unknown,
  rest: Readonly<Record<string, unknown>> = {},
) {
  const { normal } = normalised(
    JSON.stringify({
      openapi: "3.1.0",
      info: { title: "Test", version: "1" },
      paths: {
        "/x": { post: { requestBody: json(body), responses: { "200": { description: "x", ...json(body) } }, ...rest } },
      },
      components: { schemas },
    }),
  );
  if (normal === null) throw new Error("no document");
  return splitDirections(normal);
}

function schemaOf(document: NormalDocument, name: string) {
  return document.schemas.find((schema) => schema.name === name)?.schema;
}

const namesOf = ({ schemas }: NormalDocument) => schemas.map(({ name }) => name);
const id = { id: { type: "integer", readOnly: true } };
const user = { type: "object", properties: { ...id, name: { type: "string" } }, required: ["id", "name"] };

describe("requests and responses of a schema", () => {
  it("are the same where nothing travels in one direction alone", () => {
    const document = split({ User: { type: "object" } }, ref("User"));
    expect(namesOf(document)).toEqual(["User"]);
  });

  it("differ by what is read-only: the request has a schema of its own, without asking for it", () => {
    const document = split({ User: user }, ref("User"));
    expect(namesOf(document)).toEqual(["User", "UserRequest"]);
    expect(schemaOf(document, "User")).toEqual(user);
    expect(schemaOf(document, "UserRequest")).toMatchObject({
      properties: { name: { type: "string" } },
      required: ["name"],
    });
    const [operation] = document.operations;
    expect(operation?.requestBody?.content[0]?.schema).toEqual(ref("UserRequest"));
    expect(operation?.responses[0]?.content[0]?.schema).toEqual(ref("User"));
  });

  it("differ by what is write-only: the response lacks it", () => {
    const document = split({ User: { properties: { key: { writeOnly: true } }, required: ["key"] } }, ref("User"));
    expect(schemaOf(document, "User")).toEqual({ properties: {}, required: [] });
    expect(schemaOf(document, "UserRequest")).toMatchObject({ required: ["key"] });
  });

  it("differ where something that they refer to does, also in a circle", () => {
    const document = split(
      {
        Team: { properties: { head: ref("User") } },
        User: { properties: { ...id, team: ref("Team") } },
        Other: { properties: { a: {} } },
      },
      ref("Team"),
    );
    expect(namesOf(document)).toEqual(["Team", "TeamRequest", "User", "UserRequest", "Other"]);
    expect(schemaOf(document, "UserRequest")?.["properties"]).toEqual({ team: ref("TeamRequest") });
  });

  it("have one schema where no request uses it", () => {
    expect(namesOf(split({ User: user }, { type: "string" }))).toEqual(["User"]);
  });

  it("do not refer by what does not travel", () => {
    const document = split(
      { User: { properties: { log: { ...ref("Log"), readOnly: true } } }, Log: user },
      ref("User"),
    );
    expect(namesOf(document)).toEqual(["User", "UserRequest", "Log"]);
  });

  it("are told by the schema that a property refers to, and by parts of allOf", () => {
    const document = split(
      { Id: { readOnly: true }, User: { properties: { a: ref("Id"), b: { allOf: [ref("Id")] }, c: {} } } },
      ref("User"),
    );
    expect(schemaOf(document, "UserRequest")?.["properties"]).toEqual({ c: {} });
  });

  it("do not ask for what another part hides", () => {
    const document = split(
      { Base: { properties: id }, User: { allOf: [ref("Base"), { required: ["id"] }] } },
      ref("User"),
    );
    expect(schemaOf(document, "UserRequest")?.["allOf"]).toEqual([ref("BaseRequest"), { required: [] }]);
  });

  it("have what is both read-only and write-only, or plain in another part", () => {
    const both = { a: { readOnly: true, writeOnly: true } };
    expect(namesOf(split({ User: { properties: both } }, ref("User")))).toEqual(["User"]);
    const parts = { allOf: [{ properties: id }, { properties: { id: { type: "integer" } } }] };
    expect(namesOf(split({ User: parts }, ref("User")))).toEqual(["User"]);
  });

  it("give way to components of their names", () => {
    const document = split({ User: user, UserRequest: {}, userwrite: {} }, ref("User"));
    expect(namesOf(document)[1]).toMatch(/^UserRequest_[\da-f]{8}$/);
  });

  it("have examples of their own", () => {
    const schema = { type: "array", items: { ...user, example: { id: 1, name: "Ada" } } };
    const { operations } = split({}, schema, { requestBody: json(schema, [{ id: 1, name: "Ada" }]) });
    const media = operations[0]?.requestBody?.content[0];
    expect(media?.examples[0]?.value).toEqual([{ name: "Ada" }]);
    expect(media?.schema).toMatchObject({ items: { example: { name: "Ada" } } });
  });

  it("are the other way round where a request arrives", () => {
    const document = split(
      { User: user },
      { type: "string" },
      {
        callbacks: { done: { "{$url}": { post: { requestBody: json(ref("User")), responses: {} } } } },
      },
    );
    expect(document.operations[0]?.callbacks[0]?.operation.requestBody?.content[0]?.schema).toEqual(ref("User"));
    expect(namesOf(document)).toEqual(["User"]);
  });
});
