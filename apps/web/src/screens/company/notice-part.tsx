import { LISTENING_IN_NOTICE, type NoticeState } from '#contracts';
import { Checkbox, Input } from 'antd';

import { useTranslation } from 'react-i18next';
import { useTyped } from '../../data/use-typed.js';
import { Acts, AskFirst } from '../../components/acts.js';
import { Field, WhenRead } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { useNoticeState, usePublishNotice } from '../../data/company.js';
import { useRefreshSession } from '../../data/notice.js';
import { useFormat } from '../../format/use-format.js';

const SHORTEST = 20;

/** The notice that staff read, and who has; a change is a new version. */
export function NoticePart() {
  return <WhenRead of={useNoticeState()}>{(notice) => <NoticeForm notice={notice} />}</WhenRead>;
}

function NoticeForm({ notice }: { notice: NoticeState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [draft, setDraft] = useTyped<Pick<NoticeState, 'version' | 'zh' | 'en' | 'listeningIn'> | null>('notice', null);
  const { version, ...words } = draft ?? {
    ...{ version: notice.version, zh: notice.zh, en: notice.en, listeningIn: notice.listeningIn },
  };
  const publish = usePublishNotice();
  const refresh = useRefreshSession();
  const unchanged =
    words.listeningIn === notice.listeningIn &&
    words.zh.trim() === notice.zh.trim() &&
    words.en.trim() === notice.en.trim();
  const short = [words.zh, words.en].some((text) => text.trim().length < SHORTEST);
  const why = short ? t('noticeScreen.tooShort') : unchanged ? t('noticeScreen.unchanged') : '';
  return (
    <section className="admin-section">
      <h2>{t('noticeScreen.version', { version: notice.version, at: format.dateTime(notice.publishedAt) })}</h2>
      <p>{t('noticeScreen.state', { count: notice.people, acknowledged: notice.acknowledged })}</p>
      <p className="admin-hint">{t('noticeScreen.publishHint')}</p>
      <div className="admin-fields" style={{ marginTop: 12 }}>
        {(['zh', 'en'] as const).map((language) => (
          <Field key={language} htmlFor={`notice-${language}`} label={t(`noticeScreen.${language}`)}>
            <Input.TextArea
              id={`notice-${language}`}
              lang={language}
              value={words[language]}
              maxLength={8000}
              autoSize={{ minRows: 12, maxRows: 24 }}
              onChange={({ target }) => setDraft({ version, ...words, [language]: target.value })}
            />
          </Field>
        ))}
        <Checkbox
          checked={words.listeningIn}
          onChange={({ target }) => setDraft({ version, ...words, listeningIn: target.checked })}
        >
          {t('noticeScreen.listeningIn')}
        </Checkbox>
        <p className="admin-hint">{t('noticeScreen.listeningInHint', { said: format.text(LISTENING_IN_NOTICE) })}</p>
      </div>
      <Acts>
        <AskFirst
          type="primary"
          size="middle"
          ask={t('noticeScreen.publishAsk')}
          disabled={short || unchanged}
          loading={publish.isPending}
          onYes={() => publish.mutate({ basedOn: version, ...words }, { onSettled: () => void refresh() })}
        >
          {t('noticeScreen.publish')}
        </AskFirst>
        <span className="admin-hint">{why}</span>
      </Acts>
      <Failed of={publish} />
    </section>
  );
}
