import { type JobName } from '#contracts';
import { FoldRecordsService, PlaceLegsService, SplitRecordingService } from '#intake';
import { BuildExportService, ExportSweep } from '#legal';
import { ChatDrain, ChatSweep, MailDrain, MailSweep } from '#notifications';
import { WorkService } from '#platform';
import { BackTestService, QualityRuns, RehearCallsService, RescoreCallsService, ScoreLegService } from '#quality';
import { FindCommitmentsService, MatchCommitmentsService } from '#commitments';
import { SealRecordingService } from '#recordings';
import { DestroyRecordingService } from '#retention';
import {
  HearAgain,
  HearOrder,
  IndexWordsService,
  MaskRecordingService,
  TranscribeRecordingService,
  UnindexedWords,
  UnmaskedRecordings,
} from '#transcripts';
import { DeliverySweep, DrainService } from '#webhooks';
import { MINUTE, SECOND } from '../schedule-row.js';
import { troubleOf } from './attention.rules.js';
import { GiveUp } from './give-up.js';
import { closes, closesWith, failureOf, handsOverLeg, handsOverRecording, type JobRow } from './job-row.js';

/** A recording that is heard again keeps the words it has; one that is heard for the first time waits for a person. */
const TRANSCRIBES: JobRow = {
  run: (get, recordingId, context) => get(TranscribeRecordingService).transcribe(recordingId, context),
  giveUp: async (get, recordingId, lease, error) => {
    if (await get(HearAgain).failed(recordingId, lease, troubleOf(error).reason)) return;
    await get(GiveUp).recording(recordingId, lease, error);
  },
  atOnce: 2,
};

/** If the run fails, only the run is marked failed: completed work stays, and no call changes. */
const failsRun: JobRow['giveUp'] = (get, runId, lease, error) =>
  get(QualityRuns).giveUp(runId, lease, failureOf(error));

/**
 * All background work, a row for each job of `libs/contracts/src/jobs.ts`: one that is missing does not compile. Which event opens which job is
 * said beside the event, as `opens` in `libs/contracts/src/events/`.
 */
export const JOB_ROWS = {
  'seal-recording': {
    run: (get, recordingId, context) => get(SealRecordingService).seal(recordingId, context),
    giveUp: handsOverRecording,
    atOnce: 2,
  },
  'transcribe-recording': {
    ...TRANSCRIBES,
    // The last place is for short recordings alone: they share the recogniser with a long one that is being heard.
    atOnce: ({ engines }) => engines.concurrency + 1,
    first: (get, place, { engines }) => get(HearOrder).first(place < engines.concurrency ? 'any' : 'short'),
  },
  'take-provided-words': TRANSCRIBES,
  'mask-recording': {
    run: (get, recordingId, context) => get(MaskRecordingService).mask(recordingId, context),
    // The call's words are masked without this. Its sound stays shut, and the sweep tries again.
    giveUp: closesWith('mask_failed'),
    atOnce: 1,
    schedules: [
      {
        name: 'mask-older-recordings',
        every: MINUTE,
        lateAfter: 10 * MINUTE,
        run: (get) => get(UnmaskedRecordings).sweep(),
      },
    ],
  },
  'score-leg': {
    run: (get, legId, context) => get(ScoreLegService).score(legId, context),
    giveUp: handsOverLeg,
    atOnce: 2,
  },
  'find-commitments': {
    run: (get, legId, context) => get(FindCommitmentsService).find(legId, context),
    giveUp: closes,
    atOnce: 2,
  },
  'match-commitments': {
    run: (get, callId, context) => get(MatchCommitmentsService).match(callId, context),
    giveUp: closes,
    atOnce: 2,
  },
  'index-words': {
    run: (get, recordingId, context) => get(IndexWordsService).index(recordingId, context),
    giveUp: closes,
    atOnce: 2,
    schedules: [
      {
        name: 'index-older-words',
        every: 5 * MINUTE,
        lateAfter: 15 * MINUTE,
        run: (get) => get(UnindexedWords).sweep(),
      },
    ],
  },
  'destroy-recording': {
    run: (get, recordingId, context) => get(DestroyRecordingService).destroy(recordingId, context),
    // The recording is out of reach already; the retention sweep opens the rest again.
    giveUp: closesWith('destroy_failed'),
    atOnce: 1,
  },
  'deliver-webhooks': {
    // A delivery that is refused is no failed job: it is recorded and has a schedule of its own.
    run: (get, endpointId, context) => get(DrainService).drain(endpointId, context),
    giveUp: closes,
    atOnce: 8,
    schedules: [
      {
        name: 'open-due-webhooks',
        every: 2 * SECOND,
        lateAfter: 2 * MINUTE,
        run: (get) => get(DeliverySweep).openDue(),
      },
    ],
  },
  'build-export': {
    run: (get, requestId, context) => get(BuildExportService).build(requestId, context, get(WorkService)),
    giveUp: (get, requestId, lease, error) =>
      get(BuildExportService).giveUp(requestId, lease, failureOf(error), get(WorkService)),
    atOnce: 1,
    // The event of the approval opens it; this finds one whose work was lost.
    schedules: [
      { name: 'open-due-exports', every: MINUTE, lateAfter: 10 * MINUTE, run: (get) => get(ExportSweep).openDue() },
    ],
  },
  'send-mail': {
    // Mail that a server does not take is no failed job: it is recorded and has a schedule of its own.
    run: (get, _mailboxId, context) => get(MailDrain).drain(context),
    giveUp: closes,
    atOnce: 1,
    schedules: [
      { name: 'open-due-mail', every: 5 * SECOND, lateAfter: 2 * MINUTE, run: (get) => get(MailSweep).openDue() },
    ],
  },
  'send-chat': {
    // As with mail and webhooks: a message that is not taken has a schedule of its own.
    run: (get, addressId, context) => get(ChatDrain).drain(addressId, context),
    giveUp: closes,
    atOnce: 4,
    schedules: [
      { name: 'open-due-chat', every: 5 * SECOND, lateAfter: 2 * MINUTE, run: (get) => get(ChatSweep).openDue() },
    ],
  },
  'run-back-test': {
    run: (get, runId, context) => get(BackTestService).run(runId, context),
    giveUp: failsRun,
    atOnce: 1,
  },
  'rehear-calls': {
    run: (get, runId, context) => get(RehearCallsService).run(runId, context),
    giveUp: failsRun,
    atOnce: 1,
  },
  'fold-records': {
    run: (get, sourceId, context) => get(FoldRecordsService).fold(sourceId, context),
    giveUp: closesWith('fold_failed'),
    atOnce: 2,
    schedules: [
      {
        name: 'fold-due-records',
        every: MINUTE,
        lateAfter: 10 * MINUTE,
        run: (get) => get(FoldRecordsService).openDue(),
      },
    ],
  },
  'place-legs': {
    run: (get, _eventId, context) => get(PlaceLegsService).place(context),
    giveUp: closes,
    atOnce: 1,
  },
  // The completeness sweep asks for it, and asks again where it was given up and the call changed.
  'split-recording': {
    run: (get, recordingId, context) => get(SplitRecordingService).split(recordingId, context),
    giveUp: closesWith('split_failed'),
    atOnce: 1,
  },
  'rescore-calls': {
    run: (get, runId, context) => get(RescoreCallsService).run(runId, context),
    giveUp: failsRun,
    atOnce: 1,
  },
} as const satisfies Record<JobName, JobRow>;
