import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { Icon, type IconName } from './icon.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly tone?: 'primary' | 'plain' | 'quiet';
  readonly icon?: IconName;
  readonly children?: ReactNode;
  readonly shortcut?: string;
}

export function Button({ tone = 'plain', icon, shortcut, children, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      ref={(button) => void (shortcut && button?.setAttribute('aria-keyshortcuts', shortcut))} // not passed on as a prop
      className={`${styles.button} ${styles[tone]}`}
    >
      {icon && <Icon name={icon} />}
      {children !== undefined && <span>{children}</span>}
      {shortcut?.length === 1 && (
        <span aria-hidden="true" className={styles.key}>
          {shortcut}
        </span>
      )}
    </AriaButton>
  );
}
