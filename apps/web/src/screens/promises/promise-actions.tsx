import type { CommitmentAnswerName, CommitmentView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { part } from '../../components/opened/part.js';
import { FailureNote } from '../../components/failure-note.js';
import { Menu } from '../../components/menu.js';
import { useAnswer } from '../../data/commitments.js';

const AnswerDialog = part(() => import('./answer-dialog.js'));

/** Those that the row shows; the others are below "More". */
const IN_ROW: readonly CommitmentAnswerName[] = ['accept', 'decline', 'kept', 'broken', 'reopen'];

/** Of a promise of which it is asked whether it is one, for those who settle that: it comes first. */
const SETTLING: readonly CommitmentAnswerName[] = ['strike', 'uphold'];

/** What this person may answer: nothing else is offered. */
export function PromiseActions({ commitment }: { commitment: CommitmentView }) {
  const { t } = useTranslation();
  const { commitmentId, may, revision, unclear } = commitment;
  const [asked, setAsked] = useState<CommitmentAnswerName | null>(null);
  const answer = useAnswer(commitmentId);
  const choose = (name: CommitmentAnswerName) => {
    answer.reset();
    if (name === 'accept' || name === 'withdraw' || name === 'withdraw_question')
      answer.mutate({ answer: name, revision });
    else setAsked(name);
  };
  const shown: readonly CommitmentAnswerName[] = may.includes('uphold')
    ? SETTLING
    : unclear
      ? ['set_time', ...IN_ROW]
      : IN_ROW;
  const inRow = shown.filter((name) => may.includes(name));
  const rest = may.filter((name) => !shown.includes(name));
  // For a question, neither answer is preselected.
  const first = may.includes('uphold') ? undefined : inRow[0];
  return (
    <>
      {inRow.map((name) => (
        <Button
          key={name}
          size="small"
          type={name === first ? 'primary' : 'default'}
          loading={answer.isPending && answer.variables.answer === name}
          onClick={() => choose(name)}
        >
          {t(`promises.answer.${name}`)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu
          items={rest.map((name) => ({ key: name, label: t(`promises.answer.${name}`), onClick: () => choose(name) }))}
        >
          <Button size="small">{t('promises.moreAnswers')}</Button>
        </Menu>
      )}
      {answer.isError && asked === null && <FailureNote error={answer.error} />}
      {asked && (
        <AnswerDialog commitment={commitment} name={asked} send={answer.mutateAsync} onClose={() => setAsked(null)} />
      )}
    </>
  );
}
