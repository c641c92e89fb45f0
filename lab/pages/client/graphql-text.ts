/** GraphQL as the operations reach the wire is one long line: this breaks it at its braces, and nowhere else. */

/** Strings and whatever stands in parentheses stay as they are. */
export function readable(document: string): string {
  let text = '';
  let depth = 0;
  let parentheses = 0;
  let quoted = false;
  const newLine = (): string => `\n${'  '.repeat(depth)}`;
  for (const letter of document.replace(/\s+/g, ' ').trim()) {
    if (letter === '"' && !text.endsWith('\\')) quoted = !quoted;
    if (!quoted && letter === '(') parentheses += 1;
    if (!quoted && letter === ')') parentheses -= 1;
    if (quoted || parentheses > 0) text += letter;
    else if (letter === '{') {
      depth += 1;
      text = `${text.trimEnd()} {${newLine()}`;
    } else if (letter === '}') {
      depth -= 1;
      text = `${text.trimEnd()}${newLine()}}${newLine()}`;
    } else if (letter !== ' ' || !/\s$/.test(text)) text += letter;
  }
  return text.trim();
}
