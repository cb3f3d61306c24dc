import * as accounts from './accounts.js';
import * as calibrations from './calibrations.js';
import * as calls from './calls.js';
import * as coaching from './coaching.js';
import * as legal from './legal.js';
import * as operations from './operations.js';
import * as people from './people.js';
import * as quality from './quality.js';
import * as reports from './reports.js';
import { rowsOf } from '../cells.js';

const AREAS = [accounts, calibrations, calls, coaching, legal, operations, people, quality, reports];

/**
 * Who gets what from every route. A cell is the answer for one's own (a leg of one's team; for an agent, one's own leg) and, after the
 * stroke, for another team's: a status where it is a success, else the refusal's code. Short for the most frequent: "-" is forbidden, "out" is
 * not_signed_in, "wide" is whole_company_needed. Every role is for team A; the last column is a caller without a session. "proof" says that the route takes a fresh
 * proof of identity; every session of the table has given one.
 */
export const ROLES = AREAS.flatMap((area) => rowsOf(area.ROLES));

/**
 * How far every route that asks for a permission reaches. One and the same thing of client A (`parametersOf` in the test says which) is asked for
 * by a person whose role is for client A, for another client, and for the whole company; `who` is the role. A thing in another client is there
 * for no other: a refusal that tells it apart from what does not exist is a finding. Lists answer everyone, and the test looks into them: no
 * answer to the other client may name client A's call, recording, agent or team. Brackets tell rows of one route apart. What is one's own
 * alone (views, drafts of requests, packages) answers all three alike.
 */
export const REACH = AREAS.flatMap((area) => rowsOf(area.REACH));
