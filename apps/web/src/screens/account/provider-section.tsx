import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Acts, AskFirst } from '../../components/acts.js';
import { WhenRead } from '../../components/admin-page.js';
import { useProved } from '../../components/step-up.js';
import { useSecurity } from '../../data/account.js';
import { useLeaveForProvider, useUnlinkOwn, useWaysIn } from '../../data/provider.js';
import { useFormat } from '../../format/use-format.js';

/** Whether the account belongs to a person at the company's identity provider; left out where there is none. */
export function ProviderSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const security = useSecurity();
  const label = useWaysIn().data?.provider?.label;
  const leave = useProved(useLeaveForProvider());
  const unlink = useProved(useUnlinkOwn());
  if (!label) return null;
  const name = format.text(label);
  return (
    <section className="admin-section">
      <h2>{t('ownProvider.account', { label: name })}</h2>
      <WhenRead of={security}>
        {({ providerSince }) =>
          providerSince ? (
            <>
              <p className="admin-hint">{t('ownProvider.since', { at: format.dateTime(providerSince) })}</p>
              <Acts>
                <AskFirst
                  size="middle"
                  ask={t('ownProvider.disconnectAsk')}
                  onYes={() => void unlink.send()}
                  loading={unlink.isPending}
                >
                  {t('provider.disconnect')}
                </AskFirst>
              </Acts>
            </>
          ) : (
            <>
              <p className="admin-hint">{t('ownProvider.about', { label: name })}</p>
              <Acts>
                <Button onClick={() => void leave.send('link')} loading={leave.isPending}>
                  {t('ownProvider.connect')}
                </Button>
              </Acts>
            </>
          )
        }
      </WhenRead>
      {leave.said}
      {unlink.said}
    </section>
  );
}
