import { useTranslation } from 'react-i18next';
import type { Desk } from './upload-desk.js';

/** The faults of a manifest, line by line. Its correct lines are used all the same. */
export function ManifestFaults({ faults }: { faults: Desk['manifestFaults'] }) {
  const { t } = useTranslation();
  if (faults.length === 0) return null;
  return (
    <section className="manifest-faults" role="alert">
      <h2>{t('upload.manifest.title', { count: faults.length })}</h2>
      <ul>
        {faults.map(({ path, fault }) => (
          <li key={`${path} ${fault.line} ${fault.what} ${fault.about}`}>
            {t('upload.manifest.line', {
              path,
              line: fault.line,
              what: t(`upload.manifest.${fault.what}`, { about: fault.about }),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
