/** Implementations that we did not write agree with what generated code sends and reads: forms, paths and queries. */
import { parse as parseQuerystring } from "node:querystring";
import fc from "fast-check";
import qs from "qs";
import { parseTemplate } from "url-template";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JsonObject } from "../../generator/document/json.js";
import { type Caller, createCaller, functionOf, type SentRequest } from "./call-operation.js";
import { type GeneratedPackage, generatePackage, type Module } from "./generated-package.js";
import "./seed.js";
import { documentOf } from "./serialisation-case.js";
import { canonical } from "./tagged-values.js";

const text = { type: "string" } as const;
const number = { type: "number" } as const;
const objectOf = <Properties extends JsonObject>(properties: Properties) => ({ type: "object", properties }) as const;
const listOf = (items: JsonObject) => ({ type: "array", items }) as const;
const mapOf = (additionalProperties: JsonObject) => ({ type: "object", additionalProperties }) as const;

const flat = objectOf({ a: text, "b c": text, "x[y]": text, ü: text, list: listOf(text), n: number, "&": text });
const nested = objectOf({
  name: text,
  address: objectOf({ city: text, lines: listOf(text), geo: objectOf({ lat: number, lon: number }) }),
  tags: listOf(text),
  metadata: mapOf(text),
  items: listOf(objectOf({ price: text, quantity: number, tags: listOf(text) })),
});
/** With empty brackets, members of items have no place that says which item they are of. */
const shallow = objectOf({
  name: nested.properties["name"],
  address: nested.properties["address"],
  tags: listOf(text),
  metadata: mapOf(text),
});

/** RFC 6570 expressions for styles: `*` is explode. */
const expressions = [
  { style: "simple", location: "path", operator: "" },
  { style: "label", location: "path", operator: "." },
  { style: "matrix", location: "path", operator: ";" },
  { style: "form", location: "query", operator: "?" },
].flatMap((each) => [false, true].map((explode) => ({ ...each, explode })));
const parameterTypes = { text, list: listOf(text), map: mapOf(text) };
const parameters = expressions.flatMap((expression) =>
  Object.entries(parameterTypes).map(([type, schema]) => ({ ...expression, type, schema })),
);

const responses = { 204: { description: "Done" } };

function formPath(operationId: string, mediaType: JsonObject) {
  const requestBody = { required: true, content: { "application/x-www-form-urlencoded": mediaType } };
  return [`/${operationId}`, { post: { operationId, requestBody, responses } }] as const;
}

/** Something stands before the value of a path, so that it is no segment of dots. */
function parameterPath({ style, location, explode, schema }: (typeof parameters)[number], index: number) {
  const operationId = `p${index}`;
  const parameter = { name: "x", in: location, required: true, style, explode, schema };
  const path = location === "path" ? `/${operationId}/v{x}` : `/${operationId}/v`;
  return [path, { get: { operationId, parameters: [parameter], responses } }] as const;
}

const paths: readonly (readonly [string, JsonObject])[] = [
  formPath("flat", { schema: flat }),
  formPath("indices", { schema: nested, "x-exemplar-form-dialect": "indices" }),
  formPath("brackets", { schema: shallow, "x-exemplar-form-dialect": "brackets" }),
  ...parameters.map(parameterPath),
];
const document = documentOf("3.1", Object.fromEntries(paths));

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 10 }),
  fc.constantFrom("", " ", "+", "a&b=c", "50%", "%2B", "[0]", "a\r\nb", "é😀", "~*-._'()!"),
);
const anyNumber = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
/** Keys that mean themselves to everybody: to qs, digits may be indices, and some names are forbidden. */
const key = fc.constantFrom("k", "first name", "ключ", "a.b", "x-y", "a&b");
/** Neither empty lists nor empty objects, which no form has. */
const texts = fc.array(anyText, { minLength: 1, maxLength: 4 });
const address = fc.record({ city: anyText, lines: texts, geo: fc.record({ lat: anyNumber, lon: anyNumber }) });
const metadata = fc.dictionary(key, anyText, { minKeys: 1, maxKeys: 3 });
const shallowValue = fc.record({ name: anyText, address, tags: texts, metadata }, { requiredKeys: [] });
const nestedValue = fc.record(
  {
    name: anyText,
    address,
    tags: texts,
    metadata,
    items: fc.array(fc.record({ price: anyText, quantity: anyNumber, tags: texts }), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: [] },
);
const flatValue = fc.record(
  { a: anyText, "b c": anyText, "x[y]": anyText, ü: anyText, list: texts, n: anyNumber, "&": anyText },
  { requiredKeys: [] },
);

/** Every scalar as its text. */
function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTexts);
  if (typeof value !== "object" || value === null) return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asTexts(member)]));
}

