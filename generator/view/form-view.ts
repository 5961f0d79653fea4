/** The encoder and the decoder of a form body, field by field: straight-line code for that body. */
import { capitalise, createNameScope } from "../model/names.js";
import type { BodyContent, FormEncoding, Operation, Response, ResponseContent } from "../model/model.js";
import type { Escape, FormField } from "../model/wire.js";
import { type Expression, type Identifier, identifier, joinCode, memberAccess, propertyKey, ts } from "./code.js";
import { docComment } from "./doc-comment.js";
import { createImports, type Imports } from "./import-lines.js";
import { buildMultipartView } from "./multipart-view.js";
import { bodyTypeName, requestBodies } from "./request-bodies.js";
import type { ContentType } from "./response-contents.js";
import { runtimeUser } from "./runtime-user.js";
import type { FormView } from "./view.js";
import { escapeName } from "./wire-escape.js";
import { fieldReader, readerUser, restReader } from "./wire-reader.js";
import { firstSink, textSink } from "./wire-sink.js";
import { isWrittenAsIs, presence, writeMember, writeRest, type WriterContext } from "./wire-writer.js";

/** Names of the encoder, the decoder and the parts of a form or multipart body: both, where an operation has both. */
export function formNames(operation: Operation, { encoding }: Pick<BodyContent, "encoding">): FormNames {
  const isSecond =
    encoding.kind === "multipart" && requestBodies(operation).some((body) => body.encoding.kind === "form");
  const suffix = isSecond ? "Multipart" : "Form";
  return {
    encoder: identifier(`encode${operation.typeId}${suffix}`),
    decoder: identifier(`decode${operation.typeId}${suffix}`),
    parts: identifier(`${operation.id}Parts`),
  };
}

export interface FormNames {
  readonly encoder: Identifier;
  readonly decoder: Identifier;
  /** The function that gives the parts of a multipart body. */
  readonly parts: Identifier;
}

/** The forms of an operation, in their order in its module: the first that is there has all imports. */
export interface FormViews {
  readonly form: FormView | null;
  /** A multipart body beside `form`. */
  readonly multipartForm: FormView | null;
  readonly answerForms: readonly FormView[];
}

/**
 * The forms of an operation.
 * @param types those of the contents of its answers
 */
export function buildFormViews(
  operation: Operation,
  operationModule: string,
  types: ReadonlyMap<ResponseContent, ContentType>,
): FormViews {
  const imports = createImports();
  const bodies = requestBodies(operation);
  const views = (["form", "multipart"] as const).flatMap((kind) =>
    bodies.flatMap((content): FormView[] => {
      if (content.encoding.kind !== kind) return [];
      imports.type(operationModule, bodyTypeName(operation, content).text);
      const view = buildBodyFormView(operation, content, imports);
      return view === null ? [] : [view];
    }),
  );
  const answers = answerForms(operation, types).map(({ form, body }) => {
    imports.type(operationModule, body.text);
    const names = { ...answerFormNames(body), body };
    return buildFormView(operation, form, names, `the form of \`${body.text}\``, imports);
  });
  const [first, ...others] = [...views, ...answers];
  const all = first === undefined ? [] : [{ ...first, imports: imports.lines() }, ...others];
  const [form = null, multipartForm = null] = all.slice(0, views.length);
  return { form, multipartForm, answerForms: all.slice(views.length) };
}

/** An answer that is a form. */
export interface AnswerForm {
  readonly response: Response;
  readonly content: ResponseContent;
  readonly form: FormEncoding;
  /** Its type. */
  readonly body: Identifier;
}

/** Answers that are forms: one for each type. */
export function answerForms(
  { responses }: Operation,
  types: ReadonlyMap<ResponseContent, ContentType>,
): readonly AnswerForm[] {
  return responses.flatMap((response) =>
    response.contents.flatMap((content): AnswerForm[] => {
      const { form } = content;
      const body = types.get(content)?.type;
      return form === null || body === undefined ? [] : [{ response, content, form, body: identifier(body.text) }];
    }),
  );
}

/** Names of the encoder and the decoder of an answer. */
export function answerFormNames(body: Identifier): Pick<FormNames, "encoder" | "decoder"> {
  return { encoder: identifier(`encode${body.text}`), decoder: identifier(`decode${body.text}`) };
}

/** The form of a body, or null where it is none; asks for the imports that it needs. */
function buildBodyFormView(operation: Operation, content: BodyContent, imports: Imports): FormView | null {
  const { encoding } = content;
  const names = { ...formNames(operation, content), body: bodyTypeName(operation, content) };
  if (encoding.kind === "multipart") return buildMultipartView(operation, encoding, names, imports);
  return encoding.kind === "form"
    ? buildFormView(operation, encoding, names, `the form body of \`${operation.id}\``, imports)
    : null;
}

