import type { FloorRowOf } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OutcomeGlyph } from '../../components/outcome-glyph.js';
import { useMay, useMe } from '../../data/session.js';
import { siteDay } from '../../format/site-day.js';
import { useFormat } from '../../format/use-format.js';
import { placeOf } from '../disputes/place-of.rules.js';
import { AgentState } from './agent-state.js';
import { CaptureLine } from './capture-line.js';
import { ListenIn } from './listen-in.js';
import { LiveWords } from './live-words.js';
import { PointsLine } from './points-line.js';
import { Since } from './since.js';

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
    <li className={`tile tile-${state}`}>
      <header>
        <Link to={`/calls?agent=${personId}&from=${today}&to=${today}`}>{format.text(name)}</Link>
        <small>{staffNumber}</small>
      </header>
      <p className="tile-state">
        <AgentState state={state} />
        {since &&
          (state === 'ended' ? (
            <time dateTime={since}>{format.time(since)}</time>
          ) : (
            <Since {...{ at: since, aheadMs }} />
          ))}
      </p>
      {capture && <CaptureLine {...{ capture, aheadMs, name: format.text(name) }} />}
      <p className="tile-call ruled">
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
      {capture && mayListen && personId !== me.personId && (
        <ListenIn key={`sound ${capture.liveCallId}`} liveCallId={capture.liveCallId} name={format.text(name)} />
      )}
      <p className="tile-day">
        <span>
          {t('floor.calls')} <b>{format.number(calls)}</b>
        </span>
        {points && (
          <span>
            {t('floor.points')}{' '}
            {points.today ? (
              <>
                <b>{format.number(Math.round(points.today.percent))}</b>{' '}
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
        <p className="tile-trouble">
          <OutcomeGlyph outcome="not_met" size={14} />
          <Link to={placeOf(points.latest)}>{format.text(points.latest.title)}</Link>
          <small>{format.time(points.latest.startedAt)}</small>
        </p>
      )}
    </li>
  );
}
