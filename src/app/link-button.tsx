import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from '../ui/button.module.css';
import { Icon, type IconName } from '../ui/icon.tsx';

interface Props {
  readonly to: string;
  readonly tone?: 'primary' | 'plain';
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** Looks like a button because it is the next thing to do; is a link because it leads somewhere. */
export function LinkButton({ to, tone = 'plain', icon, children }: Props) {
  return (
    <Link to={to} className={`${styles.button} ${styles[tone]}`}>
      <span>{children}</span>
      {icon && <Icon name={icon} />}
    </Link>
  );
}
