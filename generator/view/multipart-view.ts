/** The parts of a multipart body, field by field, and the way back. */
import { createNameScope } from "../model/names.js";
import type { BodyEncoding, Operation } from "../model/model.js";
import type { MultipartField, PartHeader, PartValue } from "../model/wire.js";
import {
  type Expression,
  type Identifier,
  identifier,
  joinCode,
  type LiteralValue,
  memberAccess,
  propertyKey,
  ts,
} from "./code.js";
import { docComment } from "./doc-comment.js";
import { type FormNames, members, reservedLocals, writeProperty } from "./form-view.js";
import type { Imports } from "./import-lines.js";
import { int64Input } from "./value-shape-view.js";
import { runtimeUser } from "./runtime-user.js";
import type { FormView } from "./view.js";
import { jsonReader, readerUser, slotReader, type UseReader, scalarReader } from "./wire-reader.js";
import { partsSink } from "./wire-sink.js";
import { formatted, type WriterContext } from "./wire-writer.js";

type MultipartEncoding = Extract<BodyEncoding, { kind: "multipart" }>;

/**
 * A multipart body of an operation; asks for the imports that it needs.
 * @param names those of its functions, and of its type
 */
export function buildMultipartView(
  operation: Operation,
  { type, fields, open }: MultipartEncoding,
  names: FormNames & { readonly body: Identifier },
  imports: Imports,
): FormView {
  imports.type("../runtime/form-reader.js", "DecodeResult");
  imports.type("../runtime/multipart.js", "Part");
  const isForm = type === "multipart/form-data";
  if (isForm) imports.value("../runtime/multipart-body.js", "formDataOf");
  const use = runtimeUser(imports, "../runtime/");
  const parts = identifier("parts");
  const reserved = [...reservedLocals(operation), names.parts.text];
  const statements = fields.map((field) =>
    writePart(field, { sink: partsSink(parts, use), locals: createNameScope(reserved), use }),
  );
  statements.unshift(ts`${use("structure", "objectOf")}(body, ${"body"});`);
  const known = fields.map(({ name }) => name);
  if (open) {
    const others = ts`${use("members-of", "membersOf")}(body, ${known})`;
    statements.push(
      ts`for (const [name, value] of ${others}) parts.push(...${use("multipart", "anyParts")}(name, value));`,
    );
  }
  const reader = readerUser(use);
  const readers = fields.map((field) => {
    const read = partReader(field.part, known, reader, use);
    return ts`${propertyKey(field.name)}: ${requiredReader(field, read, reader)}`;
  });
  const rest = open ? ts`, ${use("multipart-reader", "readAnyPart")}` : ts``;
  return {
    encoderDoc: docComment(
      [
        `The body of \`${operation.id}\` as FormData. The operation itself sends JSON without a file name, and streams.`,
      ],
      [{ name: "throws", text: "FieldError for a value that cannot be sent, and for a stream." }],
    ),
    encoder: names.encoder,
    decoderDoc: docComment([
      `Reads a body of \`${operation.id}\`: the inverse of ${isForm ? "its encoder" : "what the operation sends"}.`,
    ]),
    decoder: names.decoder,
    body: names.body,
    statements,
    result: ts`parts`,
    decode: ts`${use("multipart-reader", "readMultipart")}(form, ${members(readers)}${fileNames(fields, open)}${rest})`,
    multipart: {
      partsDoc: docComment([
        `The parts of \`${operation.id}\`'s body. Fields that are undefined or null are left out.`,
      ]),
      parts: names.parts,
      isForm,
    },
    imports: [],
  };
}

function writePart({ name, part }: MultipartField, context: WriterContext): Expression {
  const body = ts`body`;
  if (part.kind === "pairs") return writeProperty({ name, ...part.slot }, body, context);
  const own = name in Object.prototype ? ts`Object.hasOwn(${body}, ${name}) && ` : ts``;
  const value = ts`${body}${memberAccess(name)}`;
  return ts`if (${own}${value} != null) ${pushPart(name, part, value, context)}`;
}

