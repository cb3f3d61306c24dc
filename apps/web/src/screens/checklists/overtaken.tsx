import type { ChecklistDraftDefinition, ChecklistDraftView } from '#contracts';
import { Button, Segmented } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stringify } from 'yaml';
import { Acts } from '../../components/acts.js';
import { useFormat } from '../../format/use-format.js';
import { DifferenceList } from './compare-part.js';
import { differences, type Difference } from './compare.rules.js';
import { saveFile } from './editor-bar.js';
import { mergeDrafts, type Conflict, type Keep, type Merged } from './merge-drafts.rules.js';
import type { DraftEditing } from './use-draft-editing.js';

interface Props {
  editing: DraftEditing;
  /** False while what is written as YAML cannot be read: it is not in the draft yet, and would be lost. */
  readable: boolean;
  onJoin: (theirs: ChecklistDraftView, merged: Merged) => void;
  onLoadTheirs: () => Promise<{ data?: ChecklistDraftView }>;
}

/**
 * A colleague saved first. What each changed elsewhere is put together by itself; where both changed the same, a person says what stays. What
 * waits for publication is never taken back without being asked.
 */
export function Overtaken({ editing, readable, onJoin, onLoadTheirs }: Props) {
  const { t } = useTranslation();
  const [theirs, setTheirs] = useState<ChecklistDraftView | null>(null);
  const [keep, setKeep] = useState<Record<string, Keep>>({});
  const { view, definition } = editing;
  const merged = theirs && mergeDrafts(view.definition, definition, theirs.definition, theirs.publishedItemIds, keep);
  const load = useEffectEvent(onLoadTheirs);
  /** With what is written by now: a person types on while the colleague's save is read. */
  const take = useEffectEvent((data: ChecklistDraftView | undefined) => {
    if (!data || data.revision === view.revision) return;
    const found = mergeDrafts(view.definition, definition, data.definition, data.publishedItemIds);
    if (found?.conflicts.length === 0 && !data.asked && readable) onJoin(data, found);
    else setTheirs(data);
  });
  useEffect(() => void load().then(({ data }) => take(data)), []);
  const mine = () => saveFile(`${definition.id}-mine.yaml`, stringify(definition, { lineWidth: 120 }));
  return (
    <>
      {theirs && merged && (
        <Ask
          {...{ merged, keep, theirs, readable }}
          base={view.definition}
          mine={definition}
          onKeep={(key, one) => setKeep({ ...keep, [key]: one })}
          onJoin={() => onJoin(theirs, merged)}
        />
      )}
      <Acts>
        <span>{t('checklists.conflict')}</span>
        <Button size="small" onClick={mine}>
          {t('checklists.exportMine')}
        </Button>
        <Button size="small" onClick={() => void onLoadTheirs().then(({ data }) => data && editing.restart(data))}>
          {t('checklists.loadTheirs')}
        </Button>
      </Acts>
    </>
  );
}

interface AskProps {
  base: ChecklistDraftDefinition;
  mine: ChecklistDraftDefinition;
  theirs: ChecklistDraftView;
  merged: Merged;
  readable: boolean;
  keep: Record<string, Keep>;
  onKeep: (key: string, keep: Keep) => void;
  onJoin: () => void;
}

function Ask({ base, mine, theirs, merged: { conflicts }, readable, keep, onKeep, onJoin }: AskProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = format.text(theirs.updatedBy);
  const [ours, others] = [differences(base, mine), differences(base, theirs.definition)];
  const chosen = conflicts.every(({ key }) => keep[key] !== undefined);
  return (
    <div className="draft-merge column at-top gap-2">
      <h3>{t('checklists.theyChanged', { name })}</h3>
      <DifferenceList all={others} />
      {conflicts.map((conflict) => (
        <fieldset key={conflict.key} className="checklist-check">
          <legend>{titleOf(conflict, [...ours, ...others], format.text) ?? t('checklists.compareWhole')}</legend>
          <p className="admin-hint">{t('checklists.bothChanged', { name })}</p>
          <DifferenceList all={ours.filter((one) => isOf(conflict, one))} />
          <Segmented<Keep | ''>
            aria-label={t('checklists.whichStays')}
            value={keep[conflict.key] ?? ''}
            options={(['mine', 'theirs'] as const).map((value) => ({
              value,
              label: t(value === 'mine' ? 'checklists.keepMine' : 'checklists.keepTheirs', { name }),
            }))}
            onChange={(value) => value !== '' && onKeep(conflict.key, value)}
          />
        </fieldset>
      ))}
      {theirs.asked && <p className="note">{t('checklists.mergeTakesBack')}</p>}
      {!readable && <p className="note">{t('checklists.yamlFirst')}</p>}
      <Button type="primary" disabled={!chosen || !readable} onClick={onJoin}>
        {t('checklists.putTogether')}
      </Button>
    </div>
  );
}

const isOf = ({ key }: Conflict, { itemId, list }: Difference): boolean => {
  if (key.startsWith('item ')) return itemId === key.slice(5);
  if (key.startsWith('list ')) return list === key.slice(5);
  return itemId === null && list === null;
};

function titleOf(conflict: Conflict, all: readonly Difference[], text: (of: { zh: string; en: string }) => string) {
  const found = all.find((one) => isOf(conflict, one));
  return found?.title ? text(found.title) || found.itemId || found.list : null;
}

/** What came in from a colleague while this draft was edited. */
export function Joined({ editing: { joined, forgetJoined } }: { editing: DraftEditing }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!joined) return null;
  return (
    <div className="admin-section draft-merge column at-top gap-2" role="status">
      <b>{t('checklists.joined', { name: format.text(joined.by) })}</b>
      <DifferenceList all={differences(joined.before, joined.after)} />
      <Button size="small" onClick={forgetJoined}>
        {t('checklists.joinedSeen')}
      </Button>
    </div>
  );
}
