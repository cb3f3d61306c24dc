import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MessageOutlined } from '@ant-design/icons';
import { part } from '../../../components/opened/part.js';
import { useMay } from '../../../data/session.js';
import { useFormat } from '../../../format/use-format.js';
import { useRoom } from '../../../components/use-media.js';
import { useCallPage } from '../call-page.js';
import { isUnrecorded } from '../rules/chosen-leg.rules.js';
import { percentOf, rulerMarks } from '../rules/axis.rules.js';
import { Controls } from './controls.js';
import { EvidenceLane, useWidth, voicesOf } from './evidence-lane.js';
import { PlayerSummary } from './player-summary.js';
import { usePauseWords } from '../facts/use-pause-words.js';
import { SeekSlider } from './seek-slider.js';
import { WaveLanes } from './wave-lanes.js';
import { useLegComments } from '../comments/use-leg-comments.js';
import { useLegName } from '../legs/use-leg-words.js';
import './player.css';
import '../comments/comments.css';

const KEY = 'shouwen.captions';

/** Whether captions are shown: a person's own choice, on this machine. */
function useCaptions(): [boolean, () => void] {
  const [on, setOn] = useState(() => localStorage.getItem(KEY) === 'on');
  const toggle = () => {
    localStorage.setItem(KEY, on ? 'off' : 'on');
    setOn(!on);
  };
  return [on, toggle];
}

const Captions = part(() => import('./captions.js'));

/** Evidence, voices and line on one axis of seconds, and the controls below. */
export function PlayerPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const { recording, call, durationMs, unheard } = useCallPage();
  const axis = useAxis();
  const phone = useRoom() === 'phone';
  const [captions, toggleCaptions] = useCaptions();
  const mayAskWhy = useMay('completeness.read') && call.connection === 'answered';
  if (!recording) {
    const none =
      unheard || call.invented || ['not_recorded', 'needs_attention', 'given_up', 'destroyed'].includes(call.stage);
    return (
      <p className="player player-none dense soft">
        {t(`player.nothingToDraw.${isUnrecorded(call) ? 'unrecorded' : none ? 'none' : 'pending'}`)}{' '}
        {mayAskWhy && isUnrecorded(call) && <Link to="/completeness">{t('player.nothingToDraw.why')}</Link>}
      </p>
    );
  }
  return (
    <section
      className={`player ${phone ? 'player-mini' : ''}`}
      role="group"
      aria-label={t('player.name', { duration: format.duration(durationMs) })}
    >
      <PlayerSummary />
      <div className="flex">
        {!phone && <LaneNames />}
        <div className="axis spring shrinks relative" ref={axis}>
          <EvidenceLane />
          <WaveLanes combined={phone} />
          {!phone && <LineLane />}
          {!phone && <Ruler />}
          {call.may.listen && <span className="playhead" aria-hidden />}
          <SeekSlider />
          <CommentLane />
        </div>
      </div>
      {captions && <Captions />}
      <Controls mini={phone} captions={captions} onCaptions={toggleCaptions} />
    </section>
  );
}

/** Moves the playhead by a CSS variable, sixty times a second, without drawing anything again. */
function useAxis() {
  const { player, durationMs } = useCallPage();
  const axis = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!player) return;
    const move = () => axis.current?.style.setProperty('--at', percentOf(player.ms, durationMs));
    move();
    return player.onTick(move);
  }, [player, durationMs]);
  return axis;
}

function Ruler() {
  const { clock } = useFormat();
  const { durationMs } = useCallPage();
  const ruler = useRef<HTMLDivElement>(null);
  const width = useWidth(ruler);
  return (
    <div className="ruler faint relative" ref={ruler} aria-hidden>
      {width > 0 &&
        rulerMarks(durationMs, width).map((at) => (
          <span key={at} style={{ left: percentOf(at, durationMs) }}>
            {clock(at)}
          </span>
        ))}
    </div>
  );
}

/** A button on the axis for every comment: it leads to its second. */
function CommentLane() {
  const { t } = useTranslation();
  const format = useFormat();
  const { call, player, durationMs } = useCallPage();
  const comments = useLegComments().filter(({ text }) => text !== null);
  return comments.map(({ commentId, atMs, by, text }) => {
    const name = t('comment.at', { by: format.text(by), at: format.clock(atMs), text: text ?? '' });
    return (
      <button
        key={commentId}
        type="button"
        className="plain comment-mark"
        style={{ left: percentOf(atMs, durationMs) }}
        aria-label={name}
        title={name}
        onClick={() => (call.may.listen ? player?.playFrom(atMs) : player?.seek(atMs))}
      >
        <MessageOutlined />
      </button>
    );
  });
}

function LaneNames() {
  const { t } = useTranslation();
  const nameOfLeg = useLegName();
  const { call, leg, recording } = useCallPage();
  const its = call.legs[leg];
  const agent = its ? nameOfLeg(its) : '';
  const names = {
    agent: t('player.agent', { name: agent }),
    customer: t('player.customer', { name: nameOf(call.customer) }).trim(),
    left: t('player.left'),
    right: t('player.right'),
    mono: t('player.mono'),
  };
  return (
    <div className="lane-names label rigid soft" aria-hidden>
      <span className="lane-evidence">{t('player.evidence')}</span>
      {voicesOf(recording).map(({ voice }) => (
        // `mono` would set it in the type of codes.
        <span key={voice} className={`lane-voice ${voice === 'mono' ? '' : voice}`}>
          {names[voice]}
        </span>
      ))}
      <span className="lane-line">{t('player.line')}</span>
    </div>
  );
}

/** The masked name without the masked number, where there are both. */
function nameOf(customer: string | null): string {
  return customer?.replace(/\s+[\d*+-]{5,}$/, '') ?? '';
}

/** The line itself: talking, holding, and who ended it. */
function LineLane() {
  const { t } = useTranslation();
  const format = useFormat();
  const { call, leg, recording, durationMs } = useCallPage();
  const pausedFor = usePauseWords();
  const facts = call.legs[leg];
  const holds = facts?.holdSpans ?? [];
  const passedOn = facts?.transferredTo && facts.hangupParty === null;
  const edges = [0, ...holds.flatMap((hold) => [hold.fromMs, hold.toMs]), durationMs];
  const held = (ms: number) => t('player.hold', { duration: format.duration(ms) });
  const place = (fromMs: number, toMs: number) => ({
    left: percentOf(fromMs, durationMs),
    width: percentOf(toMs - fromMs, durationMs),
  });
  return (
    <div className="line-lane" aria-hidden>
      {edges.slice(0, -1).map((from, index) => {
        const to = edges[index + 1] ?? durationMs;
        return index % 2 === 0 ? (
          <span key={from} style={place(from, to)} />
        ) : (
          <span key={from} className="held" style={place(from, to)} title={held(to - from)}>
            {held(to - from)}
          </span>
        );
      })}
      {recording?.pauses.map((pause) => (
        <span
          key={`pause-${pause.fromMs}`}
          className="paused"
          style={place(pause.fromMs, pause.toMs)}
          title={pausedFor(pause)}
        />
      ))}
      <em className="soft on-surface">
        {passedOn ? t('legs.passedOn') : t(`player.ended.${facts?.hangupParty ?? 'unknown'}`)}
      </em>
    </div>
  );
}
