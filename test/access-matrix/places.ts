import { Leg } from '#calls';
import { Client, Team } from '#people';
import { newId } from '#platform';
import { VaultService } from '#recordings';
import { type TestApi } from '../factories/api.js';
import { buildCall, type BuiltCall } from '../factories/calls.js';
import { buildRecording, buildTranscript } from '../factories/recordings.js';
import { buildScorecard } from '../factories/scorecards.js';

/** A call with everything that belongs to one: whose it is, what was heard, and how it was scored. */
export interface Place extends BuiltCall {
  recordingId: string;
  transcriptId: string;
  scorecardId: string;
  /** Whose leg it is. */
  personId: string;
  teamId: string;
}

export async function buildPlace(api: TestApi, leg: { personId: string; teamId: string }): Promise<Place> {
  return furnish(api, await buildCall(api.source, leg, { stage: 'scored' }), leg);
}

/** A further leg of a call, of another agent and team, with all that belongs to one. */
export async function buildLegOf(
  api: TestApi,
  place: Place,
  leg: { personId: string; teamId: string },
): Promise<Place> {
  const { takenByPersonId: _, ...first } = await api.source.manager.findOneByOrFail(Leg, { id: place.legId });
  const legId = newId();
  await api.source.manager.insert(Leg, { ...first, ...leg, id: legId, position: 1 });
  return furnish(api, { callId: place.callId, legId }, leg);
}

async function furnish(api: TestApi, call: BuiltCall, leg: { personId: string; teamId: string }): Promise<Place> {
  const vault = api.app.get(VaultService);
  const { recordingId } = await buildRecording(api.source, vault, call);
  const transcriptId = await buildTranscript(api.source, vault, recordingId, [{ speaker: 'agent', text: 'Hello.' }], {
    engineName: 'provided',
  });
  const scorecardId = await buildScorecard(api.source, call.legId, transcriptId);
  return { ...call, ...leg, recordingId, transcriptId, scorecardId };
}

/** A client with one team that has nothing to do with the organisation's. */
export async function buildOtherClient({ source }: TestApi): Promise<{ clientId: string; teamId: string }> {
  const [clientId, teamId] = [newId(), newId()];
  await source.manager.insert(Client, { id: clientId, nameZh: '南风', nameEn: 'Southwind' });
  await source.manager.insert(Team, { id: teamId, clientId, nameZh: '南风组', nameEn: 'South team' });
  return { clientId, teamId };
}

/** A team of the same client whose members are never recorded: its approvers are of no recorded team. */
export async function buildOffice({ source }: TestApi, teamId: string): Promise<{ client: string; office: string }> {
  const { clientId: client } = await source.manager.findOneByOrFail(Team, { id: teamId });
  const office = newId();
  await source.manager.insert(Team, { id: office, clientId: client, nameZh: '办公室', nameEn: 'Office' });
  return { client, office };
}
