import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import {
  type Bilingual,
  type CallDetail,
  type CallStage,
  type Correction,
  CORRECTABLE,
  type GiveUpReason,
  type Recording as RecordingView,
  standingLeg,
} from '#contracts';
import { withCorrections, Call, Matter, rowsOfCall, type Leg } from '#calls';
import { ConsentDecision, LAST_FIRST } from '#consent';
import { OF_LEG } from '#intake/rules';
import { CompanyService, type Asker } from '#people';
import { WhyShut } from './why-shut.js';
import { WithheldResults } from '#reviews';
import { CertificateNumbers, CustodyService, VaultService, type Recording } from '#recordings';
import { CallAccess } from '../../reach/call-access.js';
import { CallLegsQuery, withMay } from './call-legs.query.js';
import { rowsOf, shownOf, type CallRecord } from '../list/call-row.js';
import { MayQuery } from './may.query.js';
import { Parameters, resultShown, visibleLegs } from '../../reach/visible-legs.js';
import { apiRefusals } from '../../refusals.js';

/** Everything that one call's page shows apart from words, scores and sound. */
@Injectable()
export class CallDetailQuery {
  constructor(
    private readonly source: DataSource,
    private readonly access: CallAccess,
    private readonly may: MayQuery,
    private readonly legs: CallLegsQuery,
    private readonly company: CompanyService,
    private readonly vault: VaultService,
    private readonly custody: CustodyService,
    private readonly certificates: CertificateNumbers,
    private readonly whyShut: WhyShut,
    private readonly withheld: WithheldResults,
  ) {}

  /** Of calls that turned out to be one, any id answers the same. @throws DomainError `not_found` */
  async detail(asker: Asker, id: string): Promise<CallDetail> {
    const legs = await withCorrections(this.source.manager, await this.access.legs(asker, id, 'calls.read'));
    const parts = await rowsOfCall(this.source.manager, id);
    const [calls, record, recordings, { ringCadence }] = await Promise.all([
      this.source.manager.findBy(Call, { id: In(parts) }),
      this.row(asker, parts),
      this.access.recordings(legs),
      this.company.profile(),
    ]);
    const call = calls.find(({ id: one }) => one === parts[0]);
    if (!call) throw apiRefusals.not_found();
    const custody = await Promise.all(recordings.map((recording) => this.custodyOf(recording)));
    const [corrections, versions] = await Promise.all([this.corrections(parts, legs), this.versions(recordings)]);
    const [told, consent, givenUp, keyCopies, matter, sameMatter, neighbours, may] = await Promise.all([
      this.legs.of(parts, legs, recordings, ringCadence),
      this.consent(parts),
      this.givenUp(call),
      Promise.all(recordings.map(({ keyId }) => this.vault.keyCopies(keyId))),
      call.matterId ? this.source.manager.findOneBy(Matter, { id: call.matterId }) : null,
      this.sameMatter(asker, call, parts),
      this.neighbours(asker, parts),
      this.may.ofLegs(asker, calls, legs, recordings),
    ]);
    const heard = new Set(recordings.map(({ legId }) => legId));
    const standing = standingLeg(legs, { recorded: ({ id }) => heard.has(id), known: (leg) => leg.personId !== null });
    return {
      ...shownOf(record),
      ...knownOf(call),
      matterReference: matter?.externalId ?? null,
      consent,
      givenUp,
      corrections,
      legs: withMay(told, may),
      recordings: recordings.map((recording, i) =>
        recordingOf(recording, keyCopies[i] ?? 0, versions.get(recording.id) ?? null, custody[i]),
      ),
      sameMatter,
      may: may[standing] ?? may[0],
      neighbours,
    };
  }

  private async custodyOf({ id, sha256, restricted }: Recording): Promise<CustodyFacts> {
    const [held, certificate, shutFor, [cut], [whole], pauses] = await Promise.all([
      this.custody.isHeld(this.source.manager, id),
      this.certificates.of(id),
      restricted ? this.whyShut.shutFor(id) : null,
      this.source.query<{ new_sha256: string }[]>(
        'select new_sha256 from recording_cut where recording_id = $1 order by cut_at desc limit 1',
        [id],
      ),
      this.source.query<NonNullable<RecordingView['partOf']>[]>(
        `select part.part_from_ms as "fromMs", whole.duration_ms as "wholeMs"
         from recording part join recording whole on whole.id = part.part_of_id where part.id = $1`,
        [id],
      ),
      this.source.query<RecordingView['pauses']>(PAUSES, [id]),
    ]);
    return { pauses, held, certificate, shutFor, partOf: whole ?? null, keptSha256: cut?.new_sha256 ?? sha256 };
  }

