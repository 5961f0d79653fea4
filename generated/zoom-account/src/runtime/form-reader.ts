/** Reading `application/x-www-form-urlencoded` back into typed values. https://url.spec.whatwg.org/#urlencoded-parsing */

/** What does not fit, and where. */
export interface Problem {
  /** The name of the field. */
  readonly field: string;
  readonly message: string;
}

export type DecodeResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Parses a value that is written as text; undefined where the text is no such value. */
export type TextParser<Value> = { readonly expected: string; readonly parse: (text: string) => Value | undefined };

export const textValue: TextParser<string> = { expected: "text", parse: (text) => text };

export const booleanValue: TextParser<boolean> = {
  expected: "true or false",
  parse: (text) => (text === "true" ? true : text === "false" ? false : undefined),
};

export const numberValue: TextParser<number> = {
  expected: "a number",
  parse: (text) =>
    /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined,
};

export const integerValue: TextParser<number> = {
  expected: "an integer",
  parse: (text) => {
    const value = numberValue.parse(text);
    return value !== undefined && Number.isInteger(value) ? value : undefined;
  },
};

/** Text, where nothing is known of the value. */
export const anyValue: TextParser<unknown> = { expected: "text", parse: (text) => text };

/** One of these values. */
export function enumValue<Value extends string | number | boolean>(values: readonly Value[]): TextParser<Value> {
  return { expected: `one of ${values.join(", ")}`, parse: (text) => values.find((value) => String(value) === text) };
}

/** JSON text. Its inside is not checked against the schema. */
export function jsonValue<Value>(): TextParser<Value> {
  return {
    expected: "JSON",
    parse: (text) => {
      try {
        // The type is what the document says of this field.
        return JSON.parse(text) as Value;
      } catch {
        return undefined;
      }
    },
  };
}

/** The fields of a form, read one by one; problems gather. Text that is no form reads as some fields, never throws. */
export class FormReader {
  readonly problems: Problem[] = [];
  /** Values as they came, percent-encoded: the separators of a list must be told from those inside its items. */
  readonly #fields = new Map<string, string[]>();

  constructor(text: string) {
    for (const pair of text.split("&")) {
      if (pair === "") continue;
      const end = `${pair}=`.indexOf("=");
      const name = decode(pair.slice(0, end));
      const value = pair.slice(end + 1);
      const values = this.#fields.get(name);
      if (values === undefined) this.#fields.set(name, [value]);
      else values.push(value);
    }
  }

  /** The field's value; undefined where it is absent. */
  optional<Value>(name: string, parser: TextParser<Value>): Value | undefined {
    const [text, second] = this.#fields.get(name) ?? [];
    if (text === undefined) return undefined;
    if (second !== undefined) this.problems.push({ field: name, message: "is given more than once" });
    return this.#parse(name, text, parser);
  }

  /** The field's value; a problem where it is absent. The result counts only if there are no problems in the end. */
  required<Value>(name: string, parser: TextParser<Value>): Value {
    if (!this.#fields.has(name)) this.problems.push({ field: name, message: "is required" });
    // With a problem noted, the value is never used.
    return this.optional(name, parser) as Value;
  }

  /** All values of a field, or the parts of one value between separators; undefined where it is absent. */
  list<Value>(name: string, parser: TextParser<Value>, separator?: string): Value[] | undefined {
    const texts = this.#fields.get(name);
    if (texts === undefined) return undefined;
    const items = separator === undefined ? texts : texts.flatMap((text) => (text === "" ? [] : text.split(separator)));
    return items.flatMap((text) => {
      const value = this.#parse(name, text, parser);
      return value === undefined ? [] : [value];
    });
  }

  /** A list that must be there. */
  requiredList<Value>(name: string, parser: TextParser<Value>, separator?: string): Value[] {
    const values = this.list(name, parser, separator);
    if (values === undefined) this.problems.push({ field: name, message: "is required" });
    return values ?? [];
  }

  /** A field of which nothing is known: its text, or a list where it is given more than once. */
  any(name: string): string | string[] | undefined {
    const texts = this.#fields.get(name)?.map(decode);
    return texts && texts.length > 1 ? texts : texts?.[0];
  }

  /** All fields but those that are `known`, as own properties. */
  rest<Value>(known: readonly string[], read: (name: string) => Value | undefined): Record<string, Value> {
    const entries: (readonly [string, Value])[] = [];
    for (const name of this.#fields.keys()) {
      const value = known.includes(name) ? undefined : read(name);
      if (value !== undefined) entries.push([name, value]);
    }
    return Object.fromEntries(entries);
  }

  #parse<Value>(name: string, raw: string, parser: TextParser<Value>): Value | undefined {
    const value = parser.parse(decode(raw));
    if (value === undefined) this.problems.push({ field: name, message: `must be ${parser.expected}` });
    return value;
  }
}

function decode(raw: string): string {
  return new URLSearchParams(`=${raw}`).get("") ?? "";
}
