import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../../components/use-media.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { type LegOnAxis, ticksOf, type Timeline, timelineOf, type TimeSpan } from './timeline.rules.js';
import { useLegName, useLegWords } from './use-leg-words.js';
import './legs.css';

/** Below this share of the axis a span has no room for its word, on a phone and elsewhere. */
const ROOM_FOR_WORD = { phone: 0.16, other: 0.06 };

/** Every leg that is seen on one axis of the wall clock. The one that is chosen is heard, read and judged below. */
export function LegTimeline() {
  const { t } = useTranslation();
  const { whole } = useCallPage();
  const axis = timelineOf(whole);
  return (
    <section className="leg-timeline" aria-label={t('legs.title')}>
      {axis && <Ruler axis={axis} />}
      <ol>
        {(axis?.legs ?? whole.legs.map((leg) => ({ leg, spans: [], passedOn: null }))).map((row, at) => (
          <Row key={row.leg.legId} row={row} at={at} axis={axis} />
        ))}
      </ol>
    </section>
  );
}

const share = (at: number, { from, to }: Timeline): number => (to > from ? (at - from) / (to - from) : 0);
const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;

function Ruler({ axis }: { axis: Timeline }) {
  const { time } = useFormat();
  const marks = ticksOf(axis, useRoom() === 'phone' ? 3 : 7);
  return (
    <div className="leg-ruler block relative" aria-hidden>
      {marks.map((at) => (
        <i className="faint nowrap" key={at} style={{ left: percent(share(at, axis)) }}>
          {share(at, axis) < 0.94 && time(at, true)}
        </i>
      ))}
    </div>
  );
}

function Row({ row, at, axis }: { row: LegOnAxis; at: number; axis: Timeline | null }) {
  const { t } = useTranslation();
  const nameOfLeg = useLegName();
  const wordsOf = useLegWords();
  const { leg: chosen, chooseLeg } = useCallPage();
  const { leg, spans, passedOn } = row;
  return (
    <li>
      <button
        type="button"
        className="leg-row hovers centred full relative"
        aria-pressed={chosen === at}
        onClick={() => chooseLeg(at)}
      >
        <span className="leg-name label nowrap" title={nameOfLeg(leg)}>
          <small className="faint">{leg.number}</small> {nameOfLeg(leg)}
          {leg.kind === 'consult' && <small className="faint"> {t('legs.kind.consult')}</small>}
        </span>
        <span className="leg-track" aria-hidden>
          {axis && spans.map((one) => <Stretch key={`${one.kind}${one.from}`} of={one} axis={axis} />)}
          {axis && passedOn?.row != null && passedOn.row > at && (
            <i
              className="leg-passed"
              style={{ left: percent(share(passedOn.at, axis)), '--rows': passedOn.row - at } as CSSProperties}
            />
          )}
        </span>
        <span className="leg-words ruled wraps label soft">
          {wordsOf(row).map((words) => (
            <span key={words}>{words}</span>
          ))}
        </span>
      </button>
    </li>
  );
}

function Stretch({ of: { kind, from, to }, axis }: { of: TimeSpan; axis: Timeline }) {
  const { t } = useTranslation();
  const { time } = useFormat();
  const room = useRoom() === 'phone' ? ROOM_FOR_WORD.phone : ROOM_FOR_WORD.other;
  const [left, width] = [share(from, axis), share(to, axis) - share(from, axis)];
  const word = t(`legs.span.${kind}`);
  return (
    <i
      className={`leg-span ${kind}`}
      style={{ left: percent(left), width: percent(width) }}
      title={t('legs.from', { word, from: time(from, true), to: time(to, true) })}
    >
      {width > room && word}
    </i>
  );
}