  private async row(asker: Asker, parts: Parts): Promise<CallRecord> {
    const parameters = new Parameters();
    const visible = visibleLegs('calls.read', asker, parameters);
    const page = `select * from call where id = ${parameters.add(parts[0])}`;
    const own = `leg.call_id = any(${parameters.add(parts)}::uuid[])`;
    const shown = resultShown(await this.withheld.of(asker), parameters);
    const sql = rowsOf(page, visible, shown, '', visible, own);
    const [record]: CallRecord[] = await this.source.query(sql, parameters.values);
    if (!record) throw apiRefusals.not_found();
    return record;
  }

  private async consent(parts: Parts): Promise<CallDetail['consent']> {
    const decision = await this.source.manager.findOne(ConsentDecision, {
      where: { callId: In(parts) },
      order: LAST_FIRST,
    });
    if (!decision) return null;
    const { state, ruleId, rulesVersion, mayRecord, evidenceKind, evidenceAt } = decision;
    return { state, ruleId, rulesVersion, mayRecord, evidenceKind, evidenceAt: isoOrNull(evidenceAt) };
  }

  private async givenUp({ id, stage }: Call): Promise<CallDetail['givenUp']> {
    if (stage !== 'given_up') return null;
    const [row]: { at: Date; reason: GiveUpReason; note: string | null; zh: string; en: string }[] =
      await this.source.query(
        `select at, reason, note, name_zh as zh, name_en as en from call_give_up join person on person.id = by_person_id
         where call_id = $1 and reopened_at is null`,
        [id],
      );
    if (!row) return null;
    const { at, reason, note, zh, en } = row;
    return { at: at.toISOString(), reason, note, by: { zh, en } };
  }

  /** Of a leg that is not seen only what was corrected of the whole call. */
  private async corrections(parts: Parts, legs: readonly Leg[]): Promise<CallDetail['corrections']> {
    const rows: (Omit<Correction, 'at' | 'fields'> & { at: Date; legId: string; after: object })[] =
      await this.source.query(
        `select said.at, said.leg_id as "legId", said.origin as "from", said.reason, said.after,
           json_build_object('zh', person.name_zh, 'en', person.name_en) as by,
           case when second.id is not null then json_build_object('zh', second.name_zh, 'en', second.name_en) end as "confirmedBy",
           coalesce(second.id = person.id, false) as "byOnePerson"
         from call_correction said join person on person.id = said.by_person_id
           left join correction_proposal proposal on proposal.id = said.proposal_id left join person second on second.id = proposal.decided_by_person_id
         where said.call_id = any($1::uuid[]) order by said.at desc`,
        [parts],
      );
    return rows.flatMap(({ at, legId, after, ...row }) => {
      const seen = legs.some(({ id }) => id === legId);
      const fields = CORRECTABLE.filter((field) => field in after && (seen || !OF_LEG.includes(field)));
      return fields.length > 0 ? [{ ...row, at: at.toISOString(), fields }] : [];
    });
  }

