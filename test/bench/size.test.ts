import { describe, expect, it } from "vitest";
import { buildApplication } from "../../scripts/bench/size/build-application.js";
import { differences, recordRequests, type SentRequest } from "../../scripts/bench/size/record-requests.js";
import { sourceText } from "../../scripts/bench/size/subject.js";

const application = {
  name: "an application",
  generator: null,
  setup: `const get = (path) => fetch("https://api.test" + path);\nconst post = (body) => fetch("https://api.test", { method: "POST", body });`,
  calls: [`get("/pets")`, `post(new URLSearchParams({ b: "2", a: "1" }))`],
};

const sent: SentRequest = {
  method: "GET",
  address: "https://api.test/pets",
  credentials: "",
  "content type": "",
  body: "",
};

describe("an application of the size benchmark", () => {
  it("has the calls that are asked for, and of its setup what they need", async () => {
    const { code } = await buildApplication(sourceText(application, 1), null, null);
    expect(code).toContain("/pets");
    expect(code).not.toContain("URLSearchParams");
  });

  it("does not build where an export is missing", async () => {
    const source = `import { missing } from "./package.json";\nexport default [() => missing()];`;
    await expect(buildApplication(source, null, null)).rejects.toThrow("missing");
  });

  it("is run, call by call, with a fetch that sends nothing; the order of a form's fields says nothing", async () => {
    expect(await recordRequests(sourceText(application, 2))).toEqual([
      sent,
      {
        ...sent,
        method: "POST",
        address: "https://api.test",
        "content type": "application/x-www-form-urlencoded",
        body: "a,1&b,2",
      },
    ]);
  });
});

describe("differences between requests", () => {
  it("are none, or are counted and named", () => {
    expect(differences([sent], [sent])).toBeNull();
    expect(differences([sent, sent], [{ ...sent, address: "/pets" }, sent])).toBe("1 of 2 differ: address");
    expect(differences([sent, sent], [{ ...sent, body: "x", method: "PUT" }, null])).toBe(
      "2 of 2 differ: method, body, not sent",
    );
  });
});
