import { uploadFormSchema } from '#contracts';
import { type Transport } from '../sending/transport.js';
import { type GivenArguments, type ImportArguments } from './read-arguments.rules.js';

const FORM = { method: 'GET', path: '/api/v1/upload-form' } as const;

/**
 * Region and zone as the command line says them; where it does not, as the company profile does.
 * @param transport null: the server cannot be asked, as in a dry run without a token
 * @throws Error where the region is not known; Refused, Unreachable
 */
export async function fromProfile(
  given: GivenArguments,
  transport: Transport | null,
  machineZone: string,
): Promise<ImportArguments> {
  const { form, timeZone } = given;
  const asks = transport !== null && (form.region === '' || timeZone === null);
  const profile = asks ? uploadFormSchema.parse(await transport.send(FORM)) : null;
  const region = form.region === '' ? profile?.region : form.region;
  if (!region)
    throw new Error(
      transport === null
        ? '--region is missing (with --url and API_TOKEN it is taken from the company profile)'
        : '--region is missing, and the company profile names none',
    );
  return { ...given, form: { ...form, region }, timeZone: timeZone ?? profile?.timeZone ?? machineZone };
}
