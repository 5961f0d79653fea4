/** Examples as fixtures: true to the document where their type is right, else with a value of that type in their place. */
import type { Diagnostics } from "../diagnostics.js";
import type { JsonValue } from "../document/json.js";
import type { NormalExample } from "../document/normal-document.js";
import { contradiction } from "./conforms.js";
import { findViolations, hasConstraints } from "./find-violations.js";
import { int64Value } from "./int64-value.js";
import { type BodySchema, madeFixture } from "./made-fixture.js";
import type { ResponseFixture } from "./model.js";
import { ruleOrigin } from "./rule-origin.js";
import { violationWords } from "./violation-words.js";

/** The schema of examples. */
export interface ExampleSchema extends BodySchema {
  /** True where it was inferred from these very examples. */
  readonly inferred?: boolean;
}

/**
 * Fixtures of the examples of one place, in their order. What contradicts the schema is reported: an example whose type is
 * wrong gives way to a synthesised value of its name (to none, where nothing fits the schema); one that only breaks a
 * constraint, such as a format or a bound, stays.
 */
export function exampleFixtures(
  examples: readonly NormalExample[],
  about: ExampleSchema,
  diagnostics: Diagnostics,
): readonly ResponseFixture[] {
  const { schema, table } = about;
  return examples.flatMap((example): readonly ResponseFixture[] => {
    const { name, value, origin } = example;
    const judgement = judge(example, about, true, diagnostics);
    if (judgement === "wrong") {
      const made = madeFixture(name, about, diagnostics);
      return made === null ? [] : [made];
    }
    const onLoss = (digits: string, pointer: string) => {
      diagnostics.add("number-imprecise", { uri: origin.uri, pointer: origin.pointer + pointer }, { digits });
    };
    const excess = judgement === "excess";
    const cut = example.isCut === true && { isCut: true };
    return [{ name, value: int64Value(value, schema, table, onLoss), bytes: null, excess, source: "example", ...cut }];
  });
}

/** The values of those examples whose type is right, without properties that the type does not have. */
export function fittingExamples(
  examples: readonly NormalExample[],
  about: ExampleSchema,
  diagnostics: Diagnostics,
): readonly JsonValue[] {
  return exampleFixtures(examples, about, diagnostics)
    .filter(({ source, excess }) => source === "example" && !excess)
    .map(({ value }) => value);
}

/**
 * Reports what contradicts the schema.
 * @param isFixture whether the example is one, if its type is right
 */
export function reportContradictions(
  example: NormalExample,
  about: ExampleSchema,
  isFixture: boolean,
  diagnostics: Diagnostics,
): void {
  judge(example, about, isFixture, diagnostics);
}

/** `excess`: it fits, but for properties that the schema does not describe. */
type Judgement = "fits" | "excess" | "wrong";

function judge(example: NormalExample, about: ExampleSchema, isFixture: boolean, diagnostics: Diagnostics): Judgement {
  const { value, origin } = example;
  const { schema, table } = about;
  const reason = contradiction(value, schema, table);
  // What the type says has been looked at.
  const isJudged = about.inferred === true || (reason === null && !hasConstraints(schema, table));
  const violations = isJudged ? [] : findViolations(value, schema, table);
  const isWrong = reason !== null && contradiction(value, schema, table, "is-fine") !== null;
  for (const violation of violations) {
    const place = { uri: origin.uri, pointer: origin.pointer + violation.at };
    const words = violationWords(violation, value);
    const rule = ruleOrigin(violation.rule, about.origin, table);
    if (isWrong) diagnostics.add("example-contradicts-schema", place, { reason: words }, rule);
    else diagnostics.add("example-breaks-rule", place, { reason: words, isFixture }, rule);
  }
  // Legal, and still nothing that TypeScript takes.
  if (isWrong && violations.length === 0) diagnostics.add("example-not-of-type", origin, { reason });
  return isWrong ? "wrong" : reason === null ? "fits" : "excess";
}