function pushPart(name: string, part: PartValue, value: Expression, context: WriterContext): Expression {
  const { use } = context;
  switch (part.kind) {
    case "text":
      return push(
        ts`${use("multipart", "textPart")}(${name}, ${formatted(part.scalar, value, name, context)}${options(part.header)})`,
      );
    case "json":
      return push(
        ts`${use("multipart", "jsonPart")}(${name}, ${int64Input(part.shape, value, name, context)}${options(part.header)}${datesOf(part)})`,
      );
    case "file":
      return push(ts`${use("multipart", "filePart")}(${name}, ${value}${options(part.header)})`);
    case "any":
      return push(ts`...${use("multipart", "anyParts")}(${name}, ${value}${options(part.header)})`);
    case "list": {
      const item = ts`${identifier(context.locals.claim("item"))}`;
      const list = ts`${use("structure", "listOf")}(${value}, ${name})`;
      return ts`for (const ${item} of ${list}) if (${item} != null) ${pushPart(name, part.item, item, context)}`;
    }
    case "pairs":
      throw new Error("a list of parts holds no pairs");
  }
}

function push(part: Expression): Expression {
  return ts`parts.push(${part});`;
}

/** What the document says of the part, as a further argument. */
function options({ contentType, headers }: PartHeader): Expression {
  const entries: [string, LiteralValue][] = [];
  if (contentType !== null) entries.push(["type", contentType]);
  if (Object.keys(headers).length > 0) entries.push(["headers", headers]);
  if (entries.length === 0) return ts``;
  return ts`, { ${joinCode(
    entries.map(([key, value]) => ts`${propertyKey(key)}: ${value}`),
    ", ",
  )} }`;
}

/** Where a `Date` is a day, as a further argument: the options' place must then be filled. */
function datesOf({ dates, header }: Extract<PartValue, { kind: "json" }>): Expression {
  if (dates === null) return ts``;
  return options(header).text === "" ? ts`, {}, ${dates}` : ts`, ${dates}`;
}

function partReader(
  part: PartValue,
  known: readonly string[],
  reader: UseReader,
  use: WriterContext["use"],
): Expression {
  switch (part.kind) {
    case "text":
      return scalarReader(part.scalar, reader);
    case "json":
      return jsonReader(part, reader);
    case "file":
      return ts`${use("multipart-reader", "readFile")}`;
    case "any":
      return ts`${use("multipart-reader", "readAnyPart")}`;
    case "list":
      if (part.item.kind === "file" || part.item.kind === "any") return ts`${use("multipart-reader", "readFiles")}`;
      return ts`${reader("readList")}(${partReader(part.item, known, reader, use)})`;
    case "pairs":
      return slotReader(part.slot, false, known, reader);
  }
}

function requiredReader({ required, part }: MultipartField, read: Expression, reader: UseReader): Expression {
  if (!required) return read;
  return ts`${reader(part.kind === "list" ? "orEmpty" : "required")}(${read})`;
}

/** The names of fields whose parts, or items, are of a kind. */
function namesOf(fields: readonly MultipartField[], kind: PartValue["kind"]): readonly string[] {
  return fields.filter(({ part }) => (part.kind === "list" ? part.item : part).kind === kind).map(({ name }) => name);
}

/** Which fields may be files, as a further argument. */
function fileNames(fields: readonly MultipartField[], isOpen: boolean): Expression {
  const kinds = [["files", namesOf(fields, "file")] as const, ["any", namesOf(fields, "any")] as const];
  const entries = kinds
    .filter(([, names]) => names.length > 0)
    .map(([key, names]) => ts`${propertyKey(key)}: ${names}`);
  return entries.length > 0 || isOpen ? ts`, ${members(entries)}` : ts``;
}
