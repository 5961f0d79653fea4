/** How the body of an operation's input becomes that of a request: members of what `encode` returns. */
import { isMediaRange, isMultipartMediaType } from "../document/media-type.js";
import type { BodyContent, Operation } from "../model/model.js";
import type { FormField } from "../model/wire.js";
import { type Expression, joinCode, memberAccess, propertyKey, ts } from "./code.js";
import { formNames } from "./form-view.js";
import type { Imports } from "./import-lines.js";
import { hasContentType, requestBodies } from "./request-bodies.js";
import { jsonOf, type WriterContext } from "./wire-writer.js";

interface BodyWriter {
  readonly formModule: string;
  readonly imports: Imports;
  readonly use: WriterContext["use"];
}

/** A credential of a scheme that the input has, or may have. */
export interface Given {
  readonly scheme: string;
  readonly value: Expression;
}

/** What is sent of a body. */
interface BodyMembers {
  /** The member that says the content type; null where it needs not be said. */
  readonly type: Expression | null;
  readonly body: Expression | null;
  /** Credentials that the caller may have put into it. */
  readonly given: readonly Given[];
  /** In place of all of them: an object that has them. */
  readonly whole: Expression | null;
}

/** The content type of a body whose input does not say; null where there is none, or `encode` gives it. */
export function defaultContentType({ requestBody }: Operation): string | null {
  // The boundary of a multipart body is not known before it is written.
  if (requestBody === null || isMultipartMediaType(requestBody.mediaType) || isMediaRange(requestBody.mediaType))
    return null;
  return requestBody.mediaType;
}

/**
 * Writes the body, whichever media type the input says, and the credentials that the input has.
 * @param given those that are parameters
 */
export function writeBodies(
  operation: Operation,
  writer: BodyWriter,
  given: readonly Given[],
  members: Expression[],
): void {
  const [first, ...others] = requestBodies(operation);
  const preferred = first && bodyMembers(operation, first, writer);
  if (preferred === undefined || others.length === 0) {
    members.push(...(preferred ? membersOf(preferred, given) : givenMember(given)));
    return;
  }
  const rest = others.map((content) => ({ content, sent: bodyMembers(operation, content, writer) }));
  const isBodyAlone = [preferred, ...rest.map(({ sent }) => sent)].every((sent) => {
    return sent.whole === null && sent.type === chosenType && sent.given.length === 0;
  });
  const valueOf = (sent: BodyMembers): Expression => {
    if (isBodyAlone) return sent.body ?? ts`undefined`;
    if (sent.whole !== null && given.length === 0) return sent.whole;
    return ts`{ ${joinCode(membersOf(sent, given), ", ")} }`;
  };
  const chosen = choose(
    rest.map(({ content, sent }) => ({ content, value: valueOf(sent) })),
    valueOf(preferred),
  );
  if (isBodyAlone) members.push(chosenType, ts`body: ${chosen}`, ...givenMember(given));
  else members.push(ts`...(${chosen})`);
}

/** What the input says, is sent. */
const chosenType = ts`contentType: input.contentType`;

/** One value for each content type; those with the same value are asked for together. */
function choose(
  choices: readonly { readonly content: BodyContent; readonly value: Expression }[],
  otherwise: Expression,
): Expression {
  const values = new Map(choices.map(({ value }) => [value.text, value]));
  values.delete(otherwise.text);
  return [...values.values()].reduceRight((last, value) => {
    const same = choices.filter((choice) => choice.value.text === value.text);
    return ts`${isChosen(same.flatMap(({ content }) => content.mediaTypes))} ? ${value} : ${last}`;
  }, otherwise);
}

function membersOf({ type, body, whole, given }: BodyMembers, more: readonly Given[]): readonly Expression[] {
  const sent = whole === null ? [...(type === null ? [] : [type]), ...(body === null ? [] : [ts`body: ${body}`])] : [];
  return [...sent, ...(whole === null ? [] : [ts`...${whole}`]), ...givenMember([...given, ...more])];
}

function givenMember(given: readonly Given[]): readonly Expression[] {
  return given.length > 0 ? [ts`given: ${givenObject(given)}`] : [];
}

