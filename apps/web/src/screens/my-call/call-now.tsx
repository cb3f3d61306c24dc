import type { LiveCall } from '#contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../components/announce.js';
import { useReading, type SaidNow } from '../../data/listening.js';
import { SaidList } from '../floor/live-words.js';
import { RecordingState } from '../floor/recording-state.js';
import { useFormat } from '../../format/use-format.js';
import { Since, useSecond } from '../floor/since.js';
import { CallActs } from './call-acts.js';
import { hintsOf, pauseLeft } from './hints.rules.js';
import { shownHints } from './word-hints.rules.js';

interface Props {
  call: LiveCall;
  /** How far this machine's clock is ahead of the server's. */
  aheadMs: number;
  /** Whether the keys of the screen act on it. */
  keys: boolean;
}

/** A call that goes on: the state of its recording stands first and largest, with what one can do below it. */
export function CallNow({ call, aheadMs, keys }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  useSecond();
  useSaid(call);
  const now = Date.now() - aheadMs;
  const { beganAt, customer, recording, since, pauseEndsAt, timeline } = call;
  const reading = useReading(call.liveCallId, call.hearing === 'heard');
  const hints = [...hintsOf(call, now), ...shownHints(reading.said, Date.now())];
  useHintsSaid(reading.said);
  return (
    <article className="my-call">
      <p className="my-call-of ruled">
        <span>{customer ?? t('floor.customerUnknown')}</span>
        <span>{t('liveCall.began', { at: format.time(beganAt, true) })}</span>
        <Since at={beganAt} aheadMs={aheadMs} />
      </p>
      <h2 className="my-call-state">
        <RecordingState recording={recording} /> <Since at={since} aheadMs={aheadMs} />
      </h2>
      <p className="my-call-means">
        {t(`liveCall.means.${recording}`)}{' '}
        {pauseEndsAt && t('liveCall.endsIn', { left: format.clock(pauseLeft(pauseEndsAt, now)) })}
      </p>
      {call.followed && <p role="status">{t('liveCall.followed')}</p>}
      {hints.length > 0 && (
        <ul className="my-call-hints">
          {hints.map((hint) => (
            <li key={hint}>{t(`liveCall.hint.${hint}`)}</li>
          ))}
        </ul>
      )}
      <CallActs {...{ call, keys }} />
      <h3>{t('liveCall.words')}</h3>
      {call.hearing === 'heard' ? (
        <SaidList reading={reading} />
      ) : (
        <p className="note">{t(`floor.words.${call.hearing}`)}</p>
      )}
      <h3>{t('liveCall.timeline')}</h3>
      <ol className="my-call-timeline">
        {timeline.map(({ at, what, how }, place) => (
          <li key={`${at}-${what}-${String(place)}`}>
            <time dateTime={at}>{format.time(at, true)}</time>
            <span>
              {t(`liveCall.moment.${what}`)}
              {how !== 'none' && <small>{t(`liveCall.how.${how}`)}</small>}
            </span>
          </li>
        ))}
      </ol>
    </article>
  );
}

/** Reads out what the recording becomes, to people who hear the page. */
function useSaid({ recording, liveCallId }: LiveCall): void {
  const { t } = useTranslation();
  const before = useRef(`${liveCallId} ${recording}`);
  useEffect(() => {
    const now = `${liveCallId} ${recording}`;
    if (before.current !== now) announce(t(`liveCall.state.${recording}`));
    before.current = now;
  }, [liveCallId, recording, t]);
}

/** Hints from words are read out once, as they come. */
function useHintsSaid(said: readonly SaidNow[]): void {
  const { t } = useTranslation();
  const latest = said.at(-1);
  useEffect(() => {
    for (const hint of latest?.hints ?? []) announce(t(`liveCall.hint.${hint}`));
  }, [latest, t]);
}
