/**
 * Letters that not every compiler takes: TypeScript 5.4 knows those of Unicode 12, and each Node a version of its own. A name
 * with such a letter would be a syntax error there, and the same document would not give the same names everywhere.
 */

/** Within the first plane: what has come since, or can be in a name since. */
const YOUNG_IN_BMP =
  "\\u0870-\\u088f\\u0897-\\u089f\\u08b5\\u08be-\\u08d2\\u0b55\\u0c3c\\u0c5c\\u0c5d\\u0cdc\\u0cdd\\u0cf3\\u0d04\\u0d81\\u0ece" +
  "\\u170d\\u1715\\u171f\\u180f\\u1abf-\\u1aeb\\u1b4c\\u1c89\\u1c8a\\u1dfa\\u2c2f\\u2c5f\\u30fb\\u31bb-\\u31bf\\u4db6-\\u4dbf" +
  "\\u9ff0-\\u9fff\\ua7c0\\ua7c1\\ua7c7-\\ua7dc\\ua7f1-\\ua7f6\\ua82c\\uab68\\uab69\\uff65";
/** Beyond it: all but ideographs, which names of people have. */
const YOUNG_BEYOND =
  "\\u{10000}-\\u{1ffff}\\u{2a6d7}-\\u{2a6ff}\\u{2b735}-\\u{2b73f}\\u{2b81e}\\u{2b81f}\\u{2cea2}-\\u{2ceaf}\\u{2ebe1}-\\u{2f7ff}\\u{2fa1e}-\\u{10ffff}";

const YOUNG = `[${YOUNG_IN_BMP}${YOUNG_BEYOND}]`;
const EACH = new RegExp(YOUNG, "gu");
const ANY = new RegExp(YOUNG, "u");

/** The text with a blank for each of them: in a name they separate words, as signs do. */
export function withoutYoungLetters(text: string): string {
  return text.replace(EACH, " ");
}

/** The letter in upper case, unless that is a young one: Unicode has given capitals to old letters. */
export function upperCase(letter: string): string {
  const upper = letter.toUpperCase();
  return ANY.test(upper) ? letter : upper;
}
