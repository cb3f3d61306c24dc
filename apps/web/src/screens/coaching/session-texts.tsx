import { coachingTextsSchema, type CoachingView } from '#contracts';
import { Button } from 'antd';
import { type RefObject, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypedDraft } from '../../data/use-typed.js';
import { FormPart } from '../../components/dialogs.js';
import { Failed } from '../../components/failure-note.js';
import { useSayDone } from '../../components/opened/say.js';
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
  const done = useSayDone();
  const save = useCoachingTexts(session.sessionId);
  const { texts, isSaved, isOvertaken, change, takeSaved } = useTypedDraft('texts', {
    heldOn: session.heldOn ?? '',
    sharedText: session.sharedText ?? '',
    privateNotes: session.privateNotes ?? '',
  });
  const send = () => {
    // As the server will have them: what is saved is no draft any more.
    const [sharedText, privateNotes] = [texts.sharedText.trim(), texts.privateNotes.trim()];
    change({ sharedText, privateNotes });
    const written = {
      heldOn: texts.heldOn || null,
      sharedText: sharedText || null,
      privateNotes: privateNotes || null,
    };
    return save.mutateAsync(written);
  };
  const saveUnsaved = useEffectEvent(async () => {
    if (!isSaved) await send();
  });
  useEffect(() => {
    unsaved.current = () => saveUnsaved();
    return () => void (unsaved.current = NOTHING_UNSAVED);
  }, [unsaved]);
  return (
    <div className="grid gap-3 measure">
      <FormPart
        body={coachingTextsSchema}
        value={texts}
        disabled={save.isPending}
        onChange={(part) => change(Object.fromEntries(Object.entries(part).map(([name, to]) => [name, to ?? ''])))}
        fields={[
          {
            of: 'sharedText',
            as: 'lines',
            rows: 4,
            label: t('coachingPage.texts.shared'),
            hint: t('coachingPage.texts.sharedHint'),
          },
          {
            of: 'privateNotes',
            as: 'lines',
            label: t('coachingPage.texts.private'),
            hint: t('coachingPage.texts.privateHint'),
          },
          { of: 'heldOn', label: t('coachingPage.heldOn') },
        ]}
      />
      {isOvertaken && (
        <p className="admin-hint" role="status">
          {t('coachingPage.texts.overtaken')}{' '}
          <Button size="small" onClick={takeSaved}>
            {t('coachingPage.texts.takeSaved')}
          </Button>
        </p>
      )}
      <div>
        <Button
          onClick={() =>
            void send().then(
              () => done(t('coachingPage.texts.saved')),
              () => undefined,
            )
          }
          disabled={isSaved}
          loading={save.isPending}
        >
          {t('coachingPage.texts.save')}
        </Button>
        <Failed of={{ error: save.error }} />
      </div>
    </div>
  );
}
