import type { ChecklistDetail, FromLibrary } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useState } from 'react';
import { Back, Acts } from '../../components/acts.js';
import { part } from '../../components/opened/part.js';
import { Waiting } from '../../components/waiting.js';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useRoom } from '../../components/use-media.js';
import {
  useChecklist,
  useChecklistVersion,
  useDraft,
  useOpenDraft,
  useRetireChecklist,
} from '../../data/checklists.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { BackTestPanel } from './back-test-panel.js';
import { ExportButton } from './editor-bar.js';
import { ReadChecklist } from './read-checklist.js';
import { VersionList } from './version-list.js';
import { ReasonDialog } from '../../components/dialogs.js';
import { LEAST_REASON } from './publish-actions.js';
import './checklists.css';

const DraftEditor = part(() => import('./draft-editor.js'), <Waiting />);

/** One checklist: what judges now, its history, and the draft of what comes next. */
export function ChecklistScreen() {
  const { t } = useTranslation();
  const { checklistId = '' } = useParams();
  const checklist = useChecklist(checklistId);
  const format = useFormat();
  const title = checklist.data ? format.text(checklist.data.title) : t('checklists.title');
  return (
    <AdminPage title={title} needs="checklists.read" head={checklist.data && <Head checklist={checklist.data} />}>
      <WhenRead of={checklist}>{(detail) => <Body key={checklistId} checklist={detail} />}</WhenRead>
    </AdminPage>
  );
}

function Head({ checklist }: { checklist: ChecklistDetail }) {
  const { t } = useTranslation();
  return (
    <>
      <Back to="/checklists">{t('checklists.back')}</Back>
      <span className="admin-hint">
        {checklist.judging === null
          ? t('checklists.notJudging')
          : t('checklists.judging', { version: checklist.judging })}
      </span>
      {checklist.library && <CameFrom library={checklist.library} />}
    </>
  );
}

/** From which entry of the library it came; those who may take the newer version find it there. */
function CameFrom({ library: { entry, version, title, newer } }: { library: FromLibrary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayEdit = useMay('checklists.edit');
  const words = t('checklistLibrary.cameFrom', { title: format.text(title), version });
  return (
    <span className="admin-hint">
      {mayEdit ? <Link to={`/checklist-library/${entry}`}>{words}</Link> : words}
      {newer !== null && <span className="admin-tag">{t('checklistLibrary.newer', { version: newer })}</span>}
    </span>
  );
}

/** The draft while it is open and asked for; else the version that judges, or judged last. */
function Body({ checklist }: { checklist: ChecklistDetail }) {
  const [params] = useSearchParams();
  const wantsDraft = params.get('draft') !== null && checklist.draft !== null;
  const asked = Number(params.get('version')) || null;
  const shown = asked ?? checklist.judging ?? checklist.versions[0]?.version ?? null;
  if (wantsDraft || shown === null) return <Draft checklist={checklist} />;
  return <Version checklist={checklist} version={shown} />;
}

function Draft({ checklist: { checklistId, judging, versions } }: { checklist: ChecklistDetail }) {
  const draft = useDraft(checklistId, true);
  return (
    <WhenRead of={draft}>
      {(view) => (
        <DraftEditor
          key={checklistId}
          view={view}
          published={judging ?? versions[0]?.version ?? null}
          next={(versions[0]?.version ?? 0) + 1}
          onLoadTheirs={() => draft.refetch()}
        />
      )}
    </WhenRead>
  );
}

function Version({ checklist, version }: { checklist: ChecklistDetail; version: number }) {
  const { t } = useTranslation();
  const read = useChecklistVersion(checklist.checklistId, version);
  const mayEdit = useMay('checklists.edit');
  const room = useRoom();
  return (
    <>
      <div className="admin-section">
        <Acts>
          <b>{t('checklists.version', { version })}</b>
          <DraftActions checklist={checklist} />
          <ExportButton checklistId={checklist.checklistId} version={version} />
          {mayEdit && room !== 'phone' && version === checklist.judging && (
            <RetireButton checklistId={checklist.checklistId} version={version} />
          )}
        </Acts>
      </div>
      <VersionList checklist={checklist} shown={version} />
      <WhenRead of={read}>{({ definition }) => <ReadChecklist definition={definition} />}</WhenRead>
      <BackTestPanel checklistId={checklist.checklistId} version={version} />
    </>
  );
}

/** The way to a draft: the open one, or a new one. */
function DraftActions({ checklist: { checklistId, draft, shipped } }: { checklist: ChecklistDetail }) {
  const { t } = useTranslation();
  const [, setParams] = useSearchParams();
  const mayEdit = useMay('checklists.edit');
  const room = useRoom();
  const open = useOpenDraft();
  const start = (from: 'latest' | 'shipped') =>
    open.mutate({ checklistId, from }, { onSuccess: () => setParams({ draft: '1' }) });
  const readOnly = room === 'phone' && mayEdit && <span className="admin-hint">{t('checklists.largerScreen')}</span>;
  if (draft) {
    return (
      <>
        <Button onClick={() => setParams({ draft: '1' })}>{t('checklists.openDraft')}</Button>
        {readOnly}
      </>
    );
  }
  if (!mayEdit || readOnly) return readOnly || null;
  return (
    <>
      <Button type="primary" loading={open.isPending} onClick={() => start('latest')}>
        {t('checklists.startDraft')}
      </Button>
      {shipped && (
        <Button onClick={() => start('shipped')}>{t('checklists.startShipped', { version: shipped.version })}</Button>
      )}
      <Failed of={open} />
    </>
  );
}

function RetireButton({ checklistId, version }: { checklistId: string; version: number }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const retire = useRetireChecklist(checklistId);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('checklists.retire')}</Button>
      {open && (
        <ReasonDialog
          title={t('checklists.retireTitle', { version })}
          intro={<p>{t('checklists.retireHint')}</p>}
          label={t('checklists.reason')}
          hint={t('checklists.reasonHint')}
          minLength={LEAST_REASON}
          okText={t('checklists.retire')}
          send={(reason) => retire.mutateAsync({ version, reason })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
