import { useTranslation } from 'react-i18next';

/** What a server elsewhere said when it refused: its own words, marked as such. */
export function ServerSaid({ said }: { said: string | null }) {
  const { t } = useTranslation();
  if (said === null) return null;
  return (
    <small className="server-said">
      {t('server.said')}
      <q dir="auto">{said}</q>
    </small>
  );
}
