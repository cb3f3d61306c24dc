import type { LibraryEntryView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Back } from '../../../components/acts.js';
import { AdminPage, WhenRead } from '../../../components/admin-page.js';
import { part } from '../../../components/opened/part.js';
import { useRoom } from '../../../components/use-media.js';
import { useLibraryEntry } from '../../../data/checklists.js';
import { useFormat } from '../../../format/use-format.js';
import { ReadChecklist } from '../read-checklist.js';
import { Facts, Taken } from './taken.js';
import '../checklists.css';

const TakeDialog = part(() => import('./take-dialog.js'));

/** What a ready checklist asks, and the way to a draft from it. */
export function LibraryEntryScreen() {
  const { t } = useTranslation();
  const { entry = '' } = useParams();
  const read = useLibraryEntry(entry);
  const format = useFormat();
  const title = read.data ? format.text(read.data.title) : t('checklistLibrary.title');
  return (
    <AdminPage
      title={title}
      needs="checklists.edit"
      head={<Back to="/checklist-library">{t('checklistLibrary.back')}</Back>}
      acts={<Take entry={read.data} />}
    >
      <WhenRead of={read}>
        {(view) => (
          <>
            <section className="admin-section">
              <p>{format.text(view.about)}</p>
              <Facts entry={view} />
              <p className="admin-hint">{t('checklistLibrary.howJudged')}</p>
              <Taken entry={view} />
            </section>
            <ReadChecklist definition={view.definition} worth={view.worth} />
          </>
        )}
      </WhenRead>
    </AdminPage>
  );
}

function Take({ entry }: { entry: LibraryEntryView | undefined }) {
  const { t } = useTranslation();
  const room = useRoom();
  const [taking, setTaking] = useState(false);
  return (
    <>
      {room === 'phone' ? (
        <span className="admin-hint">{t('checklists.largerScreen')}</span>
      ) : (
        <Button type="primary" disabled={!entry} onClick={() => setTaking(true)}>
          {t('checklistLibrary.take')}
        </Button>
      )}
      {taking && entry && <TakeDialog entry={entry} onClose={() => setTaking(false)} />}
    </>
  );
}
