/** Any form, any value: what is decoded is what was encoded, as far as a form can carry it. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { functionOf } from "./call-operation.js";
import { type FormShape, formShape, mediaTypeOf } from "./form-shape.js";
import { formValue } from "./form-value.js";
import { type GeneratedPackage, generatePackage } from "./generated-package.js";
import { normalise } from "./normalise.js";
import { seed } from "./seed.js";
import { documentOf } from "./serialisation-case.js";
import { canonical } from "./tagged-values.js";

const count = Number(process.env["EXEMPLAR_FORMS"] ?? 80);

const forms = fc.sample(formShape, { seed, numRuns: count }).map((shape, index) => ({ name: `f${index}`, shape }));

type Decoded =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problems: readonly unknown[] };

describe(`random forms, EXEMPLAR_SEED=${seed}`, () => {
  let generated: GeneratedPackage | undefined;

  beforeAll(async () => {
    const paths = forms.map(({ name, shape }) => {
      const content = { "application/x-www-form-urlencoded": mediaTypeOf(shape) };
      const responses = { 204: { description: "Done" } };
      return [
        `/${name}`,
        { post: { operationId: name, requestBody: { required: true, content }, responses } },
      ] as const;
    });
    generated = await generatePackage(documentOf("3.1", Object.fromEntries(paths)));
    expect([...generated.refused]).toEqual([]);
  });
  afterAll(async () => {
    await generated?.remove();
  });

  it.each(forms)("$name comes back", async ({ name, shape }) => {
    const module = (await generated?.load("forms/index")) ?? {};
    const encoder = functionOf(module, `encode${name.toUpperCase()}Form`);
    const decoder = functionOf(module, `decode${name.toUpperCase()}Form`);
    const encode = (value: unknown) => String(encoder(value));
    const decode = (text: string) => decoder(text) as Decoded;
    fc.assert(
      fc.property(formValue(shape), (value) => {
        expectRoundTrip(shape, value, encode, decode);
      }),
      { numRuns: 60 },
    );
  });

  it("compiles under the strictest flags", async () => {
    expect(await generated?.typeProblems()).toEqual([]);
  });
});

function expectRoundTrip(
  shape: FormShape,
  value: Readonly<Record<string, unknown>>,
  encode: (value: unknown) => string,
  decode: (text: string) => Decoded,
): void {
  const normal = normalise(shape, value);
  let text: string;
  try {
    text = encode(value);
  } catch (error) {
    // A separator inside of an item may be refused: nobody could tell it from the others.
    expect([error, normal.isAmbiguous]).toEqual([expect.objectContaining({ name: "FieldError" }), true]);
    return;
  }
  expect(text, "is made of ASCII").toMatch(/^[!-~]*$/);
  const decoded = decode(text);
  if (!decoded.ok) {
    const allowed = normal.missing.length > 0 || normal.isAmbiguous;
    expect({ text, problems: decoded.problems, allowed }).toMatchObject({ allowed: true });
    return;
  }
  if (!normal.isAmbiguous && normal.missing.length === 0)
    expect(canonical(decoded.value), text).toBe(canonical(normal.value));
  const again = encode(decoded.value);
  if (!normal.isRewritten) expect(again).toBe(text);
  // What cannot be told may be told in another way each time.
  if (normal.isRewritten && normal.isAmbiguous) return;
  const twice = decode(again);
  expect(twice.ok && canonical(twice.value)).toBe(canonical(decoded.value));
}
