import type { CallFigures, Rate } from '#contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { useCallFigures } from '../../data/calls.js';
import { useFormat } from '../../format/use-format.js';
import { Why } from '../../components/why.js';

/** Today's numbers over the calls this account may see; a rate never without its n and interval. */
export function FiguresStrip() {
  const { t } = useTranslation();
  const figures = useCallFigures();
  if (figures.isError && !figures.data) {
    return <Failed of={figures} />;
  }
  return (
    <section className="figures flex wraps" aria-label={t('calls.figures.label')} aria-busy={figures.isPending}>
      <Figures figures={figures.data} />
      <Why of="today" name={t('calls.figures.label')} />
    </section>
  );
}

function Figures({ figures: f }: { figures: CallFigures | undefined }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const n = (value: number | undefined) => (value === undefined ? null : number(value));
  return (
    <>
      <Figure
        name={t('calls.figures.known')}
        value={n(f?.known)}
        note={f && t('calls.figures.knownNote', { count: f.recorded })}
      />
      <Figure name={t('calls.figures.processing')} value={n(f?.processing)} note={t('calls.figures.processingNote')} />
      <Figure
        name={t('calls.figures.attention')}
        value={n(f?.needsAttention)}
        note={f && t(f.needsAttention > 0 ? 'calls.figures.attentionSome' : 'calls.figures.attentionNone')}
        loud={(f?.needsAttention ?? 0) > 0}
      />
      <Figure
        name={t('calls.figures.notRecorded')}
        value={n(f?.notRecorded)}
        note={t('calls.figures.notRecordedNote')}
      />
      <Figure name={t('calls.figures.scored')} value={n(f?.scored)} note={t('calls.figures.scoredNote')} />
      <RingsFigure rate={f?.withinThreeRings} />
    </>
  );
}

function RingsFigure({ rate }: { rate: Rate | null | undefined }) {
  const { t } = useTranslation();
  const { percent, number } = useFormat();
  const name = t('calls.figures.rings');
  if (!rate) {
    const unknown = rate === null;
    return (
      <Figure
        name={name}
        value={unknown ? t('calls.figures.unknown') : null}
        note={unknown && t('calls.figures.ringsUnknown')}
        quiet
      />
    );
  }
  const note = t('calls.figures.ringsNote', {
    n: number(rate.n),
    of: number(rate.of),
    low: percent(rate.low, 1),
    high: percent(rate.high, 1),
  });
  return <Figure name={name} value={`${percent(rate.of === 0 ? 0 : rate.n / rate.of, 1)}%`} note={note} />;
}

interface FigureProps {
  name: string;
  value: string | null;
  note: ReactNode;
  loud?: boolean;
  quiet?: boolean;
}

function Figure({ name, value, note, loud = false, quiet = false }: FigureProps) {
  return (
    <div className={`figure ${loud ? 'loud' : ''} ${quiet ? 'quiet' : ''}`}>
      <span className="label block soft">{name}</span>
      <p>
        {value === null ? <i className="bone" /> : <b>{value}</b>}
        {value !== null && <small>{note}</small>}
      </p>
    </div>
  );
}
