/** Fixtures of requests: the one of the operation, and one for each example and media type where there are several. */
import { writeJson } from "../document/json.js";
import { rawText } from "../model/binary-fixture.js";
import { fixtureBoundary } from "../model/body-fixtures.js";
import { concreteMediaType } from "../model/content-kind.js";
import type { BodyFixture, Operation } from "../model/model.js";
import { camelCase } from "../model/names.js";
import { unionPointers } from "../model/union-pointers.js";
import { type Expression, identifier, literal, propertyKey, ts } from "./code.js";
import { blob, factoryOf, type FixtureContext, typed } from "./fixture-context.js";
import type { JsonLiteral } from "./json-literal.js";
import { withPartFiles } from "./part-files.js";
import { bodyTypeName, hasContentType } from "./request-bodies.js";
import type { BodyFixtureView, FixturesView, MemberView, RequestFixturesView } from "./view.js";

/** Builds the fixtures of an operation's requests. */
export function buildRequestFixtures(context: FixtureContext): Pick<FixturesView, "bodies" | "sections" | "requests"> {
  const { operation, jsonLiteral } = context;
  const { requestBody, request } = operation;
  const sections = sectionMembers(operation, jsonLiteral);
  if (requestBody === null || request.lacks !== "nothing") return { bodies: [], sections, requests: [] };
  const bodies = request.bodies.filter((body, index) => index === 0 || !isMadeUp(body));
  const values = new Map<string, Expression>();
  const written = bodies.map((body, index) => {
    const isFirst = index === bodies.findIndex(({ content }) => content === body.content);
    // Media types of one schema share their values.
    const key = `${body.content.word} ${body.bytes === null ? "" : body.mediaType} ${writeJson(body.value ?? null)}`;
    const known = body.content.encoding.kind === "raw" && body.bytes === null ? undefined : values.get(key);
    const own = known === undefined ? writeBody(context, body, index === 0, isFirst) : { value: known, view: null };
    values.set(key, own.value);
    return { body, ...own };
  });
  const membersOf = (body: BodyFixture, value: Expression): readonly MemberView[] =>
    body.value === undefined ? sections : [...sections, { key: propertyKey("body"), value }];
  const [first] = written;
  const mediaTypes = [...new Set(written.map(({ body }) => body.mediaType))];
  const requests =
    written.length < 2
      ? []
      : mediaTypes.map((mediaType): RequestFixturesView => {
          const own = written.filter(({ body }) => body.mediaType === mediaType);
          const type = hasContentType(operation) ? [{ key: propertyKey("contentType"), value: ts`${mediaType}` }] : [];
          return {
            mediaType: propertyKey(mediaType),
            fixtures: own.map(({ body, value }) => {
              return {
                key: propertyKey(body.name),
                type: context.types.input.type,
                members: [...type, ...membersOf(body, value)],
              };
            }),
          };
        });
  return {
    bodies: written.flatMap(({ view }) => view ?? []),
    sections: first === undefined ? sections : membersOf(first.body, first.value),
    requests,
  };
}

/** A value that stands for a text whose form is not known, such as XML. */
function isMadeUp({ content, value, bytes, source }: BodyFixture): boolean {
  return content.encoding.kind === "raw" && bytes === null && source === "synthesised" && typeof value !== "string";
}

/** How a body is written: as a constant, or, where it is a text that is sent as it is, in its place. */
function writeBody(
  context: FixtureContext,
  body: BodyFixture,
  isPreferred: boolean,
  hasFactory: boolean,
): { readonly value: Expression; readonly view: BodyFixtureView | null } {
  const { content, value, bytes, name } = body;
  const isRaw = content.encoding.kind === "raw";
  if (isRaw && bytes === null) return { value: rawBody(content.encoding, body), view: null };
  const type = bodyTypeName(context.operation, content);
  context.imports.type(context.operationModule, type.text);
  const about = name !== "default" ? name : body.mediaType === content.mediaType ? "" : body.mediaType;
  const wish = isPreferred ? "request body" : `request body ${content.word} ${about}`;
  const constant = identifier(context.locals.claim(camelCase(wish, "requestBody")));
  return {
    value: ts`${constant}`,
    view: {
      type,
      constant,
      factory: isRaw || !hasFactory ? null : factoryOf(context, type),
      unions: isRaw || !hasFactory ? [] : unionPointers(value ?? null, content.schema, context.table),
      // Where credentials are the whole body, the request has none, and its factory makes an empty one.
      value:
        bytes !== null && typeof value === "string"
          ? blob(context, value, bytes, concreteMediaType(body.mediaType, "binary"))
          : value === undefined
            ? {}
            : typed(context, type, withPartFiles(context, body, value), body.excess),
    },
  };
}

function rawBody(encoding: BodyFixture["content"]["encoding"], { value = "", mediaType }: BodyFixture): Expression {
  const text = rawText(value);
  return encoding.kind === "raw" && encoding.content === "multipart"
    ? ts`{ data: /* @__PURE__ */ new Blob([${text}]), type: ${`${mediaType}; boundary=${fixtureBoundary}`} }`
    : ts`${text}`;
}

function sectionMembers(operation: Operation, jsonLiteral: JsonLiteral): readonly MemberView[] {
  return (["path", "query", "headers", "cookies"] as const).flatMap((section) => {
    const entries = Object.entries(operation.request[section]).map(([name, value]) => {
      const schema = operation.parameters[section].find((parameter) => parameter.name === name)?.schema;
      return [name, jsonLiteral(value, schema)] as const;
    });
    return entries.length === 0 ? [] : [{ key: propertyKey(section), value: literal(Object.fromEntries(entries)) }];
  });
}
