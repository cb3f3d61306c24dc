import {
  commitmentAnswerSchema,
  type CommitmentAnswer,
  type CommitmentAnswerName,
  type CommitmentView,
} from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AwayNote } from '../../components/away-note.js';
import { FormDialog } from '../../components/dialogs.js';
import { Failed } from '../../components/failure-note.js';
import { useCommitmentHistory } from '../../data/commitments.js';
import { useMe } from '../../data/session.js';
import { toWallClock } from '../../format/wall-time.rules.js';
import { useFormat } from '../../format/use-format.js';

interface Props {
  commitment: CommitmentView;
  name: CommitmentAnswerName;
  send: (body: CommitmentAnswer) => Promise<unknown>;
  onClose: () => void;
}

const HOUR_MS = 3_600_000;

/** Asks what an answer needs: why, until when, or who. What is missing is said where it is missing. */
export function AnswerDialog({ commitment, name, send, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { timeZone } = useMe();
  const { commitmentId, revision, candidateCallId } = commitment;
  const history = useCommitmentHistory(commitmentId, revision, name === 'hand_over');
  const [soon] = useState(() => toWallClock(Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + HOUR_MS, timeZone));
  const evidence = name === 'kept' && candidateCallId ? { evidenceCallId: candidateCallId } : {};
  return (
    <FormDialog
      title={t(`promises.ask.${name as 'kept'}`)}
      okText={t(`promises.answer.${name}`)}
      name={`answer ${commitmentId} ${name}`}
      body={commitmentAnswerSchema}
      start={{ dueAt: soon.replace('T', ' ') }}
      beside={{ answer: name, revision, ...evidence }}
      fields={({ toPersonId }) => [
        name === 'hand_over' && <Failed of={history} />,
        name === 'hand_over' &&
          !history.isError && {
            of: 'toPersonId',
            as: 'choice',
            label: t('promises.colleague'),
            missing: t('promises.colleagueMissing'),
            control: {
              showSearch: { optionFilterProp: 'label' },
              loading: history.isPending,
              notFoundContent: t('promises.noColleague'),
            },
            options: (history.data?.colleagues ?? []).map((one) => ({
              value: one.personId,
              label: format.text(one.name),
            })),
            below: <AwayNote personId={toPersonId || null} />,
          },
        name === 'set_time' && {
          of: 'dueAt',
          label: t('promises.time', { zone: format.zone() }),
          missing: t('promises.timeMissing'),
          holds: (at) => Date.parse(at) > Date.now(),
        },
        name === 'question' && <p className="admin-hint">{t('promises.questionHint')}</p>,
        {
          of: 'note',
          as: 'lines',
          rows: 2,
          label: t(name === 'hand_over' ? 'promises.noteFree' : 'promises.note'),
          hint: t('promises.noteHint'),
          missing: t('promises.noteMissing'),
        },
      ]}
      send={send}
      onClose={onClose}
    />
  );
}
