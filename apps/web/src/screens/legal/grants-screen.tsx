import { PlusOutlined } from '@ant-design/icons';
import type { StandingGrantList, StandingGrantView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { part } from '../../components/opened/part.js';
import { WhenRead } from '../../components/admin-page.js';
import { useMay } from '../../data/session.js';
import { useStandingGrants } from '../../data/standing-grants.js';
import { GrantTable } from './grant-table.js';
import { GrantWaiting } from './grant-waiting.js';
import { LegalPage } from './legal-page.js';

const GrantDialog = part(() => import('./grant-dialog.js'));

/** The ordinary rights to hear and read: what is in force and how it is used, what waits for a second person, what is over. */
export function GrantsScreen() {
  const { t } = useTranslation();
  const grants = useStandingGrants();
  const mayPropose = useMay('grants.propose');
  const [proposing, setProposing] = useState(false);
  const acts = mayPropose && grants.data && (
    <Button icon={<PlusOutlined aria-hidden />} onClick={() => setProposing(true)}>
      {t('grants.propose')}
    </Button>
  );
  return (
    <LegalPage acts={acts}>
      <WhenRead of={grants}>{(list) => <Grants list={list} />}</WhenRead>
      {proposing && grants.data && <GrantDialog choices={grants.data.choices} onClose={() => setProposing(false)} />}
    </LegalPage>
  );
}

function Grants({ list: { grants, waiting, without } }: { list: StandingGrantList }) {
  const { t } = useTranslation();
  const inForce = grants.filter(({ state }) => state === 'live' || state === 'ending');
  const over = grants.filter(({ state }) => state === 'expired' || state === 'revoked');
  return (
    <>
      <p className="note">{t(inForce.length === 0 ? 'grants.none' : 'grants.about')}</p>
      {inForce.length > 0 && without.length > 0 && (
        <p className="note" role="status">
          {t('grants.without')} {without.map((role) => t(`shell.role.${role}`)).join(t('grants.join'))}
        </p>
      )}
      {waiting.length > 0 && (
        <section className="admin-section" aria-labelledby="grants-waiting">
          <h2 id="grants-waiting">{t('grants.waiting')}</h2>
          {waiting.map((one) => (
            <GrantWaiting key={one.proposalId} one={one} />
          ))}
        </section>
      )}
      <GrantSection title={t('grants.inForce')} grants={inForce} />
      <GrantSection title={t('grants.over')} grants={over} />
    </>
  );
}

function GrantSection({ title, grants }: { title: string; grants: readonly StandingGrantView[] }) {
  if (grants.length === 0) return null;
  return (
    <section className="admin-section">
      <h2>{title}</h2>
      <GrantTable grants={grants} />
    </section>
  );
}
