import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { applyTheme, storedTheme, storeTheme, type Theme } from './theme.ts';

const next: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const names: Readonly<Record<Theme, string>> = { system: 'as the system', light: 'light', dark: 'dark' };

export function ThemeSwitch() {
  const [theme, setTheme] = useState(storedTheme);
  const change = () => {
    setTheme(next[theme]);
    storeTheme(next[theme]);
    applyTheme(next[theme]);
  };
  return <Button tone="quiet" icon={theme} aria-label={`Theme: ${names[theme]}. Change`} onPress={change} />;
}
