/** Forms in the reference of the set `docs`, in every golden case that has one: what the package's encoder makes. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { isJsonObject, type JsonValue } from "../../generator/document/json.js";
import { listCases } from "../case-runner.js";
import { generatePackage } from "../conformance/generated-package.js";

const cases = (await listCases()).filter(({ name }) => name.startsWith("form-"));

/** Operations by name, with the first block of their request that has no language. */
function shownForms(pages: readonly string[]): ReadonlyMap<string, string> {
  const sections = pages.flatMap((page) => page.split(/^## /m).slice(1));
  return new Map(
    sections.flatMap((section) => {
      const [, name = ""] = /^`(\w+)`/.exec(section) ?? [];
      const [, body = ""] = /^### Request body\n([^]*?)^### Call/m.exec(section) ?? [];
      const [, form] = /x-www-form-urlencoded[^]*?^```\n([^]*?)\n```$/m.exec(body) ?? [];
      return form === undefined ? [] : [[name, form.replaceAll("\n", "")] as const];
    }),
  );
}

it.each(cases)("of $name", async ({ name, folder }) => {
  const document = parse(await readFile(join(folder, "openapi.yml"), "utf8")) as JsonValue;
  if (!isJsonObject(document)) throw new Error("no document");
  const forms = name === "form-dialects" ? { dialect: "brackets" as const } : {};
  const generated = await generatePackage(document, { templates: ["client", "fixtures", "mock", "docs"], forms });
  const shown = shownForms(generated.files.filter(({ path }) => /^docs\/[^/]+$/.test(path)).map(({ text }) => text));
  const [encoders, fixtures] = await Promise.all(["forms/index", "fixtures/index"].map(generated.load));
  const encoded = Object.entries(encoders ?? {}).flatMap(([exported, encode]) => {
    const [, id = ""] = /^encode(\w+)Form$/.exec(exported) ?? [];
    const operation = id.charAt(0).toLowerCase() + id.slice(1);
    const fixture = fixtures?.[operation] as { readonly request: { readonly body?: unknown } } | undefined;
    const body = fixture?.request.body;
    const sent = body === undefined ? null : (encode as (body: unknown) => unknown)(body);
    // Any other is in parts.
    return typeof sent === "string" ? [[operation, sent] as const] : [];
  });
  await generated.remove();
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(encoded));
});
