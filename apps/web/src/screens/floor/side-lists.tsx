import type { FloorRowOf } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';
import { Since } from './since.js';

/** Who waits in which queue. */
export function QueueList({ queues, aheadMs }: { queues: readonly FloorRowOf<'queue'>[]; aheadMs: number }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (queues.length === 0) return <p className="floor-none">{t('floor.queue.none')}</p>;
  return (
    <ul className="floor-list">
      {queues.map(({ queue, waiting, longestSince }) => (
        <li key={queue} className={waiting > 0 ? 'floor-queue waits' : 'floor-queue'}>
          <span>{queue || t('floor.queue.nameless')}</span>
          <b>{number(waiting)}</b>
          <small>{longestSince && <Since at={longestSince} aheadMs={aheadMs} />}</small>
        </li>
      ))}
    </ul>
  );
}

/** What was promised and is due today, the first first. */
export function PromiseList({ promises }: { promises: readonly FloorRowOf<'promise'>[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (promises.length === 0) return <p className="floor-none">{t('floor.promise.none')}</p>;
  return (
    <ul className="floor-list">
      {promises.map(({ callId, owner, customer, dueAt, overdue }) => (
        <li key={`${callId}:${dueAt}`} className={overdue ? 'floor-promise overdue' : 'floor-promise'}>
          <b>{format.isToday(dueAt) ? format.time(dueAt) : format.dateTime(dueAt)}</b>
          <div>
            <Link to={`/calls/${callId}`}>{format.text(owner)}</Link>
            <p className="ruled">
              {customer && <span>{customer}</span>}
              {overdue && <span>{t('floor.promise.overdue')}</span>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
