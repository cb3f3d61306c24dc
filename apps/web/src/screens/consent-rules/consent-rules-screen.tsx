import type { ConsentRulesVersion, ConsentRulesView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ByOnePerson } from '../../components/one-person.js';
import { Acts } from '../../components/acts.js';
import { WhenRead } from '../../components/admin-page.js';
import { useConsentRules } from '../../data/retention.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { RetentionPage } from '../retention/retention-page.js';
import { Changes, RulesWaiting, RulesEditor } from './rules-editor.js';
import { RulesTable } from './rules-table.js';
import { KeptTrial } from './trial-part.js';
import './consent-rules.css';

/** By which rules calls may be recorded: what holds now, what waits for a second person, and earlier versions. */
export function ConsentRulesScreen() {
  const rules = useConsentRules();
  return (
    <RetentionPage>
      <WhenRead of={rules}>{(view) => <Rules view={view} />}</WhenRead>
    </RetentionPage>
  );
}

function Rules({ view }: { view: ConsentRulesView }) {
  const [editing, setEditing] = useState(false);
  return (
    <>
      {view.waiting && <RulesWaiting view={view} waiting={view.waiting} />}
      {editing ? (
        <RulesEditor view={view} onDone={() => setEditing(false)} />
      ) : (
        <Current view={view} onEdit={() => setEditing(true)} />
      )}
      <History view={view} />
    </>
  );
}

function Current({ view: { current, waiting, strictest }, onEdit }: { view: ConsentRulesView; onEdit: () => void }) {
  const { t } = useTranslation();
  const mayManage = useMay('retention.manage');
  return (
    <section className="admin-section">
      <h2>{t('consentRules.current')}</h2>
      <Signed version={current} />
      <p className="admin-hint">{t('consentRules.precedence')}</p>
      <RulesTable rules={current.rules} strictest={strictest} />
      {mayManage && (
        <Acts>
          <Button disabled={waiting !== null} onClick={onEdit}>
            {t('consentRules.edit')}
          </Button>
          {waiting && <span>{t('consentRules.waitsFirst')}</span>}
        </Acts>
      )}
    </section>
  );
}

function Signed({ version: { version, proposed, decided, byOnePerson } }: { version: ConsentRulesVersion }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = (one: ConsentRulesVersion['decided']) => (one?.by ? format.text(one.by) : t('journal.system'));
  return (
    <p className="admin-hint">
      {proposed
        ? t('consentRules.since', {
            version,
            ...{ who: name(proposed), by: name(decided), at: format.dateTime((decided ?? proposed).at) },
          })
        : t('consentRules.shipped', { version })}{' '}
      <ByOnePerson when={byOnePerson} />
    </p>
  );
}

function History({ view: { history, current, strictest } }: { view: ConsentRulesView }) {
  const { t } = useTranslation();
  const earlier = history.filter(({ version }) => version !== current.version);
  if (earlier.length === 0) return null;
  return (
    <section className="admin-section consent-history">
      <h2>{t('consentRules.history')}</h2>
      {earlier.map((version, at) => {
        const previous = earlier[at + 1];
        return (
          <details key={version.version}>
            <summary>{t('consentRules.version', { version: version.version })}</summary>
            <Signed version={version} />
            {version.proposed && <p>{version.reason}</p>}
            {version.trial && <KeptTrial of={version.trial} />}
            {previous && <Changes before={previous.rules} after={version.rules} />}
            <RulesTable rules={version.rules} strictest={strictest} />
          </details>
        );
      })}
    </section>
  );
}