/** The credentials by their schemes; of one that may stand in several places, the first that is there. */
function givenObject(given: readonly Given[]): Expression {
  const schemes = [...new Set(given.map(({ scheme }) => scheme))];
  const entries = schemes.map((scheme) => {
    const values = given.filter((each) => each.scheme === scheme).map(({ value }) => value);
    return ts`${propertyKey(scheme)}: ${joinCode(values, " ?? ")}`;
  });
  return ts`{ ${joinCode(entries, ", ")} }`;
}

function isChosen(mediaTypes: readonly string[]): Expression {
  return joinCode(
    mediaTypes.map((mediaType) => ts`input.contentType === ${mediaType}`),
    " || ",
  );
}

function bodyMembers(operation: Operation, content: BodyContent, writer: BodyWriter): BodyMembers {
  const { imports, use, formModule } = writer;
  const { encoding, required } = content;
  const body = ts`input.body`;
  const given = (value: Expression, absent: Expression) =>
    required ? value : ts`${body} === undefined ? ${absent} : ${value}`;
  const type = typeMember(operation, content, use);
  switch (encoding.kind) {
    case "json":
      return {
        type,
        body: given(jsonOf({ dates: encoding.dates, shape: content.shape }, body, "body", { use }), ts`undefined`),
        given: [],
        whole: null,
      };
    case "stream": {
      const item = ts`item`;
      const text = jsonOf(encoding, item, "body[]", { use });
      const before = encoding.format === "sequence" ? ts`${"\u001e"} + ` : ts``;
      const list = ts`${use("structure", "listOf")}(${body}, ${"body"})`;
      const texts = ts`${list}.map((${item}) => ${before}${text} + ${"\n"}).join("")`;
      return { type, body: given(texts, ts`undefined`), given: [], whole: null };
    }
    case "raw": {
      if (encoding.content === "multipart") {
        const sent = ts`${use("multipart-content", "multipartContent")}(${body}, ${content.mediaType}, ${"body"})`;
        return { type: null, body: null, given: [], whole: required ? sent : ts`(${body} !== undefined && ${sent})` };
      }
      const bytes = ts`${use("raw-body", "rawBody")}(${body}, ${"body"})`;
      return { type, body: given(bytes, ts`undefined`), given: [], whole: null };
    }
    case "multipart": {
      const { parts } = formNames(operation, content);
      imports.value(formModule, parts.text);
      const written = ts`${use("multipart-body", "multipartBody")}(${parts}(${body})${encoding.type === "multipart/form-data" ? ts`` : ts`, ${encoding.type}`})`;
      const whole = required ? written : ts`(${body} !== undefined && ${written})`;
      return { type: null, body: null, given: [], whole };
    }
    case "form": {
      const { encoder } = formNames(operation, content);
      imports.value(formModule, encoder.text);
      const own = encoding.fields.flatMap((field) => givenCredential(field, required));
      // A form is sent even where nothing is in it: credentials are put into it.
      return { type, body: given(ts`${encoder}(${body})`, ts`${""}`), given: own, whole: null };
    }
  }
}

/** What the input says; of bytes under a range of media types, what the caller's Blob says. */
function typeMember(operation: Operation, { mediaTypes }: BodyContent, use: WriterContext["use"]): Expression | null {
  const exact = mediaTypes.filter((mediaType) => !isMediaRange(mediaType));
  if (exact.length === mediaTypes.length) return hasContentType(operation) ? chosenType : null;
  const own = ts`${use("raw-body", "bytesType")}(input.body)`;
  return exact.length === 0
    ? ts`contentType: ${own}`
    : ts`contentType: ${isChosen(exact)} ? input.contentType : ${own}`;
}

/** A credential that the caller may put into the body: the client must not send it a second time. */
function givenCredential(field: FormField, bodyRequired: boolean): readonly Given[] {
  if (field.credential === null) return [];
  const value = bodyRequired
    ? ts`input.body${memberAccess(field.name)}`
    : ts`input.body?.${optionalAccess(field.name)}`;
  return [{ scheme: field.credential, value }];
}

/** What stands after `?.`: `name`, or `["na-me"]`. */
export function optionalAccess(name: string): Expression {
  const access = memberAccess(name).text;
  // A property name after a dot may be a reserved word, so it is no `Identifier`.
  return access.startsWith(".") ? joinCode([propertyKey(name)], "") : ts`${memberAccess(name)}`;
}
