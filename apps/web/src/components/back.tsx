import { LeftOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** One level up, beside the title of what was opened from a list: the head of an `AdminPage`. */
export function Back({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to}>
      <LeftOutlined aria-hidden /> {children}
    </Link>
  );
}
