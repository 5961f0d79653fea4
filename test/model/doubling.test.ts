import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../generator/document/json.js";
import type { Schema } from "../../generator/document/normal-document.js";
import { contradiction } from "../../generator/model/conforms.js";
import { findViolations } from "../../generator/model/find-violations.js";
import { mergeSchemas } from "../../generator/model/merge-schemas.js";
import { synthesiseData } from "../../generator/model/synthesise.js";
import { doublings, doublingSchemas } from "./doubling-schemas.js";

/** A table of schemas that gives up where it is asked too often. */
class CountingTable extends Map<string, Schema> {
  private asked = 0;
  private readonly most: number;

  constructor(schemas: ReadonlyMap<string, Schema>, most: number) {
    super(schemas);
    this.most = most;
  }

  override get(name: string): Schema | undefined {
    this.asked++;
    if (this.asked > this.most) throw new Error(`asked more than ${this.most} times`);
    return super.get(name);
  }
}

const first: Schema = { $ref: "#/components/schemas/S0" };
const depth = 40;

/** As deep as the schemas, and with whatever properties they have. */
function deepValue(levels: number): JsonValue {
  if (levels === 0) return { x: "text" };
  const inner = deepValue(levels - 1);
  return { k: inner, a: "text", t: "a", z: "text", p1: "text" };
}

describe.each(Object.entries(doublings))("schemas that name the next one twice, by %s", (_, doubling) => {
  const tableFor = (most: number) => new CountingTable(doublingSchemas(doubling, depth), most);

  it("are asked once about each part of a value", () => {
    const table = tableFor(100_000);
    for (const value of [deepValue(0), deepValue(depth), "text", [[[]]]])
      expect(() => contradiction(value, first, table)).not.toThrow();
  });

  it("are merged once", () => {
    expect(() => mergeSchemas(first, tableFor(1000), new Set())).not.toThrow();
  });

  it("are tried a bounded number of times", () => {
    expect(() => findViolations(deepValue(depth), first, tableFor(1000))).not.toThrow();
  });

  it("have values that are made with bounded work, or none", () => {
    const about = { table: tableFor(100_000), name: "", description: null };
    expect(() => synthesiseData(first, about)).not.toThrow();
  });
});
