import type { FloorRowOf } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OutcomeGlyph } from '../../components/marks.js';
import { useMay, useMe } from '../../data/session.js';
import { siteDay, useFormat } from '../../format/use-format.js';
import { placeOf } from '../disputes/place-of.rules.js';
import { AgentState } from './agent-state.js';
import { useState } from 'react';
import { Button } from 'antd';
import { Failed } from '../../components/failure-note.js';
import { useAskOfCall } from '../../data/live-calls.js';
import { RecordingState } from './recording-state.js';
import { Since } from './since.js';
import { ListenIn } from './listen-in.js';
import { LiveWords } from './live-words.js';

interface Props {
  agent: FloorRowOf<'agent'>;
  points: FloorRowOf<'points'> | undefined;
  range: [number, number];
  aheadMs: number;
}

/** An agent: what records tell of them now, their day, and what just went wrong. It keeps its place, whatever happens on it. */
export function AgentTile({ agent, points, range, aheadMs }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const mayListen = useMay('live_calls.listen');
  const format = useFormat();
  const { personId, name, staffNumber, state, since, call, capture, calls } = agent;
  const today = siteDay(me.timeZone);
  return (
    <li className={`tile dense grid gap-1 ruled-below tile-${state}`}>
      <header>
        <Link to={`/calls?agent=${personId}&from=${today}&to=${today}`}>{format.text(name)}</Link>
        <small>{staffNumber}</small>
      </header>
      <p className="tile-state flex at-base between gap-2">
        <AgentState state={state} />
        {since &&
          (state === 'ended' ? (
            <time dateTime={since}>{format.time(since)}</time>
          ) : (
            <Since {...{ at: since, aheadMs }} />
          ))}
      </p>
      <CaptureLine {...{ capture, aheadMs, name: format.text(name) }} />
      <p className="tile-call ruled label soft">
        {capture && !call && <span>{capture.customer ?? t('floor.customerUnknown')}</span>}
        {call && (
          <>
            <span>{call.customer ?? t('floor.customerUnknown')}</span>
            {call.queue && <span>{call.queue}</span>}
            {call.language && <span>{t(`calls.spoken.${call.language}`)}</span>}
          </>
        )}
      </p>
      {capture && <LiveWords key={`words ${capture.liveCallId}`} {...capture} name={format.text(name)} />}
      {mayListen && personId !== me.personId && (
        <ListenIn liveCallId={capture?.liveCallId ?? null} name={format.text(name)} />
      )}
      <p className="tile-day label flex wraps centred gap-3 soft">
        <span>
          {t('floor.calls')} <b className="dense inked">{format.number(calls)}</b>
        </span>
        {points && (
          <span>
            {t('floor.points')}{' '}
            {points.today ? (
              <>
                <b className="dense inked">{format.number(Math.round(points.today.percent))}</b>{' '}
                <small>{t('reports.nAlone', { n: format.number(points.today.n) })}</small>
              </>
            ) : (
              <small>{t('floor.tooFew')}</small>
            )}
          </span>
        )}
        {points && <PointsLine weeks={points.weeks} range={range} />}
      </p>
      {points?.latest && (
        <p className="tile-trouble label grid at-top gap-1">
          <OutcomeGlyph outcome="not_met" size={14} />
          <Link to={placeOf(points.latest)}>{format.text(points.latest.title)}</Link>
          <small>{format.time(points.latest.startedAt)}</small>
        </p>
      )}
    </li>
  );
}

const [WIDTH, HEIGHT, EDGE] = [72, 20, 3];

/** The lowest and highest that all lines of a screen are drawn between, so that one can be held beside another. */
export function rangeOf(points: readonly FloorRowOf<'points'>[]): [number, number] {
  const all = points.flatMap(({ weeks }) => weeks.flatMap((week) => week?.percent ?? []));
  return all.length === 0 ? [0, 100] : [Math.max(0, Math.min(...all) - 5), Math.min(100, Math.max(...all) + 5)];
}

/** The means of the last weeks; a week of too few calls is a gap. */
export function PointsLine({
  weeks,
  range: [low, high],
}: {
  weeks: FloorRowOf<'points'>['weeks'];
  range: [number, number];
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (weeks.every((week) => week === null)) return null;
  const x = (at: number) => EDGE + (at * (WIDTH - 2 * EDGE)) / Math.max(1, weeks.length - 1);
  const y = (percent: number) => HEIGHT - EDGE - ((percent - low) * (HEIGHT - 2 * EDGE)) / Math.max(1, high - low);
  const dots = weeks.flatMap((week, at) => (week ? [{ at, x: x(at), y: y(week.percent) }] : []));
  const said = weeks.map((week) => (week ? number(Math.round(week.percent)) : t('floor.noWeek'))).join(t('floor.and'));
  const last = dots.at(-1);
  return (
    <svg className="points-line" width={WIDTH} height={HEIGHT} role="img" aria-label={t('floor.weeks', { said })}>
      <title>{t('floor.weeks', { said })}</title>
      {dots.slice(1).map((to, at) => {
        const from = dots[at];
        return from && to.at === from.at + 1 && <line key={to.at} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />;
      })}
      {dots.map((dot) => (
        <circle key={dot.at} cx={dot.x} cy={dot.y} r={dot === last ? 2.5 : 1.5} />
      ))}
    </svg>
  );
}

interface CaptureProps {
  /** null: no call of theirs is captured; why the last act on one failed is still told. */
  capture: FloorRowOf<'agent'>['capture'];
  /** The agent's. */
  name: string;
  aheadMs: number;
}

/** How the recording of an agent's call stands, and a pause by the supervisor: what became of it, the floor shows by itself. */
function CaptureLine({ capture, name, aheadMs }: CaptureProps) {
  const { t } = useTranslation();
  const may = useMay('live_calls.control');
  const ask = useAskOfCall(capture?.liveCallId ?? '');
  const [askedOf, setAskedOf] = useState<string | null>(null);
  // Why an act failed is told until the next call comes.
  if (capture && askedOf !== null && askedOf !== capture.liveCallId) setAskedOf(null);
  const failed = askedOf !== null && <Failed of={ask} />;
  if (!capture) return failed;
  const { liveCallId, recording, since } = capture;
  const act = recording === 'recording' ? 'pause' : recording === 'paused' ? 'resume' : null;
  return (
    <div className="label flex wraps centred gap-2">
      <RecordingState recording={recording} /> <Since at={since} aheadMs={aheadMs} />
      {may && act && (
        <Button
          size="small"
          type="text"
          loading={ask.isPending}
          aria-label={t(`floor.${act}Name`, { name })}
          onClick={() => {
            setAskedOf(liveCallId);
            ask.mutate({ act });
          }}
        >
          {t(`floor.${act}`)}
        </Button>
      )}
      {failed}
    </div>
  );
}
