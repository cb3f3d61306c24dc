import type { PasskeyRow } from '#contracts';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { AskFirst } from '../../components/acts.js';
import { useProved } from '../../components/step-up.js';
import { knowsPasskeys, usePasskeys, useRemovePasskey } from '../../data/passkeys.js';
import { useFormat } from '../../format/use-format.js';
import { NewPasskey } from './new-passkey.js';

/** The passkeys of one's own account: made here, named, and removed. */
export function PasskeysSection() {
  const { t } = useTranslation();
  const passkeys = usePasskeys();
  const remove = useProved(useRemovePasskey());
  return (
    <section className="admin-section">
      <h2>{t('ownPasskeys.title')}</h2>
      <p className="admin-hint">{t('ownPasskeys.about')}</p>
      <WhenRead of={passkeys}>
        {({ items }) => (
          <ul className="account-list passkeys" hidden={items.length === 0}>
            {items.map((one) => (
              <PasskeyLine key={one.passkeyId} passkey={one} sending={remove.isPending} onRemove={remove.send} />
            ))}
          </ul>
        )}
      </WhenRead>
      {remove.said}
      {knowsPasskeys() ? <NewPasskey /> : <p className="admin-hint">{t('ownPasskeys.notHere')}</p>}
    </section>
  );
}

function PasskeyLine(props: { passkey: PasskeyRow; sending: boolean; onRemove: (id: string) => Promise<boolean> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { passkeyId, name, createdAt, lastUsedAt, synced } = props.passkey;
  return (
    <li>
      <span>
        {name}
        <small>
          {t('ownPasskeys.made', { at: format.dateTime(createdAt) })}{' '}
          {lastUsedAt ? t('ownPasskeys.lastUsed', { at: format.dateTime(lastUsedAt) }) : t('ownPasskeys.neverUsed')}{' '}
          {synced && t('ownPasskeys.synced')}
        </small>
      </span>
      <AskFirst
        ask={t('ownPasskeys.removeAsk', { name })}
        aria-label={t('ownPasskeys.removeName', { name })}
        onYes={() => void props.onRemove(passkeyId)}
        loading={props.sending}
      >
        {t('ownPasskeys.remove')}
      </AskFirst>
    </li>
  );
}