let generated: GeneratedPackage | undefined;
let forms: Module = {};
let call: Caller = () => Promise.reject(new Error("not generated"));

beforeAll(async () => {
  generated = await generatePackage(document);
  forms = await generated.load("forms/index");
  call = await createCaller(generated);
});
afterAll(async () => {
  await generated?.remove();
});

const encode = (form: string, value: unknown) => String(functionOf(forms, `encode${form}Form`)(value));

function decode(form: string, given: string): unknown {
  const decoded = functionOf(forms, `decode${form}Form`)(given) as { readonly ok: boolean; readonly value: unknown };
  expect(decoded, given).toMatchObject({ ok: true });
  return decoded.value;
}

async function send(operation: string, input: unknown): Promise<SentRequest> {
  const outcome = await call(operation, input);
  if ("error" in outcome) throw outcome.error;
  return outcome.sent;
}

describe("flat forms", () => {
  const pairsOf = (value: object) =>
    Object.entries(value).flatMap(([name, member]) =>
      [member].flat().map((item: unknown): [string, string] => [name, String(item)]),
    );

  it("are the bytes that WHATWG's URLSearchParams writes, and reads", () => {
    fc.assert(
      fc.property(flatValue, (value) => {
        // In the order of the schema, as it is encoded.
        const ordered = Object.fromEntries(
          Object.keys(flat.properties).flatMap((name) => {
            const member: unknown = Reflect.get(value, name);
            return member === undefined ? [] : [[name, member] as const];
          }),
        );
        const written = new URLSearchParams(pairsOf(ordered)).toString();
        expect(encode("Flat", value)).toBe(written);
        expect(canonical(decode("Flat", written))).toBe(canonical(value));
      }),
    );
  });

  it("are read by Node's querystring", () => {
    fc.assert(
      fc.property(flatValue, (value) => {
        const wanted = Object.entries(value).map(([name, member]) => {
          const items = [member].flat().map(String);
          return [name, items.length === 1 ? items[0] : items] as const;
        });
        expect(canonical(parseQuerystring(encode("Flat", value)))).toBe(canonical(Object.fromEntries(wanted)));
      }),
    );
  });
});

describe("nested forms and qs", () => {
  const reading = { depth: 20, arrayLimit: 1000, parameterLimit: 10_000 } as const;

  it.each([
    { dialect: "Indices", values: nestedValue, arrayFormat: "indices" as const },
    { dialect: "Brackets", values: shallowValue, arrayFormat: "brackets" as const },
  ])("$dialect: it reads what we write, we read what it writes", ({ dialect, values, arrayFormat }) => {
    fc.assert(
      fc.property(values, fc.constantFrom("RFC1738", "RFC3986"), fc.boolean(), (value, format, encodeValuesOnly) => {
        expect(canonical(qs.parse(encode(dialect, value), reading))).toBe(canonical(asTexts(value)));
        const written = qs.stringify(value, {
          arrayFormat,
          format,
          encodeValuesOnly: encodeValuesOnly && !hasAwkwardKey(value),
        });
        expect(canonical(decode(dialect, written)), written).toBe(canonical(value));
      }),
    );
  });

  /** qs leaves keys as they are with `encodeValuesOnly`, also those that need escaping. */
  function hasAwkwardKey(value: object): boolean {
    return JSON.stringify(value).includes('"a&b":');
  }
});

describe("parameters and RFC 6570", () => {
  /** Not of dots alone, which the client refuses in paths. url-template escapes by encodeURIComponent and its own `!'()*`; it prints `;x=` for an empty item of an exploded list, against Appendix A. */
  const word = anyText.filter((each) => each !== "" && !/^\.+$/.test(each));
  const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    text: word,
    list: fc.array(word, { minLength: 1, maxLength: 3 }),
    map: fc.dictionary(key, word, { minKeys: 1, maxKeys: 3 }),
  };

  it.each(parameters.map((each, index) => ({ ...each, operation: `p${index}` })))(
    "$location $style, explode $explode: a $type",
    async ({ operation, location, operator, explode, type }) => {
      const template = parseTemplate(`/${operation}/v{${operator}x${explode ? "*" : ""}}`);
      await fc.assert(
        fc.asyncProperty(values[type] ?? word, async (x) => {
          // The library takes any value that RFC 6570 knows, but its type says less.
          const expanded = template.expand({ x } as Parameters<typeof template.expand>[0]);
          expect((await send(operation, { [location]: { x } })).target).toBe(expanded);
        }),
        { numRuns: 40 },
      );
    },
  );
});
