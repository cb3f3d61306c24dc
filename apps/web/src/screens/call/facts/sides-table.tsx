import type { CallMeasures, Side, SideMeasures } from '#contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.js';
import { SpanLinks } from './span-links.js';

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
      <table className="sides">
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
  return (
    <>
      <span aria-hidden>{t('measures.notKnown')}</span>
      <span className="seen-by-readers-only">{t('measures.notKnownWhy')}</span>
    </>
  );
}

/** The shares as lengths; the table says the same in numbers. */
function ShareBar({ sides }: { sides: Record<Side, SideMeasures> }) {
  if (sides.agent.speechMs + sides.customer.speechMs === 0) return null;
  return (
    <div className="share-bar" aria-hidden>
      {SIDES.map((side) => (
        <i key={side} className={side} style={{ flexGrow: sides[side].speechMs }} />
      ))}
    </div>
  );
}
