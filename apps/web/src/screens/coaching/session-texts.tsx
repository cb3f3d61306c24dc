import { coachingTextsSchema, type CoachingView } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../../data/use-typed.js';
import { FormPart } from '../../components/dialogs.js';
import { Failed } from '../../components/failure-note.js';
import { useSay } from '../../components/opened/say.js';
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
  const { heldOn, sharedText, privateNotes } = session;
  const before = { sharedText: sharedText ?? '', privateNotes: privateNotes ?? '', heldOn: heldOn ?? '' };
  const [texts, setTexts] = useTyped('session texts', before);
  const send = () =>
    save.mutate(
      {
        heldOn: texts.heldOn || null,
        sharedText: texts.sharedText || null,
        privateNotes: texts.privateNotes || null,
      },
      { onSuccess: () => say(({ message }) => void message.success(t('coachingPage.texts.saved'))) },
    );
  return (
    <div className="grid gap-3 measure">
      <FormPart
        body={coachingTextsSchema}
        value={texts}
        onChange={(part) => setTexts({ ...texts, ...part })}
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
      <div>
        <Button onClick={send} disabled={JSON.stringify(texts) === JSON.stringify(before)} loading={save.isPending}>
          {t('coachingPage.texts.save')}
        </Button>
        <Failed of={{ error: save.error }} />
      </div>
    </div>
  );
}
