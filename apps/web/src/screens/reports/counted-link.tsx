import type { WrittenFilters } from '#contracts';
import { Link } from 'react-router';
import { queryOf } from '../../data/call-list.js';
import { useFormat } from '../../format/use-format.js';

/** The address of the list with these calls. */
export const callsAt = (filters: WrittenFilters): string => `/calls?${queryOf(filters)}`;

/** A number that opens the calls it counts. None has no list to open. */
export function CountedLink({ count, of }: { count: number; of: WrittenFilters }) {
  const { number } = useFormat();
  if (count === 0) return <>0</>;
  return <Link to={callsAt(of)}>{number(count)}</Link>;
}
