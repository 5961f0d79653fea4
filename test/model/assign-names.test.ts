import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assignOperationNames,
  assignSchemaNames,
  assignTagSlugs,
  type NamedOperation,
  type OperationNames,
} from "../../generator/model/assign-names.js";
import { camelCase, schemaTypeName } from "../../generator/model/names.js";

function operation(operationId: string | null, path: string, method = "get"): NamedOperation {
  return {
    operationId,
    method,
    path,
    requestBody: null,
    responses: [{ status: "200", content: [{ mediaType: "application/json" }] }],
  };
}

const idsOf = (operations: readonly NamedOperation[]) => assignOperationNames(operations, []).map(({ id }) => id);

describe("names of operations", () => {
  it.each<[string, readonly [string | null, string][], readonly string[]]>([
    [
      "clean ones keep theirs",
      [
        ["getUser", "/a"],
        ["getURL", "/b"],
        ["getUrl", "/c"],
      ],
      ["getUser", "getURL", "getUrl"],
    ],
    ["one alone is made an identifier", [["get-user", "/a"]], ["getUser"]],
    [
      "those that lose something give way to a clean one",
      [
        ["get-user", "/a"],
        ["getUser", "/b"],
        ["GetUser", "/c"],
      ],
      ["getUserViaGetA", "getUser", "getUserViaGetC"],
    ],
    [
      "and to each other",
      [
        ["get-user", "/a"],
        ["get user", "/b"],
      ],
      ["getUserViaGetA", "getUserViaGetB"],
    ],
    [
      "also where case is all that differs",
      [
        ["GET-USER", "/a"],
        ["getuseR", "/b"],
        ["get_useR", "/c"],
      ],
      ["getUSERViaGetA", "getuseR", "getUseRViaGetC"],
    ],
    [
      "of duplicates the first keeps it",
      [
        ["getUser", "/a"],
        ["getUser", "/b/{id}"],
      ],
      ["getUser", "getBById"],
    ],
    [
      "none means method and path",
      [
        [null, "/users/{id}/posts"],
        ["", "/"],
      ],
      ["getUsersByIdPosts", "get_"],
    ],
    [
      "paths that make one name",
      [
        [null, "/a-b"],
        [null, "/a/b"],
      ],
      ["getAB_30164e96", "getAB_381ad85c"],
    ],
    [
      "a clean one keeps the name that a path would make",
      [
        [null, "/b"],
        ["getB", "/c"],
      ],
      ["getB_9c138a04", "getB"],
    ],
    [
      "names of the package are taken",
      [
        ["createMock", "/a"],
        ["uriText", "/b"],
      ],
      ["createMockViaGetA", "uriTextViaGetB"],
    ],
    [
      "reserved words",
      [
        ["delete", "/a"],
        ["class", "/b"],
        ["delete-", "/c"],
      ],
      ["deleteViaGetA", "class_", "deleteViaGetC"],
    ],
    [
      "symbols only",
      [
        ["!!!", "/a"],
        ["???", "/b"],
      ],
      ["getA", "getB"],
    ],
  ])("%s", (_, given, ids) => {
    expect(idsOf(given.map(([id, path]) => operation(id, path)))).toEqual(ids);
  });

  it("have at most some 200 characters, and differ where long ones do", () => {
    const long = "word".repeat(2500);
    const ids = idsOf([operation(`${long}A`, "/a"), operation(`${long}B`, "/b")]);
    expect(new Set(ids).size).toBe(2);
    expect(Math.max(...ids.map(({ length }) => length))).toBeLessThan(220);
  });
});

describe("types of operations", () => {
  const typeId = (id: string, schemas: readonly string[], others: readonly string[] = []) =>
    assignOperationNames(
      [id, ...others].map((each) => operation(each, `/${each}`)),
      schemas,
    )[0]?.typeId;

  it.each<[string, string, readonly string[], readonly string[], string]>([
    ["are called after it", "getGenres", [], [], "GetGenres"],
    ["a schema has one of them", "getGenres", ["GetGenresResponse"], [], "GetGenresOperation"],
    ["schemas have both", "a", ["AInput", "AOperationInput"], [], "AOperation_e40c292c"],
    ["the package has one of them", "api", [], [], "ApiOperation"],
    ["an operation has the name of a factory", "getPet", [], ["makeGetPetResponse"], "GetPetOperation"],
    ["an operation has the name of a decoder", "getPet", [], ["decodeGetPetRequest"], "GetPetOperation"],
    ["a schema of another name", "getGenres", ["GetGenresResponseData"], [], "GetGenres"],
  ])("%s", (_, id, schemas, others, expected) => {
    expect(typeId(id, schemas, others)).toBe(expected);
  });
});

