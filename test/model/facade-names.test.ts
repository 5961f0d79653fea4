import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facadeNames } from "../../generator/model/facade-names.js";

function membersOf(tag: string, operations: readonly string[]) {
  return facadeNames([{ name: tag, operations }])[0]?.members;
}

describe("members of a group", () => {
  it.each<[string, string, readonly string[], readonly string[]]>([
    ["the tag's word at the start is cut", "account", ["accountCreate"], ["create"]],
    ["or at the end", "account", ["createAccount"], ["create"]],
    ["not in between", "account", ["getAccountPlan"], ["getAccountPlan"]],
    ["at one end alone", "account", ["accountGetAccount"], ["getAccount"]],
    ["in any case", "URL", ["urlGet", "createUrl"], ["get", "create"]],
    [
      "words alone, no parts of them",
      "account",
      ["accountability", "accountantGet"],
      ["accountability", "accountantGet"],
    ],
    ["exact words: singular and plural are two", "pets", ["petGet", "listPets"], ["petGet", "list"]],
    ["several words in sequence", "gift cards", ["giftCardsList", "listGiftCards"], ["giftCardsList", "listGiftCards"]],
    ["all of them", "gift-cards", ["giftCardsList", "cardsGift", "giftList"], ["list", "cardsGift", "giftList"]],
    ["what is left is in camelCase", "issues", ["issuesGetByID", "issuesURLGet"], ["getByID", "urlGet"]],
    ["of those that clash all keep their names", "pet", ["petGet", "getPet", "petList"], ["petGet", "getPet", "list"]],
    ["also where one of them has nothing to cut", "pet", ["get", "getPet"], ["get", "getPet"]],
    [
      "and those that clash with a name that was kept",
      "pet",
      ["petGet", "getPet", "petPetGet", "petPetPetGet"],
      ["petGet", "getPet", "petPetGet", "petPetPetGet"],
    ],
    ["nothing is left", "pet", ["pet", "petGet"], ["pet", "get"]],
    ["a digit would be first", "get pet", ["getPet_2b3c4d5e", "getPetName"], ["getPet_2b3c4d5e", "name"]],
    ["digits belong to the word before them", "v", ["v2Get", "get2V"], ["v2Get", "get2"]],
    [
      "what JavaScript looks for on its own",
      "pet",
      ["petThen", "petToString", "toJSON"],
      ["petThen", "petToString", "toJSON_"],
    ],
    ["reserved words are members", "pet", ["deletePet", "petNew", "delete_"], ["delete", "new", "delete_"]],
    ["in the group default nothing is cut", "default", ["defaultGet", "get"], ["defaultGet", "get"]],
    ["nor where a tag has no words", "…", ["get"], ["get"]],
    ["letters of any script", "Магазин", ["магазинНайти", "найтиМагазины"], ["найти", "найтиМагазины"]],
  ])("%s: %s", (_, tag, operations, members) => {
    expect(membersOf(tag, operations)).toEqual(members);
  });

  it("are distinct, and the same in any order", () => {
    const words = fc.array(fc.constantFrom("pet", "get", "Pet", "Get", "list", "2"), { minLength: 1, maxLength: 4 });
    const operation = words.map((list) => `a${list.join("")}`.replace(/^a(?=[a-z])/, ""));
    const operations = fc.uniqueArray(operation, { maxLength: 12 });
    const tag = fc.constantFrom("pet", "get pet", "a", "pet list");
    fc.assert(
      fc.property(tag, operations, fc.gen(), (name, list, gen) => {
        const members = membersOf(name, list) ?? [];
        expect(new Set(members).size).toBe(list.length);
        const shuffled = gen(fc.shuffledSubarray, list, { minLength: list.length });
        const expected = shuffled.map((one) => members[list.indexOf(one)]);
        expect(membersOf(name, shuffled)).toEqual(expected);
      }),
    );
  });
});

describe("groups", () => {
  it.each<[readonly string[], readonly string[]]>([
    [
      ["Account", "Gift Cards", "pull-requests"],
      ["account", "giftCards", "pullRequests"],
    ],
    [
      ["default", "delete", "class"],
      ["default", "delete", "class"],
    ],
    [
      ["pets", "Pets"],
      ["pets", "pets_35cb7c97"],
    ],
    [["2FA"], ["_2FA"]],
    [[""], ["tag"]],
    [["constructor"], ["constructor_f25d9f4f"]],
  ])("%j: %j", (tags, keys) => {
    expect(facadeNames(tags.map((name) => ({ name, operations: [] }))).map(({ key }) => key)).toEqual(keys);
  });
});
