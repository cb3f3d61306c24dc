import { outcomeSchema, type CoachingView, type Outcome, type SelfEvaluation } from '#contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { Select } from '../../components/opened/select.js';
import { useSubmitEvaluation } from '../../data/coaching.js';
import { useFormat } from '../../format/use-format.js';

interface Said {
  outcome?: Outcome | undefined;
  comment?: string;
}

/** The agent scores their own call by the checklist; its result comes afterwards. */
export function EvaluationForm({ session, one }: { session: CoachingView; one: SelfEvaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const submit = useSubmitEvaluation(session, one.evaluationId);
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const say = (itemId: string, part: Said) => setSaid({ ...said, [itemId]: { ...said[itemId], ...part } });
  const answers = Object.entries(said).flatMap(([itemId, { outcome, comment }]) =>
    outcome ? [{ itemId, outcome, ...(comment?.trim() && { comment: comment.trim() }) }] : [],
  );
  return (
    <form
      className="coaching-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate({ answers });
      }}
    >
      <p className="note">{t('coachingPage.evaluation.mine')}</p>
      <ul>
        {one.items.map(({ itemId, title }) => {
          const item = format.text(title);
          return (
            <li key={itemId}>
              <span>{item}</span>
              <Select
                size="small"
                allowClear
                aria-label={`${item}: ${t('coachingPage.evaluation.yours')}`}
                placeholder={t('coachingPage.evaluation.yours')}
                value={said[itemId]?.outcome ?? null}
                onChange={(outcome) => say(itemId, { outcome: outcome ?? undefined })}
                options={outcomeSchema.options.map((value) => ({ value, label: t(`outcome.${value}`) }))}
              />
              <Input
                size="small"
                maxLength={1000}
                aria-label={t('coachingPage.evaluation.commentOf', { item })}
                placeholder={t('coachingPage.evaluation.comment')}
                value={said[itemId]?.comment ?? ''}
                onChange={({ target }) => say(itemId, { comment: target.value })}
              />
            </li>
          );
        })}
      </ul>
      <Button type="primary" htmlType="submit" disabled={answers.length === 0} loading={submit.isPending}>
        {t('coachingPage.evaluation.send')}
      </Button>
      <Failed of={{ error: submit.error }} />
    </form>
  );
}
