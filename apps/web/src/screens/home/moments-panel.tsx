import type { HomePeriod, Moment, Moments } from '#contracts';
import { CaretRightFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OutcomeGlyph } from '../../components/marks.js';
import { part } from '../../components/opened/part.js';
import { useMoments } from '../../data/home.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import type { MomentToAdd } from '../call/coaching/dialogs.js';
import { AddButton } from '../call/coaching/moment-buttons.js';
import { proposedStretch } from '../call/coaching/stretch.rules.js';
import { placeOf } from '../disputes/place-of.rules.js';
import type { MomentSoundProps } from './moment-sound.js';
import { Panel, Rows } from './panel.js';

const MomentSound = part<MomentSoundProps>(() => import('./moment-sound.js'));

/** The results that cost most, each playable where it is. Agents read their own of a week, with advice; others yesterday's of their teams. */
export function MomentsPanel({ own }: { own: boolean }) {
  const { t } = useTranslation();
  const period: HomePeriod = own ? 'week' : 'last_day';
  const format = useFormat();
  const moments = useMoments(period);
  const { data } = moments;
  const [playing, setPlaying] = useState<string | null>(null);
  const listens = useMay('audio.play');
  return (
    <Panel
      title={own ? t('home.moments.week') : t('home.moments.day', { day: data ? format.siteDay(data.from) : '' })}
      why="moments"
      of={moments}
      note={data && <Counted moments={data} />}
    >
      {({ items, scored }) => (
        <Rows
          rows={items}
          none={t(scored.counted > 0 ? 'home.moments.none' : 'home.moments.noCalls')}
          row={(one) => (
            <Row
              key={one.legId}
              moment={one}
              own={own}
              playing={playing === one.legId}
              onPlay={listens && one.recording && one.atMs !== null ? () => setPlaying(one.legId) : null}
            />
          )}
        />
      )}
    </Panel>
  );
}

/** The numbers open the calls that they count. */
function Counted({ moments: { from, to, scored, withNotMet } }: { moments: Moments }) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = ({ counted, exact }: Moments['scored']) => `${format.number(counted)}${exact ? '' : '+'}`;
  const days = `from=${from}&to=${to}`;
  return (
    <>
      <Link to={`/calls?${days}&stage=scored`}>{t('home.moments.scored', { n: said(scored) })}</Link>
      {' · '}
      <Link to={`/calls?${days}&result=any:not_met`}>{t('home.moments.withNotMet', { n: said(withNotMet) })}</Link>
    </>
  );
}

/** The moment as a coaching session takes it. */
function toAdd({ agent, callId, legId, checklistId, itemId, title, atMs, recording }: Moment): MomentToAdd {
  const durationMs = recording?.durationMs ?? null;
  const stretch =
    atMs !== null && durationMs !== null
      ? proposedStretch({ fromMs: atMs, toMs: atMs + 4000 }, atMs, durationMs)
      : { fromMs: null, toMs: null };
  return { agent, callId, legId, item: { checklistId, itemId, title }, ...stretch, durationMs };
}

interface RowProps {
  moment: Moment;
  own: boolean;
  playing: boolean;
  /** null where it cannot be played from here. */
  onPlay: (() => void) | null;
}

function Row({ moment, own, playing, onPlay }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, agent, startedAt, customer, critical, cost, advice, reviewed, source, atMs } = moment;
  return (
    <li className="home-moment grid at-top gap-2">
      <OutcomeGlyph outcome="not_met" size={16} />
      <div>
        <p>
          <Link to={placeOf(moment)}>{format.text(title)}</Link>{' '}
          <small>
            {critical && <b>{t('home.moments.critical')}</b>}
            {critical && cost !== null && ' · '}
            {cost !== null && t('home.moments.cost', { count: cost })}
          </small>
        </p>
        <small className="ruled wraps">
          {!own && <span>{format.text(agent.name)}</span>}
          <span>{format.dateTime(startedAt)}</span>
          {customer && <span>{customer}</span>}
          {moment.invented && <span>{t('calls.invented')}</span>}
          <span>{t(reviewed || source === 'human' ? 'home.moments.reviewed' : 'home.moments.automatic')}</span>
        </small>
        {own && advice && <p className="home-advice soft above-1">{format.text(advice)}</p>}
        {playing && <MomentSound moment={moment} own={own} />}
      </div>
      <div className="flex wraps to-end gap-1">
        {onPlay && !playing && atMs !== null && (
          <Button size="small" icon={<CaretRightFilled />} onClick={onPlay}>
            {t('card.play', { at: format.clock(atMs) })}
          </Button>
        )}
        {!own && <AddButton agentId={agent.personId} momentNow={() => toAdd(moment)} />}
      </div>
    </li>
  );
}
