import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bundlePackage } from "../bundle-package.js";
import { runCase } from "../case-runner.js";

const folder = (name: string) => fileURLToPath(new URL(`../cases/${name}`, import.meta.url));
const name = "example-contradicts-schema";
const { files } = await runCase({ name, folder: folder(name), shown: [] });
const bundle = (entry: string) => bundlePackage(files ?? [], entry);

describe("of fixtures, a bundle has", () => {
  it("none where an application imports operations", async () => {
    const bundled = await bundle(
      `import { createClient } from "./src/index.js"; import { listPets } from "./src/operations/index.js"; void listPets(createClient());`,
    );
    expect(bundled).not.toContain("Rex");
  });

  it("what is imported, without those that go through a function", async () => {
    const bundled = await bundle(`export { makeListPetsResponse } from "./src/fixtures/index.js";`);
    expect(bundled).toContain('"Rex"');
    expect(bundled).not.toContain("Rex the Second");
    expect(bundled).not.toContain("Rome");
  });

  it("all of an operation's, where its object is imported", async () => {
    expect(await bundle(`export { listPets } from "./src/fixtures/index.js";`)).toContain("Rome");
  });
});
