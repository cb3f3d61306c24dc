import type { BestCall, BestCallAct } from '#contracts';
import { CaretRightFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ByOnePerson } from '../../components/one-person.js';
import { Link } from 'react-router';
import { WhenRead } from '../../components/admin-page.js';
import { AskFirst } from '../../components/acts.js';
import { Failed } from '../../components/failure-note.js';
import { part } from '../../components/opened/part.js';
import { openBestCall, useBestCallActs, useBestCallWords } from '../../data/best-calls.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import type { ClipProps } from '../coaching/clip-sound.js';
import { SaidTurns } from '../coaching/said-turns.js';

const ClipSound = part<ClipProps>(() => import('../coaching/clip-sound.js'));

interface Props {
  one: BestCall;
  playing: boolean;
  onPlay: () => void;
  onWithdraw: () => void;
}

/** One best call: what can be learned, its sound and words, and what this person may do. */
export function BestCallEntry({ one, playing, onPlay, onWithdraw }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, note, item, code, agent, nominatedBy, publishedBy, publishedAt, ended, hindrance } = one;
  const said = [
    code,
    !ended && t('bestCalls.stretch', { from: format.clock(one.fromMs), to: format.clock(one.toMs) }),
    t(`bestCalls.scope.${one.scope}`),
    agent && t('bestCalls.agent', { who: format.text(agent.name) }),
    t('bestCalls.by', { who: format.text(nominatedBy) }),
    publishedBy &&
      publishedAt &&
      t('bestCalls.publishedBy', { who: format.text(publishedBy), at: format.dateTime(publishedAt) }),
  ].filter(Boolean);
  return (
    <div className="coaching-who">
      <b>{title ?? (item ? format.text(item.title) : code)}</b>{' '}
      {one.state !== 'published' && <b className="coaching-state shared">{t(`bestCalls.state.${one.state}`)}</b>}
      <small>{said.join(' · ')}</small> <ByOnePerson when={one.byOnePerson} />
      {note && <q className="coaching-said">{note}</q>}
      {ended && (
        <p>
          {t(`bestCalls.ended.${ended.why}`)} {ended.reason && t('bestCalls.reason', { reason: ended.reason })}
        </p>
      )}
      {hindrance && <p className="bad">{t(`bestCalls.hindrance.${hindrance}`)}</p>}
      {one.state === 'published' && !hindrance && <Sound one={one} playing={playing} onPlay={onPlay} />}
      <Acts one={one} onWithdraw={onWithdraw} />
    </div>
  );
}

function Sound({ one, playing, onPlay }: Omit<Props, 'onWithdraw'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const listens = useMay('audio.play');
  const [reads, setReads] = useState(false);
  const { bestCallId, fromMs, toMs, durationMs, language } = one;
  const words = useBestCallWords(bestCallId, reads);
  const open = useCallback(() => openBestCall(bestCallId), [bestCallId]);
  return (
    <>
      <div className="coaching-acts">
        {listens && !playing && (
          <Button size="small" icon={<CaretRightFilled />} onClick={onPlay}>
            {t('bestCalls.play', { from: format.clock(fromMs), to: format.clock(toMs) })}
          </Button>
        )}
        {!reads && (
          <Button size="small" onClick={() => setReads(true)}>
            {t('bestCalls.words')}
          </Button>
        )}
      </div>
      {playing && durationMs !== null && (
        <ClipSound
          callId={bestCallId}
          recording={{ recordingId: bestCallId, durationMs }}
          fromMs={fromMs}
          toMs={toMs}
          own={false}
          open={open}
        />
      )}
      {reads && (
        <WhenRead of={words}>
          {({ turns }) => <SaidTurns turns={turns} language={language} none={t('bestCalls.noTurns')} />}
        </WhenRead>
      )}
    </>
  );
}

function Acts({ one, onWithdraw }: Pick<Props, 'one' | 'onWithdraw'>) {
  const { t } = useTranslation();
  const { agree, decline, publish } = useBestCallActs(one.bestCallId);
  const may = (act: BestCallAct) => one.may.includes(act);
  const { callId, fromMs } = one;
  if (one.may.length === 0 && !callId) return null;
  return (
    <div className="coaching-acts">
      {callId && <Link to={`/calls/${callId}?t=${Math.floor(fromMs / 1000)}`}>{t('bestCalls.openCall')}</Link>}
      {may('agree') && (
        <AskFirst type="primary" ask={t('bestCalls.agreeAsk')} loading={agree.isPending} onYes={() => agree.mutate()}>
          {t('bestCalls.agree')}
        </AskFirst>
      )}
      {may('decline') && (
        <AskFirst ask={t('bestCalls.declineAsk')} loading={decline.isPending} onYes={() => decline.mutate()}>
          {t('bestCalls.decline')}
        </AskFirst>
      )}
      {may('take_back') && (
        <AskFirst ask={t('bestCalls.takeBackAsk')} loading={decline.isPending} onYes={() => decline.mutate()}>
          {t('bestCalls.takeBack')}
        </AskFirst>
      )}
      {may('publish') && (
        <AskFirst
          type="primary"
          ask={t('bestCalls.publishAsk')}
          loading={publish.isPending}
          onYes={() => publish.mutate()}
        >
          {t('bestCalls.publish')}
        </AskFirst>
      )}
      {may('withdraw') && (
        <Button size="small" onClick={onWithdraw}>
          {t('bestCalls.withdraw.act')}
        </Button>
      )}
      <Failed of={{ error: agree.error ?? decline.error ?? publish.error }} />
    </div>
  );
}