describe("names of schemas", () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    [
      "identifiers keep theirs",
      ["Pet", "pet", "pet_kind"],
      ["Pet", "pet", "pet_kind"],
      ["pet", "pet-694b8a7e", "pet-kind"],
    ],
    ["others give way", ["pet-kind", "PetKind"], ["PetKind_b2cd5917", "PetKind"], ["pet-kind-b2cd5917", "pet-kind"]],
    ["globals", ["Error", "ErrorSchema"], ["ErrorSchema_f38d9cf1", "ErrorSchema"], ["error", "error-schema"]],
    ["nothing in them", ["..", "."], ["Schema_a3d4a70d", "Schema_2b0c98f1"], ["schema-a3d4a70d", "schema-2b0c98f1"]],
    ["other scripts", ["用户", "订单"], ["用户", "订单"], ["schema-c4ec0f60", "schema-18b9e550"]],
  ])("%s", (_, names, ids, slugs) => {
    const found = assignSchemaNames(names);
    expect(found.map(({ id }) => id)).toEqual(ids);
    expect(found.map(({ slug }) => slug)).toEqual(slugs);
  });
});

describe("folders of tags", () => {
  it.each<[readonly string[], readonly string[]]>([
    [["Pets"], ["pets"]],
    [
      ["Pets", "pets"],
      ["pets-35cb7c97", "pets"],
    ],
    [
      ["Pets", "PETS!"],
      ["pets-35cb7c97", "pets-82a75522"],
    ],
    [
      ["index", "con"],
      ["index_", "con_"],
    ],
  ])("%j", (tags, slugs) => {
    expect(assignTagSlugs(tags)).toEqual(slugs);
  });
});

const anyWord = fc.constantFrom(
  "get",
  "Get",
  "GET",
  "user",
  "User",
  "-",
  "_",
  " ",
  ".",
  "2",
  "é",
  "漢",
  "delete",
  "Response",
  "make",
);
const anyId = fc.array(anyWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(""));
const anyPath = fc
  .array(fc.constantFrom("a", "B", "a-b", "{id}", "get"), { maxLength: 3 })
  .map((parts) => `/${parts.join("/")}`);
const anyOperations = fc
  .uniqueArray(fc.tuple(fc.option(anyId), anyPath), { selector: ([, path]) => path, minLength: 2, maxLength: 8 })
  .map((pairs) => pairs.map(([id, path]) => operation(id, path)));

describe("whatever a document has", () => {
  const isClean = ({ operationId }: NamedOperation) =>
    // `_` says nothing: then the path says what the operation is called.
    operationId !== null && camelCase(operationId, "") === operationId && /[\p{L}\p{N}]/u.test(operationId);
  const byPath = (operations: readonly NamedOperation[], schemas: readonly string[]) =>
    new Map(assignOperationNames(operations, schemas).map((names, index) => [operations[index]?.path, names]));

  it("names are distinct, files also where case is ignored", () => {
    fc.assert(
      fc.property(anyOperations, fc.uniqueArray(anyId), (operations, schemas) => {
        const schemaNames = assignSchemaNames(schemas);
        const names = assignOperationNames(
          operations,
          schemaNames.map(({ id }) => id),
        );
        const tags = assignTagSlugs(schemas);
        const lists: readonly (readonly string[])[] = [
          names.map(({ id }) => id),
          names.map(({ typeId }) => typeId),
          names.map(({ slug }) => slug.toLowerCase()),
          schemaNames.map(({ id }) => id),
          schemaNames.map(({ slug }) => slug.toLowerCase()),
          tags.map((slug) => slug.toLowerCase()),
        ];
        for (const list of lists) expect(new Set(list).size).toBe(list.length);
      }),
    );
  });

  it("an operation or schema more renames no clean one", () => {
    const settled = ({ id, slug }: OperationNames) => [id, camelCase(slug, "") === id ? slug : null];
    fc.assert(
      fc.property(anyOperations, fc.uniqueArray(anyId, { minLength: 1 }), (operations, schemas) => {
        const after = byPath(operations, schemas);
        const before = byPath(operations.slice(0, -1), schemas.slice(0, -1));
        const [clean] = [operations.slice(0, -1).filter(isClean)];
        for (const { path, operationId } of clean) {
          const [one, other] = [before.get(path), after.get(path)];
          if (one === undefined || other === undefined) throw new Error("both have it");
          // Duplicates of an operationId are told apart by their order.
          if (clean.filter((each) => each.operationId === operationId).length > 1) continue;
          expect(settled(other)).toEqual(settled(one));
        }
        const namesOf = (list: readonly string[]) =>
          new Map(assignSchemaNames(list).map(({ id }, at) => [list[at], id]));
        const [fewer, more] = [namesOf(schemas.slice(0, -1)), namesOf(schemas)];
        for (const name of fewer.keys())
          if (name !== undefined && schemaTypeName(name) === name) expect(more.get(name)).toBe(fewer.get(name));
      }),
    );
  });

  it("the order does not matter, but between operations of one operationId", () => {
    fc.assert(
      fc.property(anyOperations, fc.uniqueArray(anyId), (operations, schemas) => {
        const ids = operations.flatMap(({ operationId }) => operationId ?? []);
        fc.pre(new Set(ids).size === ids.length);
        expect(byPath([...operations].reverse(), schemas)).toEqual(new Map([...byPath(operations, schemas)].reverse()));
        const namesOf = (list: readonly string[]) =>
          new Map(assignSchemaNames(list).map((names, at) => [list[at], names]));
        expect(new Map([...namesOf([...schemas].reverse())])).toEqual(namesOf(schemas));
      }),
    );
  });
});
