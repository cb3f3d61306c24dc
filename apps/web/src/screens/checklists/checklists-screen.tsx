import { checklistIdSchema, newDraftSchema } from '#contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { part } from '../../components/opened/part.js';
import { DataList } from '../../components/data-table.js';
import { FormDialog } from '../../components/dialogs.js';
import { AdminPage } from '../../components/admin-page.js';
import { useRoom } from '../../components/use-media.js';
import { useChecklists, useOpenDraft } from '../../data/checklists.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { ModelScorerSection } from './model-scorer-section.js';
import './checklists.css';

const ImportDialog = part(() => import('./import-dialog.js'));
const RowsImportDialog = part(() => import('./rows-import-dialog.js'));

/** Which checklists there are, what judges now, and which are being changed. */
export function ChecklistsScreen() {
  const { t } = useTranslation();
  const may = useMay('checklists.read');
  const mayEdit = useMay('checklists.edit');
  return (
    <AdminPage title={t('checklists.title')} needs="checklists.read" acts={<Actions />}>
      <section className="admin-section">
        <p className="admin-hint">{t('checklists.intro')}</p>
        <p>
          <Link to="/trust">{t('checklists.trust')}</Link>
        </p>
      </section>
      {may && <Table />}
      {mayEdit && <ModelScorerSection />}
    </AdminPage>
  );
}

function Actions() {
  const { t } = useTranslation();
  const mayEdit = useMay('checklists.edit');
  const room = useRoom();
  const [asking, setAsking] = useState<'new' | 'import' | 'rows' | null>(null);
  if (!mayEdit) return null;
  const library = <Link to="/checklist-library">{t('checklistLibrary.open')}</Link>;
  if (room === 'phone') {
    return (
      <>
        {library}
        <span className="admin-hint">{t('checklists.largerScreen')}</span>
      </>
    );
  }
  return (
    <>
      {library}
      <Button onClick={() => setAsking('rows')}>{t('checklists.rows')}</Button>
      <Button onClick={() => setAsking('import')}>{t('checklists.import')}</Button>
      <Button type="primary" onClick={() => setAsking('new')}>
        {t('checklists.new')}
      </Button>
      {asking === 'new' && <NewDialog onClose={() => setAsking(null)} />}
      {asking === 'rows' && <RowsImportDialog onClose={() => setAsking(null)} />}
      {asking === 'import' && <ImportDialog onClose={() => setAsking(null)} />}
    </>
  );
}

function NewDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = useOpenDraft();
  return (
    <FormDialog
      title={t('checklists.new')}
      okText={t('checklists.new')}
      body={newDraftSchema}
      beside={{ from: 'empty' }}
      disabled={({ checklistId }) => !checklistIdSchema.safeParse(checklistId).success}
      fields={[
        {
          of: 'checklistId',
          label: t('checklists.newId'),
          hint: t('checklists.newIdHint'),
          draw: ({ onChange, ...id }) => (
            <Input {...id} maxLength={60} onChange={({ target }) => onChange(target.value.toLowerCase())} />
          ),
        },
      ]}
      send={async (body) => {
        await open.mutateAsync(body);
        void navigate(`/checklists/${body.checklistId}?draft=1`);
      }}
      onClose={onClose}
      width={440}
    />
  );
}

function Table() {
  const { t } = useTranslation();
  const checklists = useChecklists(true);
  const format = useFormat();
  return (
    <DataList
      of={checklists}
      rowsOf={({ checklists: all }) => all}
      empty={t('checklists.none')}
      keyOf={({ checklistId }) => checklistId}
      past={({ judging, draft }) => judging === null && !draft}
      columns={[
        {
          name: t('checklists.column.title'),
          cell: ({ checklistId, title }) => (
            <>
              <Link to={`/checklists/${checklistId}`}>{format.text(title)}</Link>
              <small>{checklistId}</small>
            </>
          ),
        },
        {
          name: t('checklists.column.judges'),
          cell: ({ directions, main }) => (
            <>
              {directions.map((direction) => t(`checklists.direction.${direction}`)).join(t('checklists.and'))}
              {main && <span className="admin-tag checklist-main">{t('checklists.main')}</span>}
            </>
          ),
        },
        {
          name: t('checklists.column.stage'),
          cell: ({ judging }) =>
            judging === null ? t('checklists.notJudging') : t('checklists.judging', { version: judging }),
        },
        {
          name: t('checklists.column.judged'),
          cell: ({ judgedLegs }) => t('checklists.judgedLegs', { count: judgedLegs }),
        },
        {
          name: t('checklists.column.draft'),
          quiet: ({ draft }) => !draft,
          cell: ({ draft }) =>
            draft ? (
              <>
                {draft.asked && !draft.isAuthor ? t('checklists.waitsForYou') : t(`checklists.stage.${draft.stage}`)}
                <small>
                  {t('checklists.draftBy', {
                    name: format.text(draft.updatedBy),
                    at: format.dateTime(draft.updatedAt),
                  })}
                </small>
              </>
            ) : (
              '–'
            ),
        },
      ]}
    />
  );
}
