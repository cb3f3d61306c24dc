import { newWallSchema } from '#contracts';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/dialogs.js';
import { useClients } from '../../data/company.js';
import { useMakeWall } from '../../data/company-settings.js';
import { useFormat } from '../../format/use-format.js';

const USUAL_DAYS = 90;

/** Asks which team, where, and for how long. */
export function NewWallDialog({ onMade, onClose }: { onMade: (token: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const teams = useClients().data?.clients.flatMap((client) => client.teams) ?? [];
  const make = useMakeWall();
  return (
    <FormDialog
      title={t('wall.make')}
      okText={t('wall.make')}
      body={newWallSchema}
      start={{ days: USUAL_DAYS }}
      fields={[
        {
          of: 'teamId',
          as: 'choice',
          label: t('floor.team'),
          options: teams.map((team) => ({ value: team.teamId, label: format.text(team.name) })),
        },
        { of: 'device', label: t('wall.device'), hint: t('wall.deviceHint') },
        { of: 'days', label: t('wall.days') },
      ]}
      send={async (body) => onMade((await make.mutateAsync(body)).token)}
      onClose={onClose}
      width={440}
    />
  );
}
