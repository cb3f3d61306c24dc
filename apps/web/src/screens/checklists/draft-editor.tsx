import type { ChecklistDraftView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { stringify } from 'yaml';
import { useSay } from '../../components/opened/say.js';
import { AskFirst } from '../../components/ask-first.js';
import { Failed, FailureNote } from '../../components/failure-note.js';
import { ReasonDialog } from '../../components/reason-dialog.js';
import { useRoom } from '../../components/use-media.js';
import { useDiscardDraft, usePublishDraft } from '../../data/checklists.js';
import { useMay } from '../../data/session.js';
import { BackTestPanel } from './back-test-panel.js';
import { BenchPanel } from './bench-panel.js';
import { ComparePart } from './compare-part.js';
import { setItem, setSection, WHOLE, type Chosen } from './draft-edits.rules.js';
import { ExportButton, saveFile } from './export-button.js';
import { Findings } from './findings.js';
import { ItemForm } from './item-form.js';
import { Outline } from './outline.js';
import { LEAST_REASON } from './least-reason.js';
import { useDraftEditing, type DraftEditing } from './use-draft-editing.js';
import { SectionForm, WholeForm } from './whole-form.js';

interface Props {
  view: ChecklistDraftView;
  /** What to compare with. */
  published: number | null;
  /** The number that publishing gives it. */
  next: number;
  onLoadTheirs: () => Promise<{ data?: ChecklistDraftView }>;
}

/** The open draft: sections and items left, the chosen part in the middle, the test bench right. */
export function DraftEditor({ view, published, next, onLoadTheirs }: Props) {
  const { t } = useTranslation();
  const mayEdit = useMay('checklists.edit');
  const room = useRoom();
  const editing = useDraftEditing(view);
  const [chosen, setChosen] = useState<Chosen>(WHOLE);
  const disabled = !mayEdit || room === 'phone';
  const { definition } = editing;
  return (
    <>
      <EditorBar editing={editing} next={next} disabled={disabled} />
      {!mayEdit && <p className="note">{t('checklists.readOnly')}</p>}
      {mayEdit && room === 'phone' && <p className="note">{t('checklists.largerScreen')}</p>}
      {editing.error ? <SaveRefused editing={editing} onLoadTheirs={onLoadTheirs} /> : null}
      <div className="checklist-editor">
        <Outline
          draft={definition}
          findings={editing.view.findings}
          chosen={chosen}
          disabled={disabled}
          onChoose={setChosen}
          onChange={(draft, at) => {
            editing.change(draft);
            setChosen(at);
          }}
        />
        <Part editing={editing} chosen={chosen} disabled={disabled} />
        <BenchPanel checklistId={view.checklistId} definition={definition} />
      </div>
      <section className="admin-section">
        <h2>{t('checklists.findings')}</h2>
        {editing.dirty && <p className="admin-hint">{t('checklists.findingsOld')}</p>}
        <Findings findings={editing.view.findings} onChoose={setChosen} />
      </section>
      {published !== null && (
        <ComparePart checklistId={view.checklistId} version={published} definition={definition} onChoose={setChosen} />
      )}
      <BackTestPanel checklistId={view.checklistId} version="draft" />
    </>
  );
}

function EditorBar({ editing, next, disabled }: { editing: DraftEditing; next: number; disabled: boolean }) {
  const { t } = useTranslation();
  const say = useSay();
  const [, setParams] = useSearchParams();
  const { checklistId, revision, stage } = editing.view;
  const mayPublish = useMay('checklists.publish');
  const discard = useDiscardDraft(checklistId);
  const publish = usePublishDraft(checklistId);
  const [asking, setAsking] = useState(false);
  const leave = () => setParams({});
  const askToPublish = () => void editing.validate().then((view) => setAsking(view?.stage === 'validated'));
  const send = async (reason: string) => {
    const { version } = await publish.mutateAsync({ revision, reason });
    say(({ message }) => void message.success(t('checklists.published', { version })));
    leave();
  };
  return (
    <div className="admin-section admin-actions checklist-bar">
      <b>{t(`checklists.stage.${editing.dirty ? 'draft' : stage}`)}</b>
      <span role="status">{editing.dirty ? t('checklists.unsaved') : t('checklists.saved')}</span>
      {!disabled && (
        <>
          <Button disabled={!editing.dirty} loading={editing.busy} onClick={editing.save}>
            {t('checklists.save')}
          </Button>
          <Button loading={editing.busy} onClick={() => void editing.validate()}>
            {t('checklists.validate')}
          </Button>
          {mayPublish && (
            <Button type="primary" loading={editing.busy} onClick={askToPublish}>
              {t('checklists.publish')}
            </Button>
          )}
          <AskFirst
            size="middle"
            ask={t('checklists.discardAsk')}
            onYes={() => discard.mutate(revision, { onSuccess: leave })}
          >
            {t('checklists.discard')}
          </AskFirst>
        </>
      )}
      <ExportButton checklistId={checklistId} version={null} />
      <Failed of={discard} />
      {asking && (
        <ReasonDialog
          title={t('checklists.publishTitle', { version: next })}
          intro={<p>{t('checklists.publishHint')}</p>}
          label={t('checklists.reason')}
          hint={t('checklists.reasonHint')}
          minLength={LEAST_REASON}
          okText={t('checklists.publish')}
          send={send}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

/** A save that was refused; when a colleague was first, both ways on are offered and nothing is lost. */
function SaveRefused({ editing, onLoadTheirs }: { editing: DraftEditing; onLoadTheirs: Props['onLoadTheirs'] }) {
  const { t } = useTranslation();
  const mine = () => saveFile(`${editing.definition.id}-mine.yaml`, stringify(editing.definition, { lineWidth: 120 }));
  const theirs = () => void onLoadTheirs().then(({ data }) => data && editing.restart(data));
  return (
    <div className="admin-section">
      <FailureNote error={editing.error} />
      {editing.overtaken && (
        <div className="admin-actions">
          <span>{t('checklists.conflict')}</span>
          <Button size="small" onClick={mine}>
            {t('checklists.exportMine')}
          </Button>
          <Button size="small" onClick={theirs}>
            {t('checklists.loadTheirs')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The form of what is chosen. A key of its own makes text fields start again with another part. */
function Part({ editing, chosen, disabled }: { editing: DraftEditing; chosen: Chosen; disabled: boolean }) {
  const { t } = useTranslation();
  const { definition, change, epoch } = editing;
  const { section, item } = chosen;
  const one = section === null ? undefined : definition.sections[section];
  const chosenItem = item === null ? undefined : one?.items[item];
  const key = `${epoch} ${section} ${item}`;
  return (
    <section className="checklist-part" aria-label={chosenItem?.id ?? one?.id ?? t('checklists.whole')}>
      {section !== null && item !== null && chosenItem ? (
        <ItemForm
          key={key}
          item={chosenItem}
          disabled={disabled}
          onChange={(part) => change(setItem(definition, section, item, part))}
        />
      ) : section !== null && one ? (
        <SectionForm
          key={key}
          section={one}
          disabled={disabled}
          onChange={(part) => change(setSection(definition, section, part))}
        />
      ) : (
        <WholeForm
          key={key}
          draft={definition}
          disabled={disabled}
          onChange={(part) => change({ ...definition, ...part })}
        />
      )}
    </section>
  );
}
