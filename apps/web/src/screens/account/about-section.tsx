import { Segmented, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useShortcutsSwitch } from '../../components/keyboard.js';
import { useChooseLanguage, useMe } from '../../data/session.js';
import { useFormat, useLanguage } from '../../format/use-format.js';

/** Who is signed in and in which roles; language and shortcuts. */
export function AboutSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const language = useLanguage();
  const choose = useChooseLanguage();
  const [keysOn, setKeysOn] = useShortcutsSwitch();
  const roles = me.roles.map((role) => t(`shell.role.${role}`)).join(t('account.and'));
  return (
    <section className="admin-section">
      <h2>{format.text(me.name)}</h2>
      <dl className="account-facts">
        <dt>{t('account.username')}</dt>
        <dd>{me.username}</dd>
        <dt>{t('account.staffNumber')}</dt>
        <dd>{me.staffNumber}</dd>
        <dt>{t('account.roles')}</dt>
        <dd>{roles || t('account.noRole')}</dd>
        <dt>{t('account.timeZone')}</dt>
        <dd>{me.timeZone}</dd>
      </dl>
      <div className="account-choices">
        <span>
          <span id="account-language">{t('account.language')}</span>
          <Segmented
            aria-labelledby="account-language"
            value={language}
            onChange={(value) => choose.mutate(value)}
            options={[
              { value: 'zh' as const, label: <span lang="zh">中文</span> },
              { value: 'en' as const, label: <span lang="en">English</span> },
            ]}
          />
        </span>
        <label>
          <Switch size="small" checked={keysOn} onChange={setKeysOn} />
          {t('shell.keyboardOn')}
        </label>
      </div>
    </section>
  );
}
