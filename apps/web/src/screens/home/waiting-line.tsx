import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';

interface LineProps {
  to: string;
  words: string;
  /** null while it is read, or could not be. */
  count: number | null;
  /** There are more than were counted. */
  more?: boolean;
  /** What of it is late. */
  late?: string | false;
}

/** One kind of work: how much of it waits, and the way to it. */
export function Line({ to, words, count, more, late }: LineProps) {
  const format = useFormat();
  return (
    <li className={count === 0 ? 'quiet' : ''}>
      <Link to={to}>
        <b>{count === null ? '–' : `${format.number(count)}${more ? '+' : ''}`}</b>
        <span>{words}</span>
        {late && <small>{late}</small>}
      </Link>
    </li>
  );
}
