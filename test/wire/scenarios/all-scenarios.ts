/** All scenarios, in the order in which they are played. */
import { brokenAnswers } from "./broken-answers.js";
import { lateAnswers } from "./late-answers.js";
import { leaks } from "./leaks.js";
import { redirects } from "./redirects.js";
import { retries } from "./retries.js";
import type { Scenario } from "./scenario.js";
import { streams } from "./streams.js";
import { tokens } from "./tokens.js";
import { wrongContents } from "./wrong-contents.js";

export const allScenarios: readonly Scenario[] = [
  ...lateAnswers,
  ...brokenAnswers,
  ...wrongContents,
  ...redirects,
  ...retries,
  ...tokens,
  ...streams,
  ...leaks,
];
