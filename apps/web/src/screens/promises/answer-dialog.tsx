import type { CommitmentAnswer, CommitmentAnswerName, CommitmentView } from '#contracts';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../../data/use-typed.js';
import { AwayNote } from '../../components/away-note.js';
import { Select } from '../../components/opened/select.js';
import { ActionDialog } from '../../components/action-dialog.js';
import { Failed } from '../../components/failure-note.js';
import { useCommitmentHistory } from '../../data/commitments.js';
import { TimeField } from '../../components/time-field.js';
import { useMe } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { wallTime } from '../../format/wall-time.rules.js';
import { fromWallClock, toWallClock } from '../../format/site-time.rules.js';

interface Props {
  commitment: CommitmentView;
  name: CommitmentAnswerName;
  send: (body: CommitmentAnswer) => Promise<unknown>;
  onClose: () => void;
}

const SHORTEST_NOTE = 2;
const HOUR_MS = 3_600_000;

/** Asks what an answer needs: why, until when, or who. What is missing is said where it is missing. */
export function AnswerDialog({ commitment, name, send, onClose }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useMe();
  const [note, setNote] = useTyped(`answer ${commitment.commitmentId} ${name}`, '');
  const [at, setAt] = useState(() =>
    toWallClock(Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + HOUR_MS, timeZone).replace('T', ' '),
  );
  const wall = wallTime(at);
  const [to, setTo] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [noteId, missingId] = [useId(), useId()];
  const dueAt = name === 'set_time' && wall !== null ? fromWallClock(wall, timeZone) : null;
  const missing = whatIsMissing(name, { note, dueAt, to });
  const { revision, candidateCallId } = commitment;
  const ready = () => {
    setTried(true);
    return missing === null;
  };
  const answer = () =>
    send({
      answer: name,
      revision,
      ...(note.trim() && { note: note.trim() }),
      ...(dueAt && { dueAt }),
      ...(name === 'hand_over' && to && { toPersonId: to }),
      ...(name === 'kept' && candidateCallId && { evidenceCallId: candidateCallId }),
    });
  return (
    <ActionDialog
      title={t(`promises.ask.${name as 'kept'}`)}
      okText={t(`promises.answer.${name}`)}
      ready={ready}
      send={answer}
      onClose={onClose}
    >
      <div className="promise-ask">
        {name === 'hand_over' && <Colleagues commitment={commitment} to={to} onChoose={setTo} />}
        {name === 'set_time' && <WhenToKeep at={at} onChange={setAt} />}
        {name === 'question' && <p className="promise-ask-hint">{t('promises.questionHint')}</p>}
        <label htmlFor={noteId}>{t(name === 'hand_over' ? 'promises.noteFree' : 'promises.note')}</label>
        <Input.TextArea
          id={noteId}
          value={note}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          aria-describedby={missingId}
          onChange={({ target }) => setNote(target.value)}
        />
        <small
          id={missingId}
          role={tried && missing ? 'alert' : undefined}
          className={tried && missing ? 'missing' : ''}
        >
          {tried && missing ? t(`promises.${missing}`) : t('promises.noteHint')}
        </small>
      </div>
    </ActionDialog>
  );
}

function WhenToKeep({ at, onChange }: { at: string; onChange: (at: string) => void }) {
  const { t } = useTranslation();
  const { timeZone } = useMe();
  const timeId = useId();
  return (
    <>
      <label htmlFor={timeId}>{t('promises.time', { zone: timeZone })}</label>
      <TimeField id={timeId} exactness="minute" value={at} wrong={wallTime(at) === null} onChange={onChange} />
    </>
  );
}

function Colleagues({
  commitment,
  to,
  onChoose,
}: {
  commitment: CommitmentView;
  to: string | null;
  onChoose: (id: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const history = useCommitmentHistory(commitment.commitmentId, commitment.revision, true);
  const whoId = useId();
  if (history.isError) return <Failed of={history} />;
  return (
    <>
      <label htmlFor={whoId}>{t('promises.colleague')}</label>
      <Select
        id={whoId}
        value={to}
        showSearch={{ optionFilterProp: 'label' }}
        loading={history.isPending}
        notFoundContent={t('promises.noColleague')}
        options={(history.data?.colleagues ?? []).map(({ personId, name }) => ({
          value: personId,
          label: format.text(name),
        }))}
        onChange={onChoose}
      />
      <AwayNote personId={to} />
    </>
  );
}

function whatIsMissing(
  name: CommitmentAnswerName,
  { note, dueAt, to }: { note: string; dueAt: string | null; to: string | null },
): 'noteMissing' | 'timeMissing' | 'colleagueMissing' | null {
  if (name === 'hand_over') return to === null ? 'colleagueMissing' : null;
  if (name === 'set_time' && (dueAt === null || Date.parse(dueAt) <= Date.now())) return 'timeMissing';
  return note.trim().length < SHORTEST_NOTE ? 'noteMissing' : null;
}
