import type { FloorRowOf } from '#contracts';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../components/announce.js';
import { Failed } from '../../components/failure-note.js';
import { useAcknowledge } from '../../data/floor.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { Since } from './since.js';

export interface TeamAlarm {
  teamId: string;
  alarm: FloorRowOf<'alarm'>;
}

/** A burst is read out once. */
const SAID_EVERY_MS = 10_000;

/** What stands, the oldest first; who looks after it, everyone sees. */
export function AlarmList({ alarms, aheadMs }: { alarms: readonly TeamAlarm[]; aheadMs: number }) {
  const { t } = useTranslation();
  useSaid(alarms);
  if (alarms.length === 0) return <p className="floor-none">{t('floor.alarm.none')}</p>;
  return (
    <ul className="floor-list dense lined">
      {alarms.map(({ teamId, alarm }) => (
        <Alarm key={`${teamId}:${alarm.kind}:${alarm.subject}`} {...{ teamId, alarm, aheadMs }} />
      ))}
    </ul>
  );
}

function Alarm({ teamId, alarm, aheadMs }: TeamAlarm & { aheadMs: number }) {
  const { t } = useTranslation();
  const { text, time } = useFormat();
  const acknowledge = useAcknowledge();
  const may = useMay('floor.answer');
  const { kind, subject, since, of, acknowledged } = alarm;
  const said = t(`floor.alarm.${kind}`, { of: of ?? '' });
  return (
    <li className={acknowledged ? 'floor-alarm taken grid at-top gap-2' : 'floor-alarm grid at-top gap-2'}>
      <div>
        <b>{said}</b>
        <p className="ruled wraps">
          {kind === 'service_low' ? <span>{t('floor.today')}</span> : <Since at={since} aheadMs={aheadMs} />}
          {acknowledged && (
            <span>{t('floor.alarm.taken', { by: text(acknowledged.by), at: time(acknowledged.at) })}</span>
          )}
        </p>
        <Failed of={acknowledge} />
      </div>
      {may && !acknowledged && (
        <Button
          size="small"
          loading={acknowledge.isPending}
          aria-label={t('floor.alarm.take', { said })}
          onClick={() => acknowledge.mutate({ teamId, kind, subject })}
        >
          {t('floor.alarm.takeOn')}
        </Button>
      )}
    </li>
  );
}

/** Reads out alarms that are new, to people who hear the page. */
function useSaid(alarms: readonly TeamAlarm[]): void {
  const { t } = useTranslation();
  const known = useRef<Set<string> | null>(null);
  const saidAt = useRef(0);
  useEffect(() => {
    const keys = alarms.map(({ teamId, alarm: { kind, subject } }) => `${teamId}:${kind}:${subject}`);
    const before = known.current;
    const fresh = alarms.filter((_, at) => !before?.has(keys[at] ?? ''));
    known.current = new Set(keys);
    // What stood as the page was opened is read with it.
    if (before === null || fresh.length === 0 || Date.now() - saidAt.current < SAID_EVERY_MS) return;
    saidAt.current = Date.now();
    announce(fresh.map(({ alarm: { kind, of } }) => t(`floor.alarm.${kind}`, { of: of ?? '' })).join(t('floor.and')));
  }, [alarms, t]);
}
