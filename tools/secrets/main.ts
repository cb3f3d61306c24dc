import 'reflect-metadata';
import { parseEnv } from '#platform';
import { makeSecrets } from './make-secrets.js';

/** `npm run secrets`: the keys of a new installation, made once. */
makeSecrets(parseEnv(process.env)).then(
  (paths) => {
    process.stderr.write(`${paths.join('\n')}\n`);
    process.stderr.write('请立即备份密钥环与签名密钥，与录音分开存放；密钥目录不要备份。\n');
    process.stderr.write(
      'Back the keyring and the signing key up now, apart from the recordings; do not back the key directories up.\n',
    );
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
