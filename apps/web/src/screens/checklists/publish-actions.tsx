import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSayDone } from '../../components/opened/say.js';
import { ReasonDialog } from '../../components/dialogs.js';
import { usePublishDraft, useSendBack } from '../../data/checklists.js';
import { useBackTest, useBackTests } from '../../data/runs.js';
import { Points } from '../back-tests/points.js';
import { FirstResults } from '../back-tests/summary.js';
import { ComparePart } from './compare-part.js';
import { Findings } from './import-changes.js';
import { ExamplesBeforePublishing } from './examples-share.js';
import type { DraftEditing } from './use-draft-editing.js';

interface Props {
  editing: DraftEditing;
  published: number | null;
  next: number;
  onPublished: () => void;
}

/** What the second person does: publish with what it changes before their eyes, or send back with a reason. */
export function PublishActions({ editing, published, next, onPublished }: Props) {
  const { t } = useTranslation();
  const done = useSayDone();
  const { checklistId, revision, definition, asked } = editing.view;
  const publish = usePublishDraft(checklistId);
  const back = useSendBack(checklistId);
  const [asking, setAsking] = useState<'publish' | 'back' | null>(null);
  if (!asked) return null;
  const send = async (reason: string) => {
    const { version } = await publish.mutateAsync({ revision, reason, askedAt: asked.at });
    done(t('checklists.published', { version }));
    onPublished();
  };
  const shared = {
    label: t('checklists.reason'),
    hint: t('checklists.reasonHint'),
    minLength: LEAST_REASON,
    onClose: () => setAsking(null),
  };
  return (
    <>
      <Button type="primary" onClick={() => setAsking('publish')}>
        {t('checklists.publish')}
      </Button>
      <Button onClick={() => setAsking('back')}>{t('checklists.sendBack')}</Button>
      {asking === 'publish' && (
        <ReasonDialog
          {...shared}
          title={t('checklists.publishTitle', { version: next })}
          width={760}
          intro={
            <div className="checklist-before">
              <p>{t('checklists.publishHint')}</p>
              {published !== null && (
                <ComparePart checklistId={checklistId} version={published} definition={definition} />
              )}
              <section className="admin-section">
                <h2>{t('checklists.findings')}</h2>
                <Findings findings={editing.view.findings} />
              </section>
              <ExamplesBeforePublishing draft={editing.view.definition} />
              <LastPoints checklistId={checklistId} savedAt={editing.view.updatedAt} />
            </div>
          }
          okText={t('checklists.publish')}
          send={send}
        />
      )}
      {asking === 'back' && (
        <ReasonDialog
          {...shared}
          title={t('checklists.sendBackTitle')}
          intro={<p>{t('checklists.sendBackHint')}</p>}
          okText={t('checklists.sendBack')}
          send={async (reason) => editing.taken(await back.mutateAsync({ revision, reason, askedAt: asked.at }))}
        />
      )}
    </>
  );
}

/** How points would change, by a back-test of this very draft: one of an earlier save or of a version says nothing of what is published. */
function LastPoints({ checklistId, savedAt }: { checklistId: string; savedAt: string }) {
  const { t } = useTranslation();
  const last = useBackTests(checklistId).data?.find(
    ({ checklist, state, askedAt }) =>
      checklist?.version === null && state === 'finished' && Date.parse(askedAt) >= Date.parse(savedAt),
  );
  return (
    <section className="admin-section">
      <h2>{t('checklists.points')}</h2>
      {last ? <PointsOf runId={last.runId} /> : <p className="admin-hint">{t('checklists.pointsNone')}</p>}
    </section>
  );
}

function PointsOf({ runId }: { runId: string }) {
  const { t } = useTranslation();
  const test = useBackTest(runId);
  if (!test.data) return null;
  const { points, items } = test.data;
  return (
    <>
      <FirstResults items={items} />
      {points.compared > 0 ? <Points points={points} /> : <p className="admin-hint">{t('checklists.pointsNothing')}</p>}
    </>
  );
}

/** What cannot be undone asks for a reason in words. */
export const LEAST_REASON = 10;
