import type { CallMeasures, Side, SideMeasures, Span } from '#contracts';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';

const SIDES: readonly Side[] = ['agent', 'customer'];

/** What was measured of each side, beside each other. */
export function SidesTable({
  sides,
  talkOver,
}: Pick<CallMeasures, 'talkOver'> & { sides: Record<Side, SideMeasures> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = ({ talkShare }: SideMeasures) =>
    talkShare === null ? <NotKnown /> : t('measures.shareValue', { percent: format.percent(talkShare) });
  const rate = ({ rate: told }: SideMeasures) => (told ? format.number(told.perMinute) : <NotKnown />);
  const unit = (sides.agent.rate ?? sides.customer.rate)?.unit;
  const begun = (side: Side) => talkOver?.spans.filter((span) => span.startedBy === side) ?? [];
  return (
    <>
      <ShareBar sides={sides} />
      <table className="sides label full">
        <thead>
          <tr>
            <th scope="col">
              <span className="seen-by-readers-only">{t('measures.side')}</span>
            </th>
            {SIDES.map((side) => (
              <th key={side} scope="col" className={side}>
                {t(`measures.${side}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Line title={t('measures.share')}>{(side) => share(sides[side])}</Line>
          <Line title={unit ? t(`measures.rateIn.${unit}`) : t('measures.rate')}>{(side) => rate(sides[side])}</Line>
          <Line title={t('measures.interruptions')}>{(side) => <Times spans={sides[side].interruptions} />}</Line>
          <Line title={t('measures.talkOver')}>{(side) => <Times spans={begun(side)} />}</Line>
        </tbody>
      </table>
    </>
  );
}

function Line({ title, children }: { title: string; children: (side: Side) => ReactNode }) {
  return (
    <tr>
      <th scope="row">{title}</th>
      {SIDES.map((side) => (
        <td key={side}>{children(side)}</td>
      ))}
    </tr>
  );
}

function Times({ spans }: { spans: SideMeasures['interruptions'] }) {
  const { t } = useTranslation();
  return (
    <>
      <span>{t('measures.times', { n: spans.length })}</span> <SpanLinks spans={spans} />
    </>
  );
}

function NotKnown() {
  const { t } = useTranslation();
  const { recording } = useCallPage();
  const why = recording?.transcriptVersion == null ? 'notReadYet' : 'notKnownWhy';
  return (
    <>
      <span aria-hidden>{t('measures.notKnown')}</span>
      <span className="seen-by-readers-only">{t(`measures.${why}`)}</span>
    </>
  );
}

/** The shares as lengths; the table says the same in numbers. */
function ShareBar({ sides }: { sides: Record<Side, SideMeasures> }) {
  if (sides.agent.speechMs + sides.customer.speechMs === 0) return null;
  return (
    <div className="share-bar flex gap-1" aria-hidden>
      {SIDES.map((side) => (
        <i key={side} className={side} style={{ flexGrow: sides[side].speechMs }} />
      ))}
    </div>
  );
}

const FIRST = 4;

/** The seconds at which something is, each a way to hear it. */
export function SpanLinks({ spans }: { spans: readonly Span[] }) {
  const { t } = useTranslation();
  const { clock, measured } = useFormat();
  const { player } = useCallPage();
  const [all, setAll] = useState(false);
  const shown = all ? spans : spans.slice(0, FIRST);
  return (
    <span className="span-links">
      {shown.map(({ fromMs, toMs }) => (
        <button
          key={fromMs}
          type="button"
          className="plain link"
          aria-label={t('measures.at', { at: clock(fromMs), seconds: measured((toMs - fromMs) / 1000) })}
          onClick={() => player?.seek(fromMs)}
        >
          {clock(fromMs)}
        </button>
      ))}
      {shown.length < spans.length && (
        <button type="button" className="plain link facts-quiet" onClick={() => setAll(true)}>
          {t('measures.more', { n: spans.length })}
        </button>
      )}
    </span>
  );
}
