import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { runCase } from "../case-runner.js";
import { typeErrors } from "../type-errors.js";

/** Each line that ends in `// no` must be a type error, and no other. */
const consumer = `
import type { Cat, Circle, Dog, Event, Login, OtherPet, Pet, Polygon, Shape } from "./src/index.js";

export const pets: readonly Pet[] = [
  { kind: "cat", lives: 9 },
  { kind: "lizard", name: "Liz" },
  { name: "nobody knows" },
  { kind: "cat", bark: true }, // no
  { bark: true }, // no
];

export function told(pet: Pet): void {
  switch (pet.kind) {
    case "cat": {
      const either: Cat | OtherPet = pet;
      const other: OtherPet = pet; // no
      const lives: unknown = "lives" in pet ? pet.lives : null;
      void [either, other, lives];
      break;
    }
    case "dog": {
      const either: Dog | OtherPet = pet;
      const dog: Dog = pet; // no
      void [either, dog];
      break;
    }
    case undefined: {
      const other: OtherPet = pet;
      void other;
      break;
    }
    default: {
      const kind: string = pet.kind;
      void kind;
    }
  }
}

/** Where the kinds are listed, each is told from the others. */
export function listed(shape: Shape): number {
  switch (shape.form) {
    case "circle": {
      const circle: Circle = shape;
      return circle.r;
    }
    case "square":
    case "hexagon": {
      const polygon: Polygon = shape;
      return polygon.sides;
    }
    default: {
      const nothing: never = shape;
      return nothing;
    }
  }
}

export const events: readonly Event[] = [{ type: "logout", at: "now" }, { at: "now" }, { type: "login", user: "ada" }];
export const login: Login = { type: "logout", user: "ada" }; // no
`;

it("what leads to no other schema is of the default, as far as TypeScript tells", async () => {
  const folder = fileURLToPath(new URL("../cases/discriminator-default", import.meta.url));
  const { files } = await runCase({ name: "discriminator-default", folder, shown: [] });
  const package_ = (files ?? []).map(({ path, text }) => ({ path: `/package/${path}`, text }));
  const errors = typeErrors([...package_, { path: "/package/consumer.ts", text: consumer }]);
  const expected = consumer.split("\n").flatMap((line, index) => (line.endsWith("// no") ? [index + 1] : []));
  expect(errors.map((error) => error.replace(/^(.*?:\d+):.*/s, "$1"))).toEqual(
    expected.map((line) => `/package/consumer.ts:${line}`),
  );
});
