import type { ChecklistDraftView, DraftItem } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stringify } from 'yaml';
import { Acts, AskFirst } from '../../components/acts.js';
import { ViewTabs } from '../../components/tabs.js';
import { FailureNote } from '../../components/failure-note.js';
import { useRoom } from '../../components/use-media.js';
import { useMay } from '../../data/session.js';
import { BackTestPanel } from './back-test-panel.js';
import { BenchPanel } from './bench-panel.js';
import { ComparePart } from './compare-part.js';
import { followed, setItem, setSection, WHOLE, type Chosen } from './draft-edits.rules.js';
import { saveFile, EditorBar } from './editor-bar.js';
import { Findings } from './import-changes.js';
import { ItemForm } from './item-form.js';
import { ListsPart } from './lists-part.js';
import { Outline } from './outline.js';
import { Joined, Overtaken } from './overtaken.js';
import { Sentences } from './sentences/sentences.js';
import { FindingsOfPart } from './phrase-lines.js';
import { useDraftEditing, type DraftEditing } from './use-draft-editing.js';
import { SectionForm, WholeForm } from './whole-form.js';
import { YamlPart } from './yaml-part.js';

interface Props {
  view: ChecklistDraftView;
  /** What to compare with. */
  published: number | null;
  /** The number that publishing gives it. */
  next: number;
  onLoadTheirs: () => Promise<{ data?: ChecklistDraftView }>;
}

const TABS = ['form', 'lists', 'yaml'] as const;
type Tab = (typeof TABS)[number];

/** The open draft: as a form with the test bench beside it, its phrase lists, or YAML. All three edit the same content. */
export function DraftEditor({ view, published, next, onLoadTheirs }: Props) {
  const { t } = useTranslation();
  const mayEdit = useMay('checklists.edit');
  const room = useRoom();
  const editing = useDraftEditing(view);
  const [chosen, setChosen] = useState<Chosen>(WHOLE);
  const [tab, setTab] = useState<Tab>('form');
  const [readable, setReadable] = useState(true);
  const disabled = !mayEdit || room === 'phone';
  const { definition } = editing;
  const choose = (at: Chosen) => {
    setChosen(at);
    setTab('form');
  };
  return (
    <Sentences draft={definition}>
      <EditorBar editing={editing} published={published} next={next} disabled={disabled} />
      {!mayEdit && <p className="note">{t('checklists.readOnly')}</p>}
      {mayEdit && room === 'phone' && <p className="note">{t('checklists.largerScreen')}</p>}
      {editing.error ? (
        <div className="admin-section">
          <FailureNote error={editing.error} />
          {/* When a colleague was first, nothing is lost. */}
          {editing.overtaken && (
            <Overtaken
              {...{ editing, readable, onLoadTheirs }}
              onJoin={(theirs, { mine, draft }) => {
                setChosen(followed(mine, draft, chosen));
                editing.join(theirs, draft);
              }}
            />
          )}
        </div>
      ) : null}
      <Joined editing={editing} />
      <LeftBehind editing={editing} />
      <div className="admin-section checklist-tabs line gap-3">
        <ViewTabs
          name={t('checklists.tabs')}
          value={tab}
          // What cannot be read would be lost.
          disabled={!readable}
          views={TABS.map((value) => ({ value, label: t(`checklists.tab.${value}`) }))}
          onChange={setTab}
        />
        {!readable && <span className="admin-hint">{t('checklists.yamlFirst')}</span>}
      </div>
      {tab === 'form' && (
        <div className="checklist-editor grid ruled-below">
          <Outline
            draft={definition}
            findings={editing.view.findings}
            publishedItemIds={editing.view.publishedItemIds}
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
      )}
      {tab === 'lists' && (
        <FindingsOfPart value={editing.view.findings}>
          <ListsPart draft={definition} disabled={disabled} onChange={editing.change} />
        </FindingsOfPart>
      )}
      {tab === 'yaml' && (
        <YamlPart
          key={editing.epoch}
          definition={definition}
          disabled={disabled}
          onChange={editing.change}
          onReadable={setReadable}
        />
      )}
      <section className="admin-section">
        <h2>{t('checklists.findings')}</h2>
        {editing.dirty && <p className="admin-hint">{t('checklists.findingsOld')}</p>}
        <Findings findings={editing.view.findings} onChoose={choose} />
      </section>
      {published !== null && (
        <ComparePart checklistId={view.checklistId} version={published} definition={definition} onChoose={choose} />
      )}
      <BackTestPanel checklistId={view.checklistId} version="draft" />
    </Sentences>
  );
}

/** What was written here on an earlier save and never reached the server: it is offered, and thrown away only when told. */
function LeftBehind({ editing }: { editing: DraftEditing }) {
  const { t } = useTranslation();
  const { leftBehind } = editing;
  if (!leftBehind) return null;
  return (
    <div className="admin-section">
      <Acts>
        <span>{t('checklists.leftBehind')}</span>
        <Button
          size="small"
          onClick={() => saveFile(`${leftBehind.id}-mine.yaml`, stringify(leftBehind, { lineWidth: 120 }))}
        >
          {t('checklists.exportMine')}
        </Button>
        <AskFirst ask={t('checklists.leftBehindAsk')} onYes={editing.forgetLeftBehind}>
          {t('checklists.leftBehindForget')}
        </AskFirst>
      </Acts>
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
  const isSaved = chosenItem !== undefined && isAsSaved(editing.view, chosenItem);
  const found = editing.view.findings.filter((one) => one.section === section && one.item === item);
  return (
    <FindingsOfPart value={found}>
      <section className="checklist-part column gap-3" aria-label={chosenItem?.id ?? one?.id ?? t('checklists.whole')}>
        {section !== null && item !== null && chosenItem ? (
          <ItemForm
            key={key}
            draft={definition}
            item={chosenItem}
            worth={isSaved ? editing.view.worth.find(({ itemId }) => itemId === chosenItem.id) : undefined}
            saved={isSaved ? editing.view.definition : null}
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
    </FindingsOfPart>
  );
}

/** Whether an item was saved as it is judged here: of one that was changed since nothing is known yet. */
function isAsSaved({ definition }: ChecklistDraftView, item: DraftItem): boolean {
  const saved = definition.sections.flatMap(({ items }) => items).find(({ id }) => id === item.id);
  const judged = (one: DraftItem | undefined) => JSON.stringify([one?.check, one?.appliesWhen ?? []]);
  return judged(saved) === judged(item);
}
