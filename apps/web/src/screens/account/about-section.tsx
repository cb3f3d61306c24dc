import { Segmented, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useShortcutsSwitch } from '../../components/keyboard.js';
import { useChooseLanguage, useMe } from '../../data/session.js';
import { useFormat, useLanguage } from '../../format/use-format.js';
import { Facts } from '../../components/facts.js';

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
      <Facts
        of={[
          [t('account.username'), me.username],
          [t('account.staffNumber'), me.staffNumber],
          [t('account.roles'), roles || t('account.noRole')],
          [t('account.timeZone'), me.timeZone],
        ]}
      />
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
