export type Eol = '\n' | '\r\n';

/** The line ending most lines use; `\n` where none is in the majority. */
export function dominantEol(text: string): Eol {
  let crlf = 0;
  let lf = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (at > 0 && text[at - 1] === '\r') crlf++;
    else lf++;
  }
  return crlf > lf ? '\r\n' : '\n';
}

/** Text written with `\n`, or taken from a file with `\r\n`, in the given line ending. */
export const toEol = (text: string, eol: Eol): string => text.replace(/\r?\n/g, eol);
