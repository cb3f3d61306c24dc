import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { useFilterChoices } from '../../data/call-list.js';
import { usePrepareCoaching } from '../../data/coaching.js';
import { useMe } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';

/** Begins a session with an agent; what it is about comes on its page. */
export function PrepareDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useNavigate();
  const { personId } = useMe();
  const [wanted, setWanted] = useState('');
  const [agent, setAgent] = useState<string | null>(null);
  const { data } = useFilterChoices(undefined, wanted);
  const prepare = usePrepareCoaching();
  const id = useId();
  return (
    <ActionDialog
      title={t('coachingPage.prepare.title')}
      okText={t('coachingPage.prepare.send')}
      disabled={agent === null}
      send={async () => {
        if (agent === null) return;
        const { sessionId } = await prepare.mutateAsync({ agentPersonId: agent });
        void go(`/coaching/${sessionId}`);
      }}
      onClose={onClose}
    >
      <Field label={t('coachingPage.prepare.agent')} htmlFor={id}>
        <Select
          id={id}
          showSearch
          filterOption={false}
          onSearch={setWanted}
          value={agent}
          placeholder={t('coachingPage.prepare.choose')}
          onChange={setAgent}
          options={(data?.agents ?? [])
            .filter((one) => one.personId !== personId)
            .map((one) => ({ value: one.personId, label: `${format.text(one.name)} ${one.staffNumber}` }))}
        />
      </Field>
    </ActionDialog>
  );
}