/** A form; asks for the imports that it needs. */
function buildFormView(
  operation: Operation,
  encoding: FormEncoding,
  names: Omit<FormNames, "parts"> & { readonly body: Identifier },
  what: string,
  imports: Imports,
): FormView {
  const { body } = names;
  const { fields, rest, closed } = encoding;
  imports.type("../runtime/form-reader.js", "DecodeResult");
  const use = runtimeUser(imports, "../runtime/");
  const form = identifier("form");
  const contextOf = (escape: Escape): WriterContext => {
    return { sink: textSink(form, "&", escape, use), locals: createNameScope(reservedLocals(operation)), use };
  };
  const first = firstPair(fields);
  const check = ts`${use("structure", "objectOf")}(body, ${"body"});`;
  const statements = fields.map((field) => {
    const context = contextOf(field.escape);
    const isFirst = field === first;
    return writeProperty(field, ts`body`, isFirst ? { ...context, sink: firstSink(context.sink, form, use) } : context);
  });
  const known = fields.map(({ name }) => name);
  statements.unshift(check);
  if (rest !== null) statements.push(writeRest(rest, known, ts`body`, null, "", contextOf("form")));
  const reader = readerUser(use);
  const readers = fields.map((field) => {
    const others = known.filter((name) => name !== field.name);
    return ts`${propertyKey(field.name)}: ${fieldReader(field, false, others, reader)}`;
  });
  const others = rest === null ? (closed ? ts`${"refuse"}` : null) : restReader(rest, known, reader);
  const passesOver = rest === null && !closed ? " Fields that it does not know are passed over." : "";
  return {
    encoderDoc: docComment(
      [`${capitalise(what)}. Fields that are undefined or null are left out.`],
      [{ name: "throws", text: "FieldError for a value that a form cannot carry." }],
    ),
    encoder: names.encoder,
    decoderDoc: docComment([`Reads ${what.replace(/^the form/, "a form")}: the inverse of its encoder.${passesOver}`]),
    decoder: names.decoder,
    body,
    statements,
    result: first === null ? ts`form.slice(1)` : ts`${presence(first, ts`body`, first.name)} ? form : form.slice(1)`,
    decode: ts`${reader("readForm")}(text, ${members(readers)}${others ? ts`, ${others}` : ts``})`,
    multipart: null,
    imports: [],
  };
}

/**
 * The first field, where it is one pair: it goes without `&`, so that nothing has to be cut off where it is there, which
 * would make one text of all pieces (docs/benchmarks.md).
 */
function firstPair([first]: readonly FormField[]): FormField | null {
  return first !== undefined && (first.value.kind === "text" || first.value.kind === "json") ? first : null;
}

/** `{ a: readText, b: readInteger }` */
export function members(entries: readonly Expression[]): Expression {
  return entries.length === 0 ? ts`{}` : ts`{ ${joinCode(entries, ", ")} }`;
}

/** One property, in the escaping of its own. */
export function writeProperty(
  field: Pick<FormField, "name" | "nullable" | "value">,
  owner: Expression,
  context: WriterContext,
): Expression {
  const { escape, before, nameless } = context.sink;
  const isFlat = field.value.kind === "object" && field.value.keys === "flat";
  const key = isFlat ? [] : [before + (nameless ? "" : escapeName(field.name, escape))];
  const isPlain = field.value.kind === "text" && isWrittenAsIs(field.value.scalar) && !(field.name in Object.prototype);
  if (isPlain && context.sink.scalar) return context.sink.scalar(key, ts`${owner}${memberAccess(field.name)}`);
  return writeMember(field, owner, field.name, key, field.name, context);
}

/** Names that locals must not have: of parameters, of what is imported, of what is declared. */
export function reservedLocals(operation: Operation): readonly string[] {
  return [
    ...["body", "form", "parts", "client", "input", "options", "search", "cookie", "query", "cookies"],
    ...[
      "formText",
      "formField",
      "uriText",
      "reservedText",
      "cookieText",
      "scalarText",
      "dateOnly",
      "base64Text",
      "base64UrlText",
    ],
    ...["jsonText", "listOf", "objectOf", "membersOf", "itemText", "anyPairs", "anyText", "anyParts", "textPart"],
    ...["jsonPart", "filePart", "pathParameter", "pathSegment", "headerParameter", "jsonHeader", "multipartBody"],
    ...["pathReservedText", "formDataOf", "Object", "undefined", operation.id],
    ...["Form", "Multipart"].map((suffix) => `encode${operation.typeId}${suffix}`),
  ];
}
