import pc from "picocolors";
import { describe, expect, it } from "vitest";
import { createLog, type LoggedRequest, redact } from "../../generator/request-log.js";

describe("redact", () => {
  it.each([
    ["", ""],
    ["?limit=1&q=a%20b", "?limit=1&q=a%20b"],
    ["?app_id=1", "?app_id=***"],
    ["?app%5Fid=1&app_id=", "?app%5Fid=***&app_id=***"],
    ["?access_token=a=b&password=x", "?access_token=***&password=***"],
    ["?apiKey=1&api-key=2&X-Amz-Signature=3", "?apiKey=***&api-key=***&X-Amz-Signature=***"],
    ["?token", "?token"],
    ["?%=1&%zz=2", "?%=1&%zz=2"],
  ])("%j is shown as %j", (search, shown) => {
    expect(redact(search, new Set(["app_id"]))).toBe(shown);
  });
});

describe("a line of the log", () => {
  const request: LoggedRequest = {
    method: "GET",
    path: "/a",
    status: 200,
    milliseconds: 1.4,
    operation: "getA",
    problems: [],
  };
  const problem = { field: "body.name", message: "is missing" };
  it.each<[Partial<LoggedRequest>, string]>([
    [{}, "GET     /a               200     1 ms   getA"],
    [{ path: "/\u001b[31m\n" }, "GET     /␛[31m␊          200     1 ms   getA"],
    [{ status: 422, problems: [problem] }, "GET     /a               422     1 ms   getA  body.name is missing"],
    [
      { status: 422, problems: [problem, problem] },
      "GET     /a               422     1 ms   getA  2 problems: body.name is missing",
    ],
    [{ status: 404, operation: null }, "GET     /a               404     1 ms   no operation has this path"],
    [{ status: 405, operation: null }, "GET     /a               405     1 ms   the path has no such method"],
    [{ status: null, operation: null }, "GET     /a               ---     1 ms   the caller did not wait"],
    [
      { method: "OPTIONS", status: 204, operation: null },
      "OPTIONS /a               204     1 ms   answered by the mock itself",
    ],
  ])("%j", (change, line) => {
    expect(createLog(pc.createColors(false))({ ...request, ...change })).toBe(line);
  });

  it("is aligned with those before it", () => {
    const log = createLog(pc.createColors(false));
    const columns = ["/a-path-that-is-longer", "/a", `/${"a".repeat(80)}`, "/a"].map((path) =>
      log({ ...request, path }).indexOf(" 200"),
    );
    expect(columns).toEqual([30, 30, 89, 56]);
  });
});
