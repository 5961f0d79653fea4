import { expect, it } from "vitest";
import { nextLink } from "../../templates/client/src/runtime/link-header.js";

// https://www.rfc-editor.org/rfc/rfc8288.html#section-3
it.each<[string | null, string | undefined]>([
  [null, undefined],
  ["", undefined],
  ['</b>; rel="next"', "/b"],
  ["</b>; rel=next", "/b"],
  ["<>;rel=next", ""],
  ['<https://a.test/?page=2>; rel="next", <https://a.test/?page=5>; rel="last"', "https://a.test/?page=2"],
  ['<https://a.test/?page=1>; rel="prev", <https://a.test/?page=3>; rel="next"', "https://a.test/?page=3"],
  ['</1>; rel="first prev",</2>;rel="last next"', "/2"],
  ['</1>; title="a, b; rel=next", </2>; rel="next"', "/2"],
  ['</1>; title="a \\" <x>; rel=next"; rel=prev, </2>; rel=next', "/2"],
  ["</a,b;c>; rel=next", "/a,b;c"],
  ['</a> ; REL = "NEXT"', "/a"],
  ["</a>; rel=prev; rel=next", undefined],
  ["</a>; rel=nextish, </b>; rel=x-next", undefined],
  ['</a>; rel="https://a.test/next"', undefined],
  ["</a>; crossorigin; rel=next", "/a"],
  ['</a>; rel=next; anchor="#chapter"', undefined],
  ["</a>; href=next", undefined],
  ["</a>, </b>; rel=next", "/b"],
  ["next", undefined],
  ['</a; rel="next"', undefined],
  ['</a>; title="open; rel=next', undefined],
])("of %j the next link is %j", (header, target) => {
  expect(nextLink(header)).toBe(target);
});

it.each(["<".repeat(50_000), '<a>;x="'.repeat(10_000), `<a>${";a=b".repeat(20_000)}`, `<a>;x="${"\\".repeat(50_000)}`])(
  "a hostile header takes no long time (%#)",
  (header) => {
    expect(nextLink(header)).toBeUndefined();
  },
);
