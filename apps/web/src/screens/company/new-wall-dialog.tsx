import { Input, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { useClients } from '../../data/company.js';
import { useMakeWall } from '../../data/walls.js';
import { useFormat } from '../../format/use-format.js';

const USUAL_DAYS = 90;

/** Asks which team, where, and for how long. */
export function NewWallDialog({ onMade, onClose }: { onMade: (token: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const clients = useClients();
  const make = useMakeWall();
  const id = useId();
  const [teamId, setTeamId] = useState<string | null>(null);
  const [device, setDevice] = useState('');
  const [days, setDays] = useState<number | null>(USUAL_DAYS);
  const teams = clients.data?.clients.flatMap((client) => client.teams) ?? [];
  const send = async () => {
    if (teamId === null || days === null) return;
    onMade((await make.mutateAsync({ teamId, device: device.trim(), days })).token);
  };
  return (
    <ActionDialog
      title={t('wall.make')}
      okText={t('wall.make')}
      disabled={teamId === null || device.trim() === '' || days === null}
      send={send}
      onClose={onClose}
      width={440}
    >
      <Field label={t('floor.team')} htmlFor={`${id}-team`}>
        <Select
          id={`${id}-team`}
          value={teamId}
          onChange={(team: string) => setTeamId(team)}
          options={teams.map((team) => ({ value: team.teamId, label: format.text(team.name) }))}
        />
      </Field>
      <Field label={t('wall.device')} htmlFor={`${id}-device`} hint={t('wall.deviceHint')}>
        <Input id={`${id}-device`} value={device} maxLength={60} onChange={({ target }) => setDevice(target.value)} />
      </Field>
      <Field label={t('wall.days')} htmlFor={`${id}-days`}>
        <InputNumber id={`${id}-days`} min={1} max={366} precision={0} value={days} onChange={setDays} />
      </Field>
    </ActionDialog>
  );
}
