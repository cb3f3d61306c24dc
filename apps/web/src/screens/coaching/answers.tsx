import type { CoachingView } from '#contracts';
import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../../data/use-typed.js';
import { Field } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useAnswerCoaching } from '../../data/coaching.js';
import { useFormat } from '../../format/use-format.js';

/** What the agent says to it, kept as it was said. */
export function Answers({ session }: { session: CoachingView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="admin-section">
      <h2>{t('coachingPage.answers.title')}</h2>
      {session.answers.length === 0 && <p className="note">{t('coachingPage.answers.none')}</p>}
      {session.answers.map(({ text, at }) => (
        <div key={at}>
          <small>{format.dateTime(at)}</small>
          {text ? <q className="coaching-said">{text}</q> : <p className="note">{t('coachingPage.answers.gone')}</p>}
        </div>
      ))}
      {session.may.includes('answer') && <Own sessionId={session.sessionId} />}
    </section>
  );
}

function Own({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const answer = useAnswerCoaching(sessionId);
  const [said, setSaid] = useTyped('answer', '');
  const id = useId();
  return (
    <div className="coaching-texts">
      <Field label={t('coachingPage.answers.own')} htmlFor={id} hint={t('coachingPage.answers.hint')}>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={4000}
          value={said}
          onChange={({ target }) => setSaid(target.value)}
        />
      </Field>
      <div>
        <Button
          disabled={said.trim() === ''}
          loading={answer.isPending}
          onClick={() => answer.mutate(said.trim(), { onSuccess: () => setSaid('') })}
        >
          {t('coachingPage.answers.send')}
        </Button>
        <Failed of={{ error: answer.error }} />
      </div>
    </div>
  );
}
