import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Acts, AskFirst } from '../../components/acts.js';
import { AgainFrom, useMayAgain } from '../../components/one-person.js';
import { Failed } from '../../components/failure-note.js';
import { checklistYaml, useDiscardDraft } from '../../data/checklists.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { useFailure } from '../../components/use-failure.js';
import { useChange } from '../../data/queries.js';
import { useSay } from '../../components/opened/say.js';
import { PublishActions } from './publish-actions.js';
import type { DraftEditing } from './use-draft-editing.js';

interface Props {
  editing: DraftEditing;
  /** What the draft is compared with. */
  published: number | null;
  /** The number that publishing gives it. */
  next: number;
  disabled: boolean;
}

/** What can be done with the draft as a whole, and who has to do it. */
export function EditorBar({ editing, published, next, disabled }: Props) {
  const { t } = useTranslation();
  const [, setParams] = useSearchParams();
  const { checklistId, revision, stage } = editing.view;
  const mayPublish = useMay('checklists.publish');
  const discard = useDiscardDraft(checklistId);
  // In a small house an author publishes, too, a day after asking.
  const again = useMayAgain(editing.view.asked?.at);
  const leave = () => setParams({});
  return (
    <div className="admin-section checklist-bar">
      <Acts>
        <b>{t(`checklists.stage.${editing.dirty ? 'draft' : stage}`)}</b>
        <SavedAt editing={editing} />
        {!disabled && (
          <>
            {(editing.view.isAuthor || editing.dirty) && !(editing.view.asked && !editing.dirty) && (
              <Button type="primary" loading={editing.busy} onClick={() => void editing.ask()}>
                {t('checklists.askToPublish')}
              </Button>
            )}
            <Button loading={editing.busy} onClick={() => void editing.validate()}>
              {t('checklists.validate')}
            </Button>
          </>
        )}
        {mayPublish && (!editing.view.isAuthor || again) && !editing.dirty && (
          <PublishActions editing={editing} published={published} next={next} onPublished={leave} />
        )}
        {!disabled && (
          <AskFirst
            size="middle"
            ask={t('checklists.discardAsk')}
            onYes={() => discard.mutate(revision, { onSuccess: leave })}
          >
            {t('checklists.discard')}
          </AskFirst>
        )}
        <ExportButton checklistId={checklistId} version={null} />
        <Failed of={discard} />
      </Acts>
      {!editing.dirty && <WhoPublishes editing={editing} />}
      {!editing.dirty && mayPublish && editing.view.isAuthor && editing.view.asked && (
        <AgainFrom first={editing.view.asked.at} />
      )}
    </div>
  );
}

/** Where the draft is on its way to a second person. */
function WhoPublishes({ editing: { view } }: { editing: DraftEditing }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { asked, sentBack, isAuthor, authors, publishers } = view;
  const named = (people: typeof authors) => people.map(format.text).join(t('checklists.and'));
  return (
    <p className="admin-hint">
      {sentBack &&
        !asked &&
        t('checklists.sentBackBy', {
          name: format.text(sentBack.by),
          at: format.dateTime(sentBack.at),
          reason: sentBack.reason,
        })}{' '}
      {asked && t('checklists.asked', { name: format.text(asked.by), at: format.dateTime(asked.at) })}{' '}
      {!asked && !isAuthor && t('checklists.notAskedYet', { names: named(authors) })}{' '}
      {isAuthor &&
        (publishers.length > 0
          ? t('checklists.askedWaits', { names: named(publishers) })
          : t('checklists.noPublisher'))}
    </p>
  );
}

/** Whether everything is on the server, and since when. */
function SavedAt({ editing: { dirty, saving, view } }: { editing: DraftEditing }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span role="status">
      {saving
        ? t('checklists.saving')
        : dirty
          ? t('checklists.unsaved')
          : t('checklists.savedAt', { at: format.time(view.updatedAt, true) })}
    </span>
  );
}

/** Gives text to the browser as a file. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

/** Takes a version, or the draft as it was last saved, away as YAML. */
export function ExportButton({ checklistId, version }: { checklistId: string; version: number | null }) {
  const { t } = useTranslation();
  const say = useSay();
  const read = useChange(() => checklistYaml(checklistId, version));
  const { sentence } = useFailure(read.error);
  const take = () =>
    read.mutate(undefined, {
      onSuccess: (yaml) => saveFile(`${checklistId}-${version === null ? 'draft' : `v${version}`}.yaml`, yaml),
      onError: () => say(({ message }) => void message.error(sentence)),
    });
  return (
    <Button loading={read.isPending} onClick={take}>
      {t('checklists.export')}
    </Button>
  );
}
