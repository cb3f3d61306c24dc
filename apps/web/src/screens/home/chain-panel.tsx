import { useTranslation } from 'react-i18next';
import { useJournalChain } from '../../data/audit.js';
import { useFormat } from '../../format/use-format.js';
import { Panel } from './panel.js';

/** How far the journal is signed; the Journal screen says how an outsider verifies it. */
export function ChainPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel
      title={t('audit.journal')}
      why="chain"
      of={useJournalChain(true)}
      all={{ to: '/journal', words: t('home.all') }}
    >
      {({ head, unsealed }) => (
        <p>
          {head
            ? t('audit.chain.signed', { position: format.number(head.position), at: format.dateTime(head.signedAt) })
            : t('audit.chain.nothing')}{' '}
          {unsealed > 0 && <small>{t('audit.chain.unsealed', { count: unsealed })}</small>}
        </p>
      )}
    </Panel>
  );
}
