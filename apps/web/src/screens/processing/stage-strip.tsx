import { LISTED_STAGES, type ProcessingBoard } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { Why } from '../../components/why.js';

/** How many calls are at each stage, in the order of the journey. */
export function StageStrip({ stages }: { stages: ProcessingBoard['stages'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const countOf = (stage: string) => stages.find((row) => row.stage === stage)?.calls ?? 0;
  return (
    <section className="board-part">
      <h2>
        {t('processing.stagesTitle')} <Why of="stages" name={t('processing.stagesTitle')} />
      </h2>
      <dl className="stage-strip">
        {LISTED_STAGES.map((stage) => (
          <div key={stage} className={countOf(stage) === 0 ? 'quiet' : ''}>
            <dt>{t(`stage.${stage}`)}</dt>
            <dd>{format.number(countOf(stage))}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
