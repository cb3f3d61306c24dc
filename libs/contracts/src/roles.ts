import { z } from 'zod';

export const roleSchema = z.enum([
  'agent',
  'supervisor',
  'quality_analyst',
  'quality_manager',
  'legal_requester',
  'legal_approver',
  'auditor',
  'administrator',
]);
export type Role = z.infer<typeof roleSchema>;

/** What a route, a socket event or a service may ask of an account. */
export const permissionSchema = z.enum([
  /** Send calls and recordings in; sees identifiers only. */
  'calls.ingest',
  /** The call, its legs, facts, stage and custody. */
  'calls.read',
  /** Take the rows of a filtered list away as a file. */
  'calls.export',
  /** The list, counted: by team, agent, item and so on; as far as the list reaches, scores as far as scores may be seen. */
  'reports.read',
  /** Have reports sent by mail to people who may see them: each gets what their own reach shows. */
  'reports.send',
  /** Rounds in which it is asked who still needs which right, as far as the reach goes. */
  'recertification.read',
  /** Say whether a right of another person is still needed. */
  'recertification.answer',
  /** How often it is asked, and from when. */
  'recertification.manage',
  /** A whole round as a file. */
  'recertification.report',
  /** What is missing of calls within reach, and how complete they are: identifiers and times, no content. */
  'completeness.read',
  /** Take a gap on, ask that it be accepted, and agree to what a colleague asked. */
  'completeness.mend',
  /** How long is waited, the target and the alarm. */
  'completeness.manage',
  /** The floor: what agents of teams within reach do now, who waits, how many calls were served, and alarms. */
  'floor.read',
  /** Say that one looks after an alarm of the floor. */
  'floor.answer',
  /** Calls that go on: what the customer said of being recorded, and pauses; of one's own calls, or of the teams one leads. */
  'live_calls.control',
  /** Listen in on calls that go on, under a standing grant that says so. */
  'live_calls.listen',
  /** Choose which calls that go on the machine hears for their words. */
  'live_calls.choose_words',
  /** Make and end links by which a screen on a wall shows the floor of a team. */
  'walls.manage',
  /** Give a saved view of the list to a team. */
  'views.share',
  /** Start the stage of a call that needs attention again. */
  'calls.retry',
  'transcripts.read',
  /** Correct words that were misheard, with a new version beside the old: never of a call that one took. */
  'transcripts.correct',
  /** Have the sound of calls heard again by the engine and settings in force. */
  'transcripts.rehear',
  'scorecards.read',
  /** Answer items that wait for a person, and correct a score: a new card, never of a call that one took. */
  'scorecards.judge',
  /** Give calls to a reviewer, outside of every draw. */
  'reviews.assign',
  /** Disputes: one's own, or those of the teams within reach. */
  'disputes.read',
  /** Contest an item of one's own score, take it further, withdraw it. */
  'disputes.file',
  /** Decide a dispute at the first stage: never of a score that one judged. */
  'disputes.decide',
  /** Decide at the last stage. */
  'disputes.decide_last',
  /** Coaching sessions: one's own once they are shared, or those of the teams within reach. */
  'coaching.read',
  /** Prepare, share and close coaching for an agent within reach. */
  'coaching.lead',
  /** Answer and acknowledge one's own coaching, and score one's own call. */
  'coaching.answer',
  /** Published best calls, silenced; as an agent, what is asked about one's own too. */
  'best_calls.read',
  /** Nominate, publish and withdraw best calls: a second person publishes. */
  'best_calls.manage',
  /** Deadlines and targets of quality work. */
  'quality.settings',
  /** Sampling plans, their draws and frames, and how a draw is done again. */
  'sampling.read',
  /** Have several reviewers judge one call, each without the others, and note what is right. */
  'calibrations.manage',
  /** Make, change and end sampling plans, and replace a call that was drawn. */
  'sampling.manage',
  /** How far reviews of drawn calls are, as far as the reach goes. */
  'sampling.progress',
  /** Say of a stretch that may be a card's code whether it is one: then it is cut out of the stored recording. */
  'redaction.decide',
  /** Have calls scored again by what is in force now. */
  'scorecards.rescore',
  /** Try a checklist on past calls before it is published. */
  'scorecards.backtest',
  /** Open a playback; a live grant is needed besides. */
  'audio.play',
  /** The journal of a call that may be seen. */
  'calls.journal.read',
  /** Close the processing of a call that needs attention, with a reason: nothing tries it again automatically. */
  'calls.give_up',
  /** Correct what is known of a call, with a reason, and say who its speakers are: never of a call that one took. */
  'calls.correct',
  /** Stages, engines, storage and keys as figures: no call, no words. */
  'processing.read',
  /** Checklists, their versions, drafts and phrases; judge a dialogue with one. */
  'checklists.read',
  /** Open, change, validate and discard drafts of checklists. */
  'checklists.edit',
  /** Publish a draft, with a reason, and retire a version. */
  'checklists.publish',
  /** Names, cadence, calendar, teams, clients, extensions, the recording notice. */
  'company.manage',
  /** Staff, their accounts, and the roles proposed for them. */
  'people.manage',
  /** Keep people and groups as the company's directory says (SCIM): make, move and end them, and propose roles. For tokens. */
  'people.provision',
  /** Agree to a role that a colleague proposed. */
  'roles.approve',
  /** See and revoke the API tokens of all accounts; one's own need no permission. */
  'tokens.manage',
  'webhooks.manage',
  /** What agents promised and whether it was kept. */
  'commitments.read',
  /** Say that a promise was kept or not, set its time, hand it over: for one's own, and for those of the teams one leads. */
  'commitments.answer',
  /** Release from a promise, or strike what never was one. */
  'commitments.oversee',
  /** What is hidden in words and sound. To hide less takes a second person who holds it too. */
  'redaction.manage',
  /** The whole journal, who opened what and why, and whether it verifies: identifiers and times, no content. */
  'journal.read',
  /** Legal cases, requests and grants: a requester's own, everything within reach for who decides or audits. */
  'legal.read',
  /** Open and close legal cases. */
  'legal.cases',
  /** Ask to hear, read or take out recordings; a grant is for the asker alone. */
  'legal.request',
  /** Open recordings in an emergency, without approval: briefly, with an alarm, and with a review afterwards. */
  'legal.break_glass',
  /** See all requests within reach, and who used the grants from them. */
  'legal.oversee',
  /** Decide a colleague's request, and take back what was granted. */
  'legal.decide',
  /** Standing grants: who may hear and read by an ordinary right, and how that is used. */
  'grants.read',
  /** Propose one: another person publishes it. */
  'grants.propose',
  /** Publish what a colleague proposed, or refuse it. */
  'grants.publish',
  /** Take one back at once. */
  'grants.revoke',
  /** Legal holds over calls within reach. */
  'holds.read',
  /** Place a hold, and ask that one be released. */
  'holds.place',
  /** Agree to a release that a colleague asked for. */
  'holds.release',
  /** The retention schedule, what is being destroyed, and certificates. */
  'retention.read',
  /** Propose a schedule, and agree to a colleague's. */
  'retention.manage',
  /** Say that the clock is right after it jumped: destruction goes on. */
  'retention.confirm_clock',
  /** Requests of the persons recorded. */
  'data_requests.read',
  /** Register one, and propose what to do. */
  'data_requests.manage',
  /** Confirm what a colleague proposed. */
  'data_requests.decide',
]);
export type Permission = z.infer<typeof permissionSchema>;

/**
 * Why a person's rights wait for a second person. `way_in_reset`: the command on the machine let in a person who had lost their second factor.
 * `opened_first`: the account was opened for the first time; an agent's own role does not wait for that.
 */
export const suspensionCauseSchema = z.enum(['invited_again', 'second_factor_removed', 'way_in_reset', 'opened_first']);
export type SuspensionCause = z.infer<typeof suspensionCauseSchema>;

/**
 * What a session still owes before it is open, in this order: the second factor; setting one up, where a role needs it and the days of grace
 * are over; another password, where it has run out; having read that calls are recorded.
 */
export const pendingStepSchema = z.enum([
  'second_factor',
  'second_factor_setup',
  'password_change',
  'recording_notice',
]);
export type PendingStep = z.infer<typeof pendingStepSchema>;
