import { type CallColumn, type CallRow, outcomeSchema, type ScoreSummary, type Tone } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Dash } from '../../components/data-table.js';
import { OutcomeGlyph } from '../../components/marks.js';
import { useFormat } from '../../format/use-format.js';

/** Outcomes, the first item to look at, or the points; a dash before there is a score, and why there is none while it is withheld. */
export function ScoreCell({ column, call: { score, scoreWithheld } }: { column: CallColumn; call: CallRow }) {
  const { t } = useTranslation();
  if (scoreWithheld) {
    return (
      <div role="cell" className={`col-${column}`} title={t('calls.blindHint')}>
        {column === 'worst' ? <small>{t('calls.blind')}</small> : <Dash />}
      </div>
    );
  }
  if (!score) {
    return (
      <div role="cell" className={`col-${column}`}>
        {column !== 'worst' && <Dash />}
      </div>
    );
  }
  if (column === 'outcomes') return <Outcomes score={score} />;
  return column === 'worst' ? <Worst worst={score.worst} /> : <Points score={score} />;
}

function Outcomes({ score }: { score: ScoreSummary }) {
  return (
    <div role="cell" className="col-outcomes">
      <OutcomeCounts score={score} />
    </div>
  );
}

/** How many items came out how, also outside a table. What is only told is not among what accuses, and shown where nothing does. */
export function OutcomeCounts({ score: { counts, told } }: { score: ScoreSummary }) {
  const { t } = useTranslation();
  const tones: [Tone, number][] = outcomeSchema.options.map((outcome) => [
    outcome === 'not_met' && told > 0 && told === counts.not_met ? 'told' : outcome,
    outcome === 'not_met' && told < counts.not_met ? counts.not_met - told : counts[outcome],
  ]);
  return tones.map(([tone, count]) => (
    <span key={tone} className={`count line gap-1 soft ${count === 0 ? 'zero' : tone}`} title={t(`outcome.${tone}`)}>
      <OutcomeGlyph outcome={tone} size={14} />
      <span className="seen-by-readers-only">{t(`outcome.${tone}`)}</span>
      {count}
    </span>
  ));
}

function Worst({ worst }: { worst: ScoreSummary['worst'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!worst) {
    return (
      <div role="cell" className="col-worst">
        <small>{t('calls.allMet')}</small>
      </div>
    );
  }
  return (
    <div role="cell" className="col-worst">
      <OutcomeGlyph outcome={worst.outcome} size={14} />
      <span className={`cut ${worst.outcome}`} title={format.text(worst.title)}>
        {format.text(worst.title)}
      </span>
      {worst.atMs !== null && <small>{format.clock(worst.atMs)}</small>}
    </div>
  );
}

function Points({ score }: { score: ScoreSummary }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (score.points === null || score.maxPoints === null) {
    return (
      <div role="cell" className="col-points">
        <Dash />
        <small>{t('calls.noTotal')}</small>
      </div>
    );
  }
  return (
    <div role="cell" className="col-points">
      <b>{number(score.points)}</b>
      <small>{t('calls.ofPoints', { max: number(score.maxPoints) })}</small>
    </div>
  );
}
