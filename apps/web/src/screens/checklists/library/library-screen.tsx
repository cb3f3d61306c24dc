import type { ChecklistLibrary } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Back } from '../../../components/acts.js';
import { AdminPage, WhenRead } from '../../../components/admin-page.js';
import { useChecklistLibrary } from '../../../data/checklists.js';
import { useMay } from '../../../data/session.js';
import { useFormat } from '../../../format/use-format.js';
import { Facts, Taken } from './taken.js';
import '../checklists.css';

/** Ready checklists by trade: what each is for, and where the company has taken it. */
export function LibraryScreen() {
  const { t } = useTranslation();
  const library = useChecklistLibrary(useMay('checklists.edit'));
  return (
    <AdminPage
      title={t('checklistLibrary.title')}
      needs="checklists.edit"
      head={<Back to="/checklists">{t('checklists.back')}</Back>}
    >
      <section className="admin-section">
        <p className="admin-hint">{t('checklistLibrary.intro')}</p>
      </section>
      <WhenRead of={library}>
        {({ entries }) => entries.map((entry) => <Entry key={entry.entry} entry={entry} />)}
      </WhenRead>
    </AdminPage>
  );
}

function Entry({ entry }: { entry: ChecklistLibrary['entries'][number] }) {
  const format = useFormat();
  return (
    <section className="admin-section">
      <h2>
        <Link to={`/checklist-library/${entry.entry}`}>{format.text(entry.title)}</Link>
      </h2>
      <p>{format.text(entry.about)}</p>
      <Facts entry={entry} />
      <Taken entry={entry} />
    </section>
  );
}
