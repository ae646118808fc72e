import { Fragment } from 'react';

/** A path or name that may break after its separators instead of anywhere. */
export function Breakable({ text }: { readonly text: string }) {
  return text.split(/(?<=[./\\:_-])/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text don't move
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
