import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { WhenRead } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useAcknowledge, useNotice } from '../../data/notice.js';
import { useSignOut } from '../../data/sign-out.js';
import { useFormat, useLanguage } from '../../format/use-format.js';
import { EntrancePage, NoticeText } from '../open-account/entrance-page.js';

/** What stands between signing in and the product until the notice in force has been acknowledged. */
export function NoticeScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const notice = useNotice();
  const acknowledge = useAcknowledge();
  const signOut = useSignOut();
  return (
    <EntrancePage wide>
      <h1>{t('noticeScreen.title')}</h1>
      <p className="entrance-intro">{t('noticeScreen.intro')}</p>
      <WhenRead of={notice}>
        {(read) => (
          <>
            <NoticeText notice={read} />
            <p className="entrance-intro">
              {t('noticeScreen.version', { version: read.version, at: format.dateTime(read.publishedAt) })}
            </p>
            <Failed of={acknowledge} />
            <div className="entrance-actions">
              <Button
                type="primary"
                size="large"
                loading={acknowledge.isPending}
                onClick={() => acknowledge.mutate({ version: read.version, language })}
              >
                {t('noticeScreen.acknowledge')}
              </Button>
              <Button size="large" onClick={() => signOut.mutate()}>
                {t('noticeScreen.signOut')}
              </Button>
            </div>
          </>
        )}
      </WhenRead>
    </EntrancePage>
  );
}
