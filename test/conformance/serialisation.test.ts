/** The conformance cases for parameters, forms and multipart, as generated code sends them. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { casesOf, type CaseResult, serialisationRun, type SerialisationRun } from "./run-serialisation.js";
import { type SerialisationCase, versions, type Version } from "./serialisation-case.js";

/** Right, but not the first of the acceptable answers, by the reason why we differ. */
const acceptedFor: Readonly<Record<string, readonly string[]>> = {
  "a path with a hole in it leads elsewhere: an error in place of nothing": [
    "table-matrix-noexplode-undefined",
    "table-matrix-noexplode-null",
    "table-matrix-explode-undefined",
    "table-matrix-explode-null",
    "table-label-noexplode-undefined",
    "table-label-noexplode-null",
    "table-label-explode-undefined",
    "table-simple-noexplode-empty-string",
    "table-simple-noexplode-undefined",
    "table-simple-explode-empty-string",
    "table-simple-explode-undefined",
    "chars-path-dot-single",
  ],
  "an error, because a server would read another value": [
    "array-space-in-item-spaceDelimited",
    "array-pipe-in-item-pipeDelimited",
    "cookie-style-semicolon",
    "scalar-NaN",
  ],
  "inside of brackets null is an empty text, which says more than nothing": ["object-null-member-deep"],
  "reserved characters that would end the value are escaped": ["allowReserved-all-reserved"],
  "the content type as the document has it, with its charset": ["multipart-encoding-contentType-xml-passthrough"],
  "members that the schema does not list are no parts": ["multipart-proto-key"],
  "an empty object in the style matrix is its name alone": ["object-empty-matrix"],
};
const accepted = new Set(Object.values(acceptedFor).flat());

describe.each(Object.keys(versions) as Version[])("OpenAPI %s", (version) => {
  const results = new Map<SerialisationCase, CaseResult | Error>();
  let generated: SerialisationRun | undefined;
  const resultOf = async (each: SerialisationCase) => {
    if (generated === undefined) throw new Error("not generated");
    return generated.run(each);
  };

  beforeAll(async () => {
    generated = await serialisationRun(version);
    for (const each of casesOf(version)) {
      const failed = (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason)));
      results.set(each, await resultOf(each).catch(failed));
    }
  });
  afterAll(async () => {
    await generated?.remove();
  });

  it.each(casesOf(version))("$location: $id", (each) => {
    const result = results.get(each);
    if (result === undefined || result instanceof Error) throw result ?? new Error("not run");
    expect(result.verdict, explain(each, result)).toMatch(/^(preferred|accepted)$/);
  });

  it("differs from the preferred answers only where it is known to", () => {
    const found = [...results].filter(([, result]) => !(result instanceof Error) && result.verdict === "accepted");
    const ids = found.map(([{ id }]) => id);
    const known = casesOf(version).map(({ id }) => id);
    expect(ids).toEqual(known.filter((id) => accepted.has(id)));
  });

  // The version whose cases show the most styles: checking all three takes time, and would find the same.
  it.runIf(version === "3.2")("the code of all cases compiles under the strictest flags", async () => {
    expect(await generated?.typeProblems()).toEqual([]);
  });

  describe.each(["America/Los_Angeles", "Asia/Tokyo"])("in %s", (zone) => {
    const before = process.env["TZ"];
    afterEach(() => {
      if (before === undefined) delete process.env["TZ"];
      else process.env["TZ"] = before;
    });

    it.each(casesOf(version).filter(({ value }) => JSON.stringify(value).includes('"$date"')))("$id", async (each) => {
      process.env["TZ"] = zone;
      expect(new Date(0).getHours()).not.toBe(0);
      const result = await resultOf(each);
      expect(result.verdict, explain(each, result)).toMatch(/^(preferred|accepted)$/);
    });
  });
});

function explain({ expect: text, expectAnyOf, expectParts, expectError }: SerialisationCase, { outcome }: CaseResult) {
  const wanted = expectError ? "an error" : (expectAnyOf ?? text ?? expectParts);
  const shown = (_key: string, value: unknown) =>
    typeof value === "object" && value !== null && "type" in value && value.type === "Buffer" ? "(bytes)" : value;
  return `\n  got    ${JSON.stringify(outcome, shown)}\n  wanted ${JSON.stringify(wanted)}\n`;
}
