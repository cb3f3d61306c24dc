import type { CommitmentView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

/** Who asks whether it is a promise, and why, while a supervisor has not decided. */
export function PromiseQuestion({ commitment: { question } }: { commitment: CommitmentView }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!question) return null;
  return (
    <small className="promise-note">
      {t('promises.asked', { name: format.text(question.by.name), at: format.dateTime(question.at) })}
      {question.note && <q className="promise-reason">{question.note}</q>}
    </small>
  );
}
