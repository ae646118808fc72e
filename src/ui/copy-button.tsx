import { useState } from 'react';
import { Button } from './button.tsx';
import { copyText } from './copy-text.ts';

export function CopyButton({ text, label = 'Copy' }: { readonly text: string; readonly label?: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => setCopied((await copyText(text)) ? text : null);
  return (
    <Button tone="quiet" icon={copied === text ? 'check' : 'copy'} onPress={copy}>
      {copied === text ? 'Copied' : label}
    </Button>
  );
}
