import { useEffect, useState } from 'react';
import { type Colours, colour, languageOf } from './highlight.ts';

/** None until the highlighter is there; the text doesn't wait for it. */
export function useColours(path: string, text: string | null): Colours {
  const [colours, setColours] = useState<{ readonly of: string | null; readonly lines: Colours }>({
    of: null,
    lines: [],
  });
  useEffect(() => {
    const language = languageOf(path);
    if (text === null || language === null) return;
    let isStale = false;
    colour(text.replaceAll('\r\n', '\n'), language).then((lines) => {
      if (!isStale) setColours({ of: text, lines });
    });
    return () => {
      isStale = true;
    };
  }, [path, text]);
  return colours.of === text ? colours.lines : [];
}
