import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bundlePackage } from "../bundle-package.js";
import { runCase } from "../case-runner.js";
import { typeErrors } from "../type-errors.js";

const { files } = await runCase({
  name: "enum-objects",
  folder: fileURLToPath(new URL("../cases/enum-objects", import.meta.url)),
  shown: [],
});

const bundle = (entry: string) => bundlePackage(files ?? [], entry);

/** Each line that ends in `// no` must be a type error, and no other. */
const consumer = `
import { error, Priority, Reaction, Status, type Task } from "./src/index.js";
import { Order } from "./src/schemas/order.js";
import type { Status as OnlyType } from "./src/schemas/status.js";

export const task: Task = { status: Status.Active };
export const typed: Status = Status.InProgress;
export const literal: "in-progress" = Status.InProgress;
export const low: Priority = Priority.Minus1;
export const also: OnlyType = "ON_HOLD";
export const others: readonly [Reaction, Order, error] = [Reaction["👍"], Order.Proto, error.Fatal];
export const values: readonly Status[] = Object.values(Status);
export const unknown: Status = "done"; // no
export const missing: unknown = Status.Done; // no
Status.Active = "active"; // no
`;

describe("the object of an enum", () => {
  it("is a value and a type of one name", () => {
    const lines = consumer.split("\n").flatMap((line, index) => (line.endsWith("// no") ? [index + 1] : []));
    const all = [...(files ?? []), { path: "consumer.ts", text: consumer }];
    const found = typeErrors(all.map(({ path, text }) => ({ path: `/package/${path}`, text })));
    expect(found.map((error) => Number(/^\/package\/consumer\.ts:(\d+)/.exec(error)?.[1]))).toEqual(lines);
  });

  it("is not in the bundle of an application that uses the type alone", async () => {
    const bundled = await bundle(
      `import { createClient, type Status } from "./src/index.js"; export const status: Status = "active"; void createClient;`,
    );
    expect(bundled).not.toContain("in-progress");
    expect(await bundle(`export { Status } from "./src/index.js";`)).toContain("in-progress");
    expect(await bundle(`export { Status } from "./src/index.js";`)).not.toContain("Plus1");
  });
});
