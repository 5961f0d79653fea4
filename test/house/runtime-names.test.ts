/** Names that operations' modules import must not be the names of operations. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { runtimeFunctions } from "../../generator/model/names.js";

const writers = ["request-view", "response-reader-view", "wire-sink", "wire-writer"].map((file) =>
  readFileSync(new URL(`../../generator/view/${file}.ts`, import.meta.url), "utf8"),
);
const folder = new URL("../../templates/client/src/runtime/", import.meta.url);
const exported = readdirSync(folder).flatMap((file) => {
  const functions = readFileSync(new URL(file, folder), "utf8").matchAll(/^export (?:async )?function (\w+)/gm);
  return [...functions].map(([, name = ""]) => name);
});

it("every function of the runtime that an operation's module may import is a taken name", () => {
  // Parts are put together in the modules of forms, which name nothing after an operation alone.
  const ofForms = ["textPart", "anyParts"];
  const used = exported.filter((name) => writers.some((text) => text.includes(`"${name}"`)) && !ofForms.includes(name));
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter((name) => !runtimeFunctions.includes(name))).toEqual([]);
});
