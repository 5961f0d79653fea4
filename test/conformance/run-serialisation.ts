/** Runs the cases of `vectors/serialisation.json` through a package generated from all of them. */
import { createCaller, functionOf } from "./call-operation.js";
import { generatePackage } from "./generated-package.js";
import { readMultipart } from "./multipart-parts.js";
import {
  documentOf,
  inputOf,
  judge,
  type Outcome,
  pathOf,
  type SerialisationCase,
  serialisationCases,
  type Verdict,
  verdicts,
  type Version,
} from "./serialisation-case.js";
import { revivals } from "./tagged-values.js";

export interface CaseResult {
  readonly verdict: Verdict;
  readonly outcome: Outcome;
}

export interface SerialisationRun {
  /** The result of a case; where its value can be written in two ways, the worse one. */
  readonly run: (each: SerialisationCase) => Promise<CaseResult>;
  readonly typeProblems: () => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
}

/** The cases that a version is to be judged by. */
export function casesOf(version: Version): readonly SerialisationCase[] {
  return serialisationCases.filter(({ oas, alsoOas = [] }) => oas === version || alsoOas.includes(version));
}

/** Generates one package for all cases of a version. */
export async function serialisationRun(version: Version): Promise<SerialisationRun> {
  const operations = new Map(casesOf(version).map((each, index) => [each, `c${index}`]));
  const paths = [...operations].map(([each, operationId]) => pathOf(each, operationId, version));
  const generated = await generatePackage(documentOf(version, Object.fromEntries(paths)));
  const call = await createCaller(generated);
  const forms = await generated.load("forms/index");

  const send = async (each: SerialisationCase, operation: string, input: unknown): Promise<Outcome> => {
    const outcome = await call(operation, input);
    if ("error" in outcome) {
      // What cannot be sent is the fault of the input, and says so.
      if (outcome.error.name !== "EncodingError") throw outcome.error;
      return { error: outcome.error.message };
    }
    const { target, headers, body } = outcome.sent;
    switch (each.location) {
      case "path":
        return { text: target.slice(`/${operation}`.length + (each.template === undefined ? 1 : 0)) };
      case "query":
      case "querystring":
        return { text: target.replace(`/${operation}`, "").replace(/^\?(?=.)/s, "") };
      case "header":
        return { text: headers.get(each.name ?? "") ?? "" };
      case "cookie":
        return { text: headers.get("cookie") ?? "" };
      case "multipart":
        return { multipart: await readMultipart(body ?? "", headers.get("content-type")) };
      case "form": {
        const text = String(
          functionOf(forms, `encode${operation.toUpperCase()}Form`)(Reflect.get(Object(input), "body")),
        );
        const type = headers.get("content-type");
        if (type !== "application/x-www-form-urlencoded") throw new Error(`a form with the content type ${type ?? ""}`);
        const sent = typeof body === "string" ? body : await new Response(body).text();
        if (sent !== text) throw new Error(`sent ${sent}, but encoded ${text}`);
        return { text };
      }
    }
  };

  return {
    run: async (each) => {
      const operation = operations.get(each) ?? "";
      const refusal = generated.refused.get(pathOf(each, operation, version)[0]);
      if (refusal !== undefined) return { verdict: judge(each, { error: refusal }), outcome: { error: refusal } };
      const results: CaseResult[] = [];
      for (const input of revivals(inputOf(each))) {
        const outcome = await send(each, operation, input);
        results.push({ verdict: judge(each, outcome), outcome });
      }
      const rank = ({ verdict }: CaseResult) => verdicts.indexOf(verdict);
      return results.reduce((worst, result) => (rank(result) > rank(worst) ? result : worst));
    },
    typeProblems: generated.typeProblems,
    remove: generated.remove,
  };
}
