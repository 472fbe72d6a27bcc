/** JSON as a person would set it: what fits into `width` stays on one line, the rest is broken. */
export function printJson(value: unknown, width: number, indent = 0, used = 0): string {
  const line = inline(value);
  if (typeof value !== "object" || value === null || indent + used + line.length <= width) return line;
  const inner = " ".repeat(indent + 2);
  const items = Array.isArray(value)
    ? value.map((item: unknown) => inner + printJson(item, width, indent + 2, 1))
    : Object.entries(value).map(([key, item]) => {
        const head = `${JSON.stringify(key)}: `;
        return inner + head + printJson(item, width, indent + 2, head.length + 1);
      });
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${items.join(",\n")}\n${" ".repeat(indent)}${close}`;
}

function inline(value: unknown): string {
  const text = JSON.stringify(value, null, 1).replace(/\s*\n\s*/g, " ");
  return text.replaceAll("[ ", "[").replaceAll(" ]", "]");
}
