import type { NotificationView } from '#contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAct } from '../data/absences.js';

interface Props {
  to: string;
  inPlaceOf: NonNullable<NotificationView['inPlaceOf']>;
  onFollow: () => void;
  children: ReactNode;
}

/** What is told to a deputy can be seen only in that place: following it goes there first. */
export function ToldInPlace({ to, inPlaceOf: { absenceId }, onFollow, children }: Props) {
  const act = useAct(to);
  return (
    <Link
      to={to}
      onClick={(event) => {
        event.preventDefault();
        onFollow();
        act.mutate(absenceId);
      }}
    >
      {children}
    </Link>
  );
}
