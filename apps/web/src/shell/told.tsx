import type { NotificationView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { part } from '../components/opened/part.js';
import { useMe } from '../data/session.js';
import { useFormat } from '../format/use-format.js';
import './told-list.css';

const ToldInPlace = part(() => import('./told-in-place.js'));

/** One thing that a person is told, in words that lead to what it is about. */
export function Told({ one, onFollow }: { one: NotificationView; onFollow: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { place, at, readAt, inPlaceOf } = one;
  const { acting } = useMe();
  const words = format.text(one.words);
  return (
    <li className={readAt === null ? 'told-new' : ''}>
      {inPlaceOf && acting?.absenceId !== inPlaceOf.absenceId ? (
        <ToldInPlace to={place} inPlaceOf={inPlaceOf} onFollow={onFollow}>
          {words}
        </ToldInPlace>
      ) : (
        <Link to={place} onClick={onFollow}>
          {words}
        </Link>
      )}
      <small>
        {inPlaceOf && `${t('acting.inPlaceOf', { name: format.text(inPlaceOf.name) })} · `}
        {format.dateTime(at)}
        {readAt === null && <span className="seen-by-readers-only">{t('told.unread')}</span>}
      </small>
    </li>
  );
}
