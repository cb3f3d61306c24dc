import { useTranslation } from 'react-i18next';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { usePush } from '../../data/push.js';
import { useAskOfCall, useLiveCalls } from '../../data/live-calls.js';
import { useMe } from '../../data/session.js';
import type { LiveAct, LiveCall, LiveConsent } from '#contracts';
import { useEffect, useRef } from 'react';
import { announce } from '../../components/announce.js';
import { type LiveTurn, useReading } from '../../data/listening.js';
import { SaidList } from '../floor/live-words.js';
import { RecordingState } from '../floor/recording-state.js';
import { useFormat } from '../../format/use-format.js';
import { Since, useSecond } from '../floor/since.js';
import { Button } from 'antd';
import { Acts, AskFirst } from '../../components/acts.js';
import { Failed } from '../../components/failure-note.js';
import { useShortcuts } from '../../components/keyboard.js';
import { hintsOf, keyDoes, pauseLeft, shownHints } from './hints.rules.js';
import './my-call.css';

/** One's own call while it goes on: whether it is recorded, and what one can do about it. */
export function MyCallScreen() {
  const { t } = useTranslation();
  const { personId } = useMe();
  const { status } = usePush();
  const calls = useLiveCalls();
  const aheadMs = calls.data ? calls.dataUpdatedAt - Date.parse(calls.data.at) : 0;
  return (
    <AdminPage
      title={t('liveCall.title')}
      needs="live_calls.control"
      head={<small role="status">{status === 'lost' ? t('liveCall.lost') : ''}</small>}
    >
      <WhenRead of={calls}>
        {({ items }) => {
          const own = items.filter(({ agent }) => agent?.personId === personId);
          if (own.length === 0) return <NoCall />;
          // Of two, which happen while one is put through, the one that began last has the keys.
          return own
            .toReversed()
            .map((call, at) => <CallNow key={call.liveCallId} {...{ call, aheadMs, keys: at === 0 }} />);
        }}
      </WhenRead>
    </AdminPage>
  );
}

function NoCall() {
  const { t } = useTranslation();
  return (
    <div className="my-call">
      <p>{t('liveCall.none')}</p>
      <p className="note">{t('liveCall.noneWhy')}</p>
    </div>
  );
}

interface Props {
  call: LiveCall;
  /** How far this machine's clock is ahead of the server's. */
  aheadMs: number;
  /** Whether the keys of the screen act on it. */
  keys: boolean;
}

/** A call that goes on: the state of its recording stands first and largest, with what one can do below it. */
function CallNow({ call, aheadMs, keys }: Props) {
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
      <p className="ruled soft">
        <span>{customer ?? t('floor.customerUnknown')}</span>
        <span>{t('liveCall.began', { at: format.time(beganAt, true) })}</span>
        <Since at={beganAt} aheadMs={aheadMs} />
      </p>
      <h2 className="my-call-state flex wraps at-base gap-4 bold">
        <RecordingState recording={recording} /> <Since at={since} aheadMs={aheadMs} />
      </h2>
      <p className="my-call-means">{t(`liveCall.means.${recording}`)}</p>
      {pauseEndsAt && <p>{t('liveCall.endsIn', { left: format.clock(pauseLeft(pauseEndsAt, now)) })}</p>}
      {call.followed && <p role="status">{t('liveCall.followed')}</p>}
      {hints.length > 0 && (
        <ul className="my-call-hints sunk padded-box">
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
        <p className="soft">{t(`floor.words.${call.hearing}`)}</p>
      )}
      <h3>{t('liveCall.timeline')}</h3>
      <ol className="my-call-timeline dense lined">
        {timeline.map(({ at, what, how }, place) => (
          <li key={`${at}-${what}-${String(place)}`}>
            <time dateTime={at}>{format.time(at, true)}</time>
            <span>
              {/* After an announcement no one said yes: who stays on is taken to agree. */}
              {t(`liveCall.moment.${what === 'consent_given' && how === 'announcement' ? 'consent_taken' : what}`)}
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
function useHintsSaid(said: readonly LiveTurn[]): void {
  const { t } = useTranslation();
  const latest = said.at(-1);
  useEffect(() => {
    for (const hint of latest?.hints ?? []) announce(t(`liveCall.hint.${hint}`));
  }, [latest, t]);
}

/** What one can do about the recording as it stands; what was asked and is not done yet says so. */
function CallActs({ call, keys }: { call: LiveCall; keys: boolean }) {
  const { t } = useTranslation();
  const ask = useAskOfCall(call.liveCallId);
  const { recording, asked } = call;
  const does = keyDoes(recording);
  const busy = (act: LiveAct) => asked.includes(act);
  const press = () => {
    if (does && !ask.isPending && !busy(does)) ask.mutate({ act: does });
  };
  useShortcuts(keys ? { p: press } : {});
  const say = (state: LiveConsent['state']) => ask.mutate({ act: 'consent', state, how: 'said' });
  return (
    <div className="my-call-acts">
      <Acts>
        {recording === 'consent_pending' && (
          <>
            <Button type="primary" size="large" loading={busy('consent_given')} onClick={() => say('given')}>
              {t('liveCall.agrees')}
            </Button>
            <Button size="large" loading={busy('consent_refused')} onClick={() => say('refused')}>
              {t('liveCall.refuses')}
            </Button>
          </>
        )}
        {does && (
          <Button type="primary" size="large" loading={busy(does)} onClick={press} aria-keyshortcuts="p">
            {t(`liveCall.${does}`)} {keys && <kbd>P</kbd>}
          </Button>
        )}
        {(does || recording === 'held') && (
          <AskFirst
            size="large"
            ask={t('liveCall.withdrawAsk')}
            loading={busy('consent_withdrawn')}
            onYes={() => say('withdrawn')}
          >
            {t('liveCall.withdraws')}
          </AskFirst>
        )}
      </Acts>
      <Failed of={ask} />
    </div>
  );
}
