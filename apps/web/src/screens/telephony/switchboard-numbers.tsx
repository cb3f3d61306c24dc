import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, WhenRead } from '../../components/admin-page.js';
import { AskFirst } from '../../components/ask-first.js';
import { DataTable } from '../../components/data-table.js';
import { Failed } from '../../components/failure-note.js';
import { useShareNumber, useSwitchboardNumbers, useUnshareNumber } from '../../data/telephony-sources.js';
import { useFormat } from '../../format/use-format.js';

/** Numbers that several customers call from, and the way to list one more. */
export function SwitchboardNumbers() {
  const { t } = useTranslation();
  const format = useFormat();
  const [number, setNumber] = useState('');
  const [numbers, share, unshare] = [useSwitchboardNumbers(), useShareNumber(), useUnshareNumber()];
  const given = number.trim();
  return (
    <section className="admin-section">
      <h2>{t('sources.shared')}</h2>
      <p className="admin-hint">{t('sources.sharedHint')}</p>
      <form
        className="admin-row"
        onSubmit={(event) => {
          event.preventDefault();
          if (given) share.mutate({ number: given }, { onSuccess: () => setNumber('') });
        }}
      >
        <Field htmlFor="switchboard-number" label={t('sources.number')}>
          <Input
            id="switchboard-number"
            value={number}
            maxLength={40}
            style={{ width: 200 }}
            onChange={({ target }) => setNumber(target.value)}
          />
        </Field>
        <Button htmlType="submit" disabled={!given} loading={share.isPending}>
          {t('sources.share')}
        </Button>
      </form>
      <Failed of={share} />
      <Failed of={unshare} />
      <WhenRead of={numbers}>
        {({ items }) =>
          items.length > 0 && (
            <DataTable
              caption={t('sources.shared')}
              rows={items}
              keyOf={({ switchboardNumberId }) => switchboardNumberId}
              columns={[
                { name: t('sources.number'), cell: (row) => row.number ?? t('sources.foundShared') },
                { name: t('sources.sharedSince'), named: true, cell: ({ setAt }) => format.dateTime(setAt) },
                {
                  name: { unseen: t('sources.unshare') },
                  cell: (row) => (
                    <AskFirst
                      ask={t('sources.unshareAsk')}
                      aria-label={`${t('sources.unshare')} ${row.number ?? ''}`}
                      onYes={() => unshare.mutate(row.switchboardNumberId)}
                    >
                      {t('sources.unshare')}
                    </AskFirst>
                  ),
                },
              ]}
            />
          )
        }
      </WhenRead>
    </section>
  );
}
