import type { CoachingView } from '#contracts';
import { Button, Input } from 'antd';
import { type RefObject, useEffect, useEffectEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypedDraft } from '../../data/use-typed.js';
import { Field } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useSay } from '../../components/opened/say.js';
import { TimeField } from '../../components/time-field.js';
import { useCoachingTexts } from '../../data/coaching.js';

interface Props {
  session: CoachingView;
  /** Saves what is written and not saved yet, so that sharing shares what the coach sees. Rejects where it cannot. */
  unsaved: RefObject<() => Promise<unknown>>;
}

/** What the coach writes: for the agent, and for themselves. Others read the first. */
export function SessionTexts({ session, unsaved }: Props) {
  const { t } = useTranslation();
  return (
    <section className="admin-section">
      <h2>{t('coachingPage.texts.title')}</h2>
      {session.may.includes('edit') ? (
        <Editor session={session} unsaved={unsaved} />
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

/** Where the coach cannot write, or is not there. */
export const NOTHING_UNSAVED = () => Promise.resolve();

function Editor({ session, unsaved }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const save = useCoachingTexts(session.sessionId);
  const [heldOn, setHeldOn] = useTypedDraft('held on', session.heldOn ?? '');
  const [sharedText, setShared] = useTypedDraft('shared text', session.sharedText ?? '');
  const [privateNotes, setPrivate] = useTypedDraft('private notes', session.privateNotes ?? '');
  const id = useId();
  const same =
    heldOn === (session.heldOn ?? '') &&
    sharedText === (session.sharedText ?? '') &&
    privateNotes === (session.privateNotes ?? '');
  const written = { heldOn: heldOn || null, sharedText: sharedText || null, privateNotes: privateNotes || null };
  const send = () =>
    save.mutate(written, {
      onSuccess: () => say(({ message }) => void message.success(t('coachingPage.texts.saved'))),
    });
  const saveUnsaved = useEffectEvent(async () => {
    if (!same) await save.mutateAsync(written);
  });
  useEffect(() => {
    unsaved.current = () => saveUnsaved();
    return () => void (unsaved.current = NOTHING_UNSAVED);
  }, [unsaved]);
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
