/** Marks text for a terminal; without colour the text stays as it is. */
export interface TerminalStyle {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
}

const ESCAPE = "\u001b[";

export function terminalStyle(colour: boolean): TerminalStyle {
  const mark = (code: number, end: number) => (text: string) =>
    colour ? `${ESCAPE}${code}m${text}${ESCAPE}${end}m` : text;
  return { bold: mark(1, 22), dim: mark(2, 22), good: mark(32, 39), bad: mark(31, 39), warn: mark(33, 39) };
}

/** Cuts or fills to a width, the way columns need it. */
export function fit(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, Math.max(0, width - 1))}…` : text.padEnd(width);
}

/** Breaks at spaces; every line but the first starts with the indent. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width - indent.length) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join(`\n${indent}`);
}
