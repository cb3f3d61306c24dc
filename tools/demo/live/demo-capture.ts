import { parseEnv } from '#platform';
import { freeSipPort } from '../../profile/sip-port.js';
import { TELEPHONES } from '../seed/telephones/send-recordings.js';

/**
 * The demonstration's settings for calls as they happen, where none were given: of its own telephone system, every caller of which hears an
 * announcement. A port that is taken does not stop it: the next free one does as well, as no controller is set up for it.
 *
 * @param given the settings so far
 */
export async function withCapture(
  given: Record<string, string>,
  say: (line: string) => void,
): Promise<Record<string, string>> {
  const { capture, sip } = parseEnv({ SHOUWEN_DATABASE_URL: 'postgres://not-yet', ...given });
  if (!capture.on) return given;
  const port = sip.port === 0 ? 0 : await freeSipPort(sip.host, sip.port);
  if (port === null) {
    say(`ports ${sip.port} and on are taken: no call is taken as it happens (SHOUWEN_SIP_PORT chooses others)`);
    return { ...given, SHOUWEN_CAPTURE: 'off' };
  }
  say(
    `calls are taken as they happen (SIPREC) at ${sip.host}:${port}${port === sip.port ? '' : `, because ${sip.port} is taken`}`,
  );
  const own = { SHOUWEN_CAPTURE_SOURCE: TELEPHONES, SHOUWEN_CAPTURE_ANNOUNCEMENT: 'ivr-notice-1' };
  return { ...own, ...given, SHOUWEN_SIP_PORT: String(port) };
}
