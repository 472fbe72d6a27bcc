/**
 * Plans cost the server memory on every connection that holds them. What the application asks all the time is known after
 * a few requests; lists of every length and the like stay unnamed, and are planned each time.
 */
const MOST_STATEMENTS = 300;
/** Longer texts are lists that will hardly come again. */
const LONGEST_TEXT = 20_000;
/** A list of four or more: there is a text for each length, and together they would use the names up. */
const LIST = /\bIN \((\$\d+,){3}/;

/**
 * Names for SQL texts, so that a connection parses and plans each of them once: for short statements under row-level
 * security that is most of their cost. The same text has the same name for the life of the process.
 *
 * @returns a function that gives the name, or "" for a text that stays unnamed
 */
export function statementNames(most = MOST_STATEMENTS): (text: string) => string {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= most || text.length > LONGEST_TEXT || LIST.test(text)) return "";
    const name = `earshot_${names.size}`;
    names.set(text, name);
    return name;
  };
}
