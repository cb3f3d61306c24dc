import { Select } from '../../components/opened/select.js';
import { useClients } from '../../data/company.js';
import { useFormat } from '../../format/use-format.js';

/** The open teams, under their clients. */
export function TeamSelect(props: {
  id?: string;
  'aria-label'?: string;
  value: string | undefined;
  onChange: (teamId: string) => void;
}) {
  const format = useFormat();
  const clients = useClients().data?.clients ?? [];
  return (
    <Select
      {...(props.id !== undefined && { id: props.id })}
      aria-label={props['aria-label']}
      style={{ minWidth: 200 }}
      value={props.value}
      onChange={props.onChange}
      options={clients.map((client) => ({
        label: format.text(client.name),
        title: format.text(client.name),
        options: client.teams
          .filter(({ closed, teamId }) => !closed || teamId === props.value)
          .map(({ teamId, name }) => ({ value: teamId, label: format.text(name) })),
      }))}
    />
  );
}
