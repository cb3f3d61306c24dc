import type { CoachingView } from '#contracts';
import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../../data/use-typed.js';
import { Field } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useSay } from '../../components/opened/say.js';
import { TimeField } from '../../components/time-field.js';
import { useCoachingTexts } from '../../data/coaching.js';

/** What the coach writes: for the agent, and for themselves. Others read the first. */
export function SessionTexts({ session }: { session: CoachingView }) {
  const { t } = useTranslation();
  return (
    <section className="admin-section">
      <h2>{t('coachingPage.texts.title')}</h2>
      {session.may.includes('edit') ? (
        <Editor session={session} />
      ) : (
        <>
          {session.sharedText ? (
            <q className="coaching-said">{session.sharedText}</q>
          ) : (
            <p className="note">{t('coachingPage.texts.none')}</p>
          )}
          {session.privateNotes && (
            <p className="note">
              {t('coachingPage.texts.private')}: {session.privateNotes}
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Editor({ session }: { session: CoachingView }) {
  const { t } = useTranslation();
  const say = useSay();
  const save = useCoachingTexts(session.sessionId);
  const [heldOn, setHeldOn] = useTyped('held on', session.heldOn ?? '');
  const [sharedText, setShared] = useTyped('shared text', session.sharedText ?? '');
  const [privateNotes, setPrivate] = useTyped('private notes', session.privateNotes ?? '');
  const id = useId();
  const same =
    heldOn === (session.heldOn ?? '') &&
    sharedText === (session.sharedText ?? '') &&
    privateNotes === (session.privateNotes ?? '');
  const send = () =>
    save.mutate(
      { heldOn: heldOn || null, sharedText: sharedText || null, privateNotes: privateNotes || null },
      { onSuccess: () => say(({ message }) => void message.success(t('coachingPage.texts.saved'))) },
    );
  return (
    <div className="grid gap-3 measure">
      <Field label={t('coachingPage.texts.shared')} htmlFor={`${id}-shared`} hint={t('coachingPage.texts.sharedHint')}>
        <Input.TextArea
          id={`${id}-shared`}
          rows={4}
          maxLength={4000}
          value={sharedText}
          onChange={({ target }) => setShared(target.value)}
        />
      </Field>
      <Field
        label={t('coachingPage.texts.private')}
        htmlFor={`${id}-private`}
        hint={t('coachingPage.texts.privateHint')}
      >
        <Input.TextArea
          id={`${id}-private`}
          rows={3}
          maxLength={4000}
          value={privateNotes}
          onChange={({ target }) => setPrivate(target.value)}
        />
      </Field>
      <Field label={t('coachingPage.heldOn')} htmlFor={`${id}-day`}>
        <TimeField id={`${id}-day`} exactness="day" value={heldOn} onChange={setHeldOn} />
      </Field>
      <div>
        <Button onClick={send} disabled={same} loading={save.isPending}>
          {t('coachingPage.texts.save')}
        </Button>
        <Failed of={{ error: save.error }} />
      </div>
    </div>
  );
}
