/** Wire values as short text, for the tables of the tests: `delimited , [integer]`, `{a!: string, b: json(array)?}`. */
import type { WireField, WireSlot, WireValue } from "../../generator/model/wire.js";

/** `!` after the name of a member that is required, `?` after what may be null; `…` for members that are not listed. */
export function shownWire(value: WireValue): string {
  switch (value.kind) {
    case "text": {
      const { types, values, format } = value.scalar;
      return `${types.join("|")}${values ? `(${values.join(",")})` : ""}${format === null ? "" : `:${format}`}`;
    }
    case "either": {
      const scalar = value.scalar && shownWire({ kind: "text", scalar: value.scalar });
      const structures = [value.list, value.object].map((each) => each && shownWire(each));
      return `either ${[scalar, ...structures].filter((each) => each !== null).join(" or ")}`;
    }
    case "json":
      return `json(${value.types.join("|")})${value.nulls ? "+nulls" : ""}`;
    case "any":
      return `any(${value.types.join("|")}) lists ${value.lists}, objects ${value.objects}`;
    case "list":
      return `${value.keys} [${shownSlot(value.item)}]`;
    case "object":
      return `${value.keys === "flat" ? "flat " : ""}${shownMembers(value.fields, value.rest)}`;
    case "delimited": {
      const { content } = value;
      const inside =
        content.kind === "list" ? `[${shownSlot(content.item)}]` : shownMembers(content.fields, content.rest);
      return `delimited ${value.separator} ${inside}`;
    }
  }
}

function shownSlot({ value, nullable }: WireSlot): string {
  return `${shownWire(value)}${nullable ? "?" : ""}`;
}

function shownMembers(fields: readonly WireField[], rest: WireSlot | null): string {
  const listed = fields.map((field) => `${field.name}${field.required ? "!" : ""}: ${shownSlot(field)}`);
  return `{${[...listed, ...(rest ? [`…: ${shownSlot(rest)}`] : [])].join(", ")}}`;
}