  /** The newest words of each recording. */
  private async versions(recordings: readonly Recording[]): Promise<Map<string, number>> {
    const rows: { id: string; version: number }[] = await this.source.query(
      'select recording_id as id, max(version) as version from transcript where recording_id = any($1) group by recording_id',
      [recordings.map(({ id }) => id)],
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  }

  private async sameMatter(asker: Asker, { matterId }: Call, parts: Parts): Promise<CallDetail['sameMatter']> {
    if (matterId === null) return [];
    const parameters = new Parameters();
    const visible = visibleLegs('calls.read', asker, parameters);
    const rows: { id: string; started_at: Date; stage: CallStage; agent: Bilingual | null }[] = await this.source.query(
      `select distinct on (call.started_at, call.id) call.id, started_at, stage,
         case when person.id is not null then json_build_object('zh', name_zh, 'en', name_en) end as agent
       from call join leg on leg.call_id = call.id left join person on person.id = leg.person_id
       where matter_id = ${parameters.add(matterId)} and call.id <> all(${parameters.add(parts)}::uuid[]) and ${visible}
       order by call.started_at desc, call.id, leg.person_id is null, leg.position limit 20`,
      parameters.values,
    );
    return rows.map(({ id: callId, started_at, stage, agent }) => {
      return { callId, startedAt: started_at.toISOString(), agent, stage };
    });
  }

  /** In the list of calls, also of a call that is not in it. */
  private async neighbours(asker: Asker, parts: Parts): Promise<CallDetail['neighbours']> {
    const parameters = new Parameters();
    const visible = visibleLegs('calls.read', asker, parameters);
    // The row's own key, with the database's microseconds.
    const here = `(select started_at, id from call where id = ${parameters.add(parts[0])})`;
    const other = `leg.call_id <> all(${parameters.add(parts)}::uuid[])`;
    const beside = (comparison: '<' | '>', order: 'asc' | 'desc') =>
      `(select leg.call_id from listed_leg leg where (leg.started_at, leg.call_id) ${comparison} ${here} and ${other} and ${visible}
        order by leg.started_at ${order}, leg.call_id ${order} limit 1)`;
    const [row]: CallDetail['neighbours'][] = await this.source.query(
      `select ${beside('>', 'asc')} as newer, ${beside('<', 'desc')} as older`,
      parameters.values,
    );
    return row ?? { newer: null, older: null };
  }
}

/**
 * The process that captures pauses at once when it is asked; who asked is in the journal, under the name that the telephone system gave the call.
 * Nothing is taken either while a call is held or while consent is open, which is no person's pause: where one of these is as near, no one is named.
 */
const PAUSES = `
  select one.from_ms as "fromMs", one.to_ms as "toMs",
    (select case when entry.event = 'live_call.paused' then json_build_object('zh', person.name_zh, 'en', person.name_en) end
     from journal_entry entry
       join journal_detail detail on detail.entry_id = entry.id left join person on person.id = entry.actor_person_id
     where entry.event in ('live_call.paused', 'live_call.consent_said')
       and entry.at between began.at - interval '1 second' and began.at + interval '1 second'
       and detail.details->>'liveCallId' in (select external_id from call where id = leg.call_id
         union all select external_id from call_name where call_id = leg.call_id)
       and not exists (select 1 from jsonb_array_elements(coalesce(leg.holds, '[]')) hold
         where began.at between (hold->>0)::timestamptz - interval '1 second' and (hold->>1)::timestamptz)
     order by abs(extract(epoch from entry.at - began.at)), entry.event limit 1) as by
  from recording_unheard one join recording on recording.id = one.recording_id join leg on leg.id = recording.leg_id
    cross join lateral (select recording.began_at + one.from_ms * interval '1 millisecond' as at) began
  where one.recording_id = $1 and one.reason = 'paused' order by one.from_ms, one.to_ms`;

/** The ids of one call: that which stays comes first. */
type Parts = [string, ...string[]];

type CustodyFacts = Pick<RecordingView, 'pauses' | 'held' | 'certificate' | 'shutFor' | 'keptSha256' | 'partOf'>;

const isoOrNull = (date: Date | null): string | null => date?.toISOString() ?? null;

const knownOf = ({ source, externalId, region, classification, purpose, outcome, languageTold, connection }: Call) => {
  return { source, externalId, region, classification, purpose, outcome, languageTold, connection };
};

function recordingOf(
  recording: Recording,
  keyCopies: number,
  transcriptVersion: number | null,
  custodyOf: CustodyFacts = {
    ...{ pauses: [], held: false, certificate: null, shutFor: null, partOf: null, keptSha256: recording.sha256 },
  },
): RecordingView {
  const { id, custody, sha256, durationMs, channels, sampleRate, codec, incomplete, damaged, agentChannel } = recording;
  const known = { custody, sha256, durationMs, channels, sampleRate, codec, incomplete, damaged, agentChannel };
  return {
    recordingId: id,
    legId: recording.legId,
    beganAt: isoOrNull(recording.beganAt),
    ...known,
    restricted: recording.restricted,
    ...custodyOf,
    bytes: Number(recording.bytes),
    sealedAt: isoOrNull(recording.sealedAt),
    keyCopies,
    soundChecks: recording.soundChecks,
    speakers: recording.speakers,
    wordsRefusal: recording.wordsRefusal,
    transcriptVersion,
  };
}
