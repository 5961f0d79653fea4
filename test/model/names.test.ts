import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import {
  camelCase,
  createNameScope,
  pascalCase,
  schemaTypeName,
  slug,
  splitWords,
} from "../../generator/model/names.js";

const anyName = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "delete",
    "class",
    "__proto__",
    "constructor",
    "con",
    "COM1",
    "index",
    "2xx",
    "",
    " ",
    "漢字",
    "İ",
    "ß",
  ),
);

function isBindable(name: string): boolean {
  const { diagnostics = [] } = ts.transpileModule(`export const ${name} = 1; export type T = typeof ${name};`, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
  });
  return diagnostics.length === 0;
}

it("has no capital letter that is younger than the small one", () => {
  expect(pascalCase("\u019b", "Schema")).toBe("\u019b");
});

describe("splitWords", () => {
  it.each<[string, readonly string[]]>([
    ["accountCreate", ["account", "Create"]],
    ["account_create-now", ["account", "create", "now"]],
    ["getHTTPResponse", ["get", "HTTP", "Response"]],
    ["accountID", ["account", "ID"]],
    ["v2Users", ["v2", "Users"]],
    ["GET /users/{id}", ["GET", "users", "id"]],
    ["Zoë's café", ["Zoe", "s", "cafe"]],
    ["漢字", ["漢字"]],
    ["получитьПользователя", ["получить", "Пользователя"]],
    ["यूज़र-नाम", ["यूज़र", "नाम"]],
    ["ｆｏｏ　ｂａｒ", ["foo", "bar"]],
    ["a\u200bb", ["ab"]],
    ["ﬁnd", ["find"]],
    // Letters that TypeScript 5.4 does not know: the middle dot of Katakana, and what came with Unicode 13 to 16.
    ["ユーザー・名", ["ユーザー", "名"]],
    ["a\ua7dcb\u{1e5d0}c\u{20000}", ["a", "b", "c\u{20000}"]],
    ["", []],
  ])("%j", (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });
});

describe("camelCase", () => {
  it.each<[string, string]>([
    ["accountCreate", "accountCreate"],
    ["account-create", "accountCreate"],
    ["Account.Create", "accountCreate"],
    ["AccountCreate", "accountCreate"],
    ["getURL", "getURL"],
    ["URLGet", "urlGet"],
    ["delete", "delete_"],
    ["class", "class_"],
    ["await", "await_"],
    ["arguments", "arguments_"],
    ["undefined", "undefined_"],
    ["client", "client_"],
    ["2fa", "_2fa"],
    ["404", "_404"],
    ["__proto__", "proto"],
    ["constructor", "constructor_"],
    ["pets/list (all)", "petsListAll"],
    ["naïve", "naive"],
    ["漢字", "漢字"],
    ["Получить всё", "получитьВсё"],
    ["", "fallback"],
    ["🐈", "fallback"],
    ["\u2e2f", "fallback"],
  ])("%j", (text, name) => {
    expect(camelCase(text, "fallback")).toBe(name);
  });

  it("is a name that can be bound, whatever the text", () => {
    fc.assert(
      fc.property(anyName, (text) => {
        expect(isBindable(camelCase(text, "fallback"))).toBe(true);
      }),
    );
  });
});

describe("pascalCase", () => {
  it.each<[string, string]>([
    ["accountCreate", "AccountCreate"],
    ["account_create", "AccountCreate"],
    ["delete", "Delete"],
    ["200 ok", "_200Ok"],
    ["漢字", "漢字"],
    ["!", "Fallback"],
  ])("%j", (text, name) => {
    expect(pascalCase(text, "Fallback")).toBe(name);
  });
});

describe("schemaTypeName", () => {
  it.each<[string, string]>([
    ["Pet", "Pet"],
    ["pet_kind", "pet_kind"],
    ["$Pet", "$Pet"],
    ["Pet.Kind", "PetKind"],
    ["a/b c", "ABC"],
    ["2D", "_2D"],
    ["漢字", "漢字"],
    ["..", "Schema"],
    ["", "Schema"],
    ["Record", "RecordSchema"],
    ["Error", "ErrorSchema"],
    ["Response", "ResponseSchema"],
    ["ApiError", "ApiErrorSchema"],
    ["string", "stringSchema"],
    ["class", "classSchema"],
    ["Array<Pet>", "ArrayPet"],
  ])("%j", (name, type) => {
    expect(schemaTypeName(name)).toBe(type);
  });

  it("is a name that can be bound, whatever the text", () => {
    fc.assert(
      fc.property(anyName, (text) => {
        expect(isBindable(schemaTypeName(text))).toBe(true);
      }),
    );
  });
});

describe("slug", () => {
  it.each<[string, string]>([
    ["accountCreate", "account-create"],
    ["Account Billing", "account-billing"],
    ["../../etc/passwd", "etc-passwd"],
    ["C:\\Windows", "c-windows"],
    [".hidden", "hidden"],
    ["con", "con_"],
    ["COM1", "com1_"],
    ["nul", "nul_"],
    ["index", "index_"],
    ["漢字", "fallback-3d32caf6"],
    ["get漢字", "get"],
    ["", "fallback"],
  ])("%j", (text, name) => {
    expect(slug(text, "fallback")).toBe(name);
  });

  it("is at most 80 characters long, and differs where long texts do", () => {
    const long = "word ".repeat(60);
    expect(slug(long, "x").length).toBeLessThanOrEqual(80);
    expect(slug(`${long} a`, "x")).not.toBe(slug(`${long} b`, "x"));
  });

  it("is a plain file name, whatever the text", () => {
    fc.assert(
      fc.property(anyName, (text) => {
        expect(slug(text, "fallback")).toMatch(/^[a-z\d]+(?:-[a-z\d]+)*_?$/);
      }),
    );
  });
});

describe("a scope of names", () => {
  it("gives the wish, or the first number that is free", () => {
    const scope = createNameScope();
    expect(["a", "a", "a2", "a"].map((wish) => scope.claim(wish))).toEqual(["a", "a2", "a22", "a3"]);
  });

  it("takes names that differ in case for one: some file systems do", () => {
    const scope = createNameScope(["Pet"]);
    expect(scope.has("pet")).toBe(true);
    expect(scope.claim("PET")).toBe("PET2");
  });

  it("hands out distinct names, whatever the wishes", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "A", "a2", "a22", "b", "constructor", "__proto__")), (wishes) => {
        const scope = createNameScope();
        const names = wishes.map((wish) => scope.claim(wish).toLowerCase());
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});
