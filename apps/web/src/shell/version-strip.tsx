import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keepProgram, takeNewVersion, useNewVersion } from '../offline/program.js';

/** Offers a new version of the program once it is loaded; the person says when, because what is not saved would be lost. */
export function VersionStrip() {
  const { t } = useTranslation();
  const isThere = useNewVersion();
  useEffect(keepProgram, []);
  return (
    <div role="status">
      {isThere && (
        <p className="stale">
          {t('shell.newVersion')}
          <Button size="small" onClick={takeNewVersion}>
            {t('shell.takeVersion')}
          </Button>
        </p>
      )}
    </div>
  );
}
