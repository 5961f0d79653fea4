/** The operation of a package that the benchmark's application calls. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface TypicalOperation {
  readonly name: string;
  /** The slugs of its folder and its file. */
  readonly tag: string;
  readonly slug: string;
}

/** The first operation, tag by tag, that answers an object of JSON; null where there is none. */
export function typicalOperation(folder: string): TypicalOperation | null {
  const operations = join(folder, "src", "operations");
  for (const tag of exportedModules(join(operations, "index.ts"))) {
    for (const slug of exportedModules(join(operations, tag, "index.ts"))) {
      const text = readFileSync(join(operations, tag, `${slug}.ts`), "utf8");
      const name = /^export function (\w+)/m.exec(text)?.[1];
      if (name !== undefined && answersObject(text)) return { name, tag, slug };
    }
  }
  return null;
}

/** True for an object of its own, or for a schema of the document. */
function answersObject(text: string): boolean {
  if (/^export interface \w+Response \{/m.test(text)) return true;
  const alias = /^export type \w+Response = (\w+);/m.exec(text)?.[1] ?? "unknown";
  return !["undefined", "unknown", "string", "number", "boolean", "Blob"].includes(alias);
}

/** The names of the modules, or their folders, that an index re-exports, in its order. */
function exportedModules(index: string): readonly string[] {
  const modules = [...readFileSync(index, "utf8").matchAll(/from "\.\/([^"]+?)(?:\/index)?\.js"/g)];
  return modules.map(([, module = ""]) => module);
}
