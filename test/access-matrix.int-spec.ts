import { io, type Socket } from 'socket.io-client';
import {
  roleSchema,
  SOCKET_PATH,
  TOKEN_SCOPES,
  type CallDelta,
  type Hello,
  type Role,
  type ServerToClientEvents,
} from '#contracts';
import { JournalService } from '#journal';
import { VaultService } from '#recordings';
import { buildAccount, buildGrant, PASSWORD, type TestAccount } from './factories/accounts.js';
import { startTestApi, type TestApi } from './factories/api.js';
import { buildCall, type BuiltCall } from './factories/calls.js';
import { buildOrganisation, type Organisation } from './factories/organisation.js';
import { buildRecording, buildTranscript } from './factories/recordings.js';
import { buildScorecard } from './factories/scorecards.js';

/**
 * Who gets what from every route. A cell is the answer for one's own (a leg of one's team; for an agent, one's own leg) and, after the
 * stroke, for another team's. `nobody` is not signed in. A route that is not listed here fails the test.
 */
const TABLE = `
  route                                    | agent   | supervisor | quality_analyst | quality_manager | legal_requester | legal_approver | auditor | administrator | nobody
  POST   /api/v1/auth/login                | 200     | 200        | 200             | 200             | 200             | 200            | 200     | 200           | 401
  POST   /api/v1/auth/logout               | 204     | 204        | 204             | 204             | 204             | 204            | 204     | 204           | 401
  GET    /api/v1/auth/me                   | 200     | 200        | 200             | 200             | 200             | 200            | 200     | 200           | 401
  PUT    /api/v1/auth/me/language          | 200     | 200        | 200             | 200             | 200             | 200            | 200     | 200           | 401
  POST   /api/v1/auth/second-factor         | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 401
  POST   /api/v1/auth/second-factor/more-time | 409 | 409 | 409 | 409 | 409 | 409 | 409 | 409 | 401
  POST   /api/v1/auth/step-up               | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 401
  GET    /api/v1/account                    | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 401
  POST   /api/v1/account/password           | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 401
  GET    /api/v1/account/sessions           | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 401
  DELETE /api/v1/account/sessions           | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 401
  DELETE /api/v1/account/sessions/{sessionId} | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 401
  POST   /api/v1/account/second-factor      | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/account/second-factor/confirm | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 401
  POST   /api/v1/account/second-factor/recovery-codes | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/account/second-factor/disable | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 401
  DELETE /api/v1/accounts/{accountId}/second-factor | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  GET    /api/v1/account/tokens             | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 401
  POST   /api/v1/account/tokens             | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  DELETE /api/v1/account/tokens/{tokenId}   | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 404 | 401
  GET    /api/v1/tokens                     | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 401
  DELETE /api/v1/tokens/{tokenId}           | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 404 | 401
  GET    /api/v1/calls                     | 200     | 200        | 200             | 200             | 200             | 200            | 200     | 403           | 401
  POST   /api/v1/calls                     | 403     | 403        | 403             | 415             | 403             | 403            | 403     | 415           | 401
  GET    /api/v1/calls/figures             | 200     | 200        | 200             | 200             | 200             | 200            | 200     | 403           | 401
  GET    /api/v1/calls/count               | 200     | 200        | 200             | 200             | 200             | 200            | 200     | 403           | 401
  GET    /api/v1/calls/filter-choices      | 200     | 200        | 200             | 200             | 200             | 200            | 200     | 403           | 401
  GET    /api/v1/calls/export.csv          | 403     | 200        | 403             | 200             | 403             | 403            | 200     | 403           | 401
  GET    /api/v1/calls/{callId}/neighbours | 200/404 | 200/404    | 200/404         | 200/404         | 200/404         | 200/404        | 200/404 | 403/403       | 401
  GET    /api/v1/sent-calls                | 403     | 403        | 403             | 200             | 403             | 403            | 403     | 200           | 401
  GET    /api/v1/views                     | 200     | 200        | 200             | 200             | 200             | 200            | 200     | 403           | 401
  POST   /api/v1/views                     | 201     | 201        | 201             | 201             | 201             | 201            | 201     | 403           | 401
  PUT    /api/v1/views/default             | 204     | 204        | 204             | 204             | 204             | 204            | 204     | 403           | 401
  PATCH  /api/v1/views/{viewId}            | 404     | 404        | 404             | 404             | 404             | 404            | 404     | 403           | 401
  DELETE /api/v1/views/{viewId}            | 404     | 404        | 404             | 404             | 404             | 404            | 404     | 403           | 401
  POST   /api/v1/views/{viewId}/restore    | 404     | 404        | 404             | 404             | 404             | 404            | 404     | 403           | 401
  GET    /api/v1/calls/{callId}            | 200/404 | 200/404    | 200/404         | 200/404         | 200/404         | 200/404        | 200/404 | 403/403       | 401
  GET    /api/v1/calls/{callId}/journal    | 200/404 | 200/404    | 200/404         | 200/404         | 200/404         | 200/404        | 200/404 | 403/403       | 401
  POST   /api/v1/calls/{callId}/retry      | 403/403 | 409/404    | 403/403         | 409/404         | 403/403         | 403/403        | 403/403 | 403/403       | 401
  POST   /api/v1/calls/{callId}/give-up    | 403/403 | 409/404    | 403/403         | 409/404         | 403/403         | 403/403        | 403/403 | 403/403       | 401
  POST   /api/v1/calls/{callId}/corrections| 403/403 | 200/404    | 403/403         | 200/404         | 403/403         | 403/403        | 403/403 | 403/403       | 401
  PUT    /api/v1/calls/{callId}/speakers   | 403/403 | 409/404    | 403/403         | 409/404         | 403/403         | 403/403        | 403/403 | 403/403       | 401
  GET    /api/v1/processing                | 403     | 403        | 403             | 200             | 403             | 403            | 403     | 200           | 401
  POST   /api/v1/processing/retry          | 403     | 200        | 403             | 200             | 403             | 403            | 403     | 403           | 401
  POST   /api/v1/processing/give-up        | 403     | 200        | 403             | 200             | 403             | 403            | 403     | 403           | 401
  GET    /api/v1/calls/{callId}/transcript | 200/404 | 200/404    | 200/404         | 200/404         | 403/403         | 403/403        | 403/403 | 403/403       | 401
  POST   /api/v1/calls/{callId}/readings   | 403/403 | 403/403    | 403/403         | 403/403         | 403/403         | 403/403        | 403/403 | 403/403       | 401
  GET    /api/v1/calls/{callId}/accesses   | 200/404 | 200/404    | 200/404         | 200/404         | 200/404         | 200/404        | 200/404 | 403/403       | 401
  GET    /api/v1/calls/{callId}/scorecards | 200/404 | 200/404    | 200/404         | 200/404         | 403/403         | 403/403        | 403/403 | 403/403       | 401
  GET    /api/v1/calls/{callId}/measures   | 200/404 | 200/404    | 200/404         | 200/404         | 403/403         | 403/403        | 403/403 | 403/403       | 401
  GET    /api/v1/calls/{callId}/peaks      | 200/404 | 200/404    | 200/404         | 200/404         | 403/404 | 403/403        | 403/403 | 403/403       | 401
  GET    /api/v1/reviews/waiting           | 403     | 200        | 200             | 200             | 403             | 403            | 403     | 403           | 401
  POST   /api/v1/reviews/waiting/{waitingId}/claim | 403 | 404 | 404 | 404 | 403 | 403 | 403 | 403 | 401
  DELETE /api/v1/reviews/waiting/{waitingId}/claim | 403 | 404 | 404 | 404 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/calls/{callId}/reviews/preview | 403/403 | 409/404 | 409/404 | 409/404 | 403/403 | 403/403 | 403/403 | 403/403 | 401
  POST   /api/v1/calls/{callId}/reviews    | 403/403 | 409/404    | 409/404         | 409/404         | 403/403         | 403/403        | 403/403 | 403/403       | 401
  POST   /api/v1/calls/{callId}/rescore    | 403/403 | 403/403    | 403/403         | 204/404         | 403/403         | 403/403        | 403/403 | 403/403       | 401
  GET    /api/v1/back-tests                | 403 | 403 | 403 | 200 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/back-tests                | 403 | 403 | 403 | 404 | 403 | 403 | 403 | 403 | 401
  GET    /api/v1/back-tests/{runId}        | 403 | 403 | 403 | 404 | 403 | 403 | 403 | 403 | 401
  GET    /api/v1/back-tests/{runId}/flips  | 403 | 403 | 403 | 404 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/back-tests/{runId}/cancel | 403 | 403 | 403 | 404 | 403 | 403 | 403 | 403 | 401
  GET    /api/v1/rescores                  | 403 | 403 | 403 | 200 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/rescores                  | 403 | 403 | 403 | 202 | 403 | 403 | 403 | 403 | 401
  GET    /api/v1/rescores/{runId}          | 403 | 403 | 403 | 404 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/rescores/{runId}/cancel   | 403 | 403 | 403 | 404 | 403 | 403 | 403 | 403 | 401
  GET    /api/v1/commitments               | 200     | 200        | 200             | 200             | 403             | 403            | 403     | 403           | 401
  GET    /api/v1/commitments/figures       | 200     | 200        | 200             | 200             | 403             | 403            | 403     | 403           | 401
  GET    /api/v1/commitments/{commitmentId}/words | 404 | 404       | 404             | 404             | 403             | 403            | 403     | 403           | 401
  GET    /api/v1/commitments/{commitmentId}/history | 404 | 404     | 404             | 404             | 403             | 403            | 403     | 403           | 401
  POST   /api/v1/commitments/{commitmentId}/answers | 400 | 400     | 403             | 403             | 403             | 403            | 403     | 403           | 401
  GET    /api/v1/calls/{callId}/commitments | 200/404 | 200/404    | 200/404         | 200/404         | 403/403         | 403/403        | 403/403 | 403/403       | 401
  POST   /api/v1/calls/{callId}/plays      | 201/404 | 201/404    | 201/404         | 201/404         | 403/404 | 403/403        | 403/403 | 403/403       | 401
  GET    /api/v1/calls/{callId}/audio      | 206/404 | 206/404    | 206/404         | 206/404         | 404/404 | 403/403        | 403/403 | 403/403       | 401
  POST   /api/v1/plays/{playId}/heard      | 204/404 | 204/404    | 204/404         | 204/404         | 404/404 | 403/403        | 403/403 | 403/403       | 401
  DELETE /api/v1/plays/{playId}            | 204/404 | 204/404    | 204/404         | 204/404         | 404/404 | 403/403        | 403/403 | 403/403       | 401
  GET    /api/v1/search/words              | 200     | 200        | 200             | 200             | 403             | 403            | 403     | 403           | 401
  GET    /api/v1/webhooks                  | 403     | 403        | 403             | 403             | 403             | 403            | 403     | 200           | 401
  POST   /api/v1/webhooks                  | 403     | 403        | 403             | 403             | 403             | 403            | 403     | 201           | 401
  PUT    /api/v1/webhooks/{endpointId}     | 403     | 403        | 403             | 403             | 403             | 403            | 403     | 404           | 401
  DELETE /api/v1/webhooks/{endpointId}     | 403     | 403        | 403             | 403             | 403             | 403            | 403     | 404           | 401
  POST   /api/v1/webhooks/{endpointId}/pause | 403     | 403        | 403             | 403             | 403             | 403            | 403     | 404           | 401
  POST   /api/v1/webhooks/{endpointId}/resume | 403     | 403        | 403             | 403             | 403             | 403            | 403     | 404           | 401
  POST   /api/v1/webhooks/{endpointId}/secret | 403     | 403        | 403             | 403             | 403             | 403            | 403     | 404           | 401
  GET    /api/v1/webhooks/{endpointId}/deliveries | 403     | 403        | 403             | 403             | 403             | 403            | 403     | 404           | 401
  POST   /api/v1/webhooks/{endpointId}/ping | 403     | 403        | 403             | 403             | 403             | 403            | 403     | 404           | 401
  POST   /api/v1/webhooks/{endpointId}/deliveries/{deliveryId}/replay | 403     | 403        | 403             | 403             | 403             | 403            | 403     | 404           | 401
  POST   /api/v1/webhooks/{endpointId}/replay | 403     | 403        | 403             | 403             | 403             | 403            | 403     | 404           | 401
  GET    /api/v1/notice                    | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 401
  POST   /api/v1/notice/acknowledgement    | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 401
  POST   /api/v1/open-account/check        | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400
  POST   /api/v1/open-account              | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400
  GET    /api/v1/company/profile           | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 401
  PUT    /api/v1/company/profile           | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 400 | 401
  GET    /api/v1/card-codes                | 403 | 403 | 403 | 200 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/calls/{callId}/card-codes | 403/403 | 403/403 | 403/403 | 400/400 | 403/403 | 403/403 | 403/403 | 403/403 | 401
  GET    /api/v1/company/redaction         | 403 | 403 | 403 | 200 | 403 | 200 | 403 | 200 | 401
  PUT    /api/v1/company/redaction         | 403 | 403 | 403 | 400 | 403 | 400 | 403 | 400 | 401
  POST   /api/v1/company/redaction/decisions | 403 | 403 | 403 | 400 | 403 | 400 | 403 | 400 | 401
  GET    /api/v1/company/calendar          | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 401
  POST   /api/v1/company/calendar/import   | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  GET    /api/v1/company/notice            | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 401
  POST   /api/v1/company/notice            | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 400 | 401
  GET    /api/v1/company/clients           | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 401
  POST   /api/v1/company/clients           | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  PUT    /api/v1/company/clients/{clientId} | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/company/clients/{clientId}/close | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/company/clients/{clientId}/teams | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  PUT    /api/v1/company/teams/{teamId}    | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 400 | 401
  POST   /api/v1/company/teams/{teamId}/close | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  GET    /api/v1/people                    | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 401
  POST   /api/v1/people                    | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 400 | 401
  PUT    /api/v1/people/{personId}         | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 400 | 401
  POST   /api/v1/people/{personId}/leave   | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 404 | 401
  POST   /api/v1/people/{personId}/return  | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 404 | 401
  POST   /api/v1/people/{personId}/invitation | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 404 | 401
  DELETE /api/v1/people/{personId}/invitation | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 404 | 401
  DELETE /api/v1/people/{personId}/roles/{assignmentId} | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 404 | 401
  POST   /api/v1/staff/import              | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 415 | 401
  GET    /api/v1/staff/export              | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 401
  POST   /api/v1/role-proposals            | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 400 | 401
  POST   /api/v1/role-proposals/{proposalId}/withdraw | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 404 | 401
  GET    /api/v1/extensions                | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 401
  POST   /api/v1/extensions                | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 400 | 401
  POST   /api/v1/extensions/{assignmentId}/release | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 404 | 401
  POST   /api/v1/extensions/import         | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 415 | 401
  GET    /api/v1/people/{personId}         | 403/403 | 403/403 | 403/403 | 403/403 | 403/403 | 403/403 | 403/403 | 200/404 | 401
  GET    /api/v1/role-proposals            | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 200 | 401
  POST   /api/v1/role-proposals/decisions  | 403 | 403 | 403 | 403 | 403 | 400 | 403 | 400 | 401
  GET    /api/v1/legal/requests            | 403 | 403 | 403 | 403 | 200 | 200 | 200 | 403 | 401
  POST   /api/v1/legal/requests/preview    | 403 | 403 | 403 | 403 | 200 | 403 | 403 | 403 | 401
  POST   /api/v1/legal/requests            | 403 | 403 | 403 | 403 | 400 | 403 | 403 | 403 | 401
  GET    /api/v1/legal/requests/{requestId} | 403 | 403 | 403 | 403 | 404 | 404 | 404 | 403 | 401
  GET    /api/v1/legal/requests/{requestId}/recordings | 403 | 403 | 403 | 403 | 404 | 404 | 404 | 403 | 401
  PUT    /api/v1/legal/requests/{requestId} | 403 | 403 | 403 | 403 | 400 | 403 | 403 | 403 | 401
  POST   /api/v1/legal/requests/{requestId}/submit | 403 | 403 | 403 | 403 | 404 | 403 | 403 | 403 | 401
  POST   /api/v1/legal/requests/{requestId}/answer | 403 | 403 | 403 | 403 | 400 | 403 | 403 | 403 | 401
  POST   /api/v1/legal/requests/{requestId}/withdraw | 403 | 403 | 403 | 403 | 404 | 403 | 403 | 403 | 401
  POST   /api/v1/legal/requests/{requestId}/decisions | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/legal/requests/{requestId}/revoke | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  GET    /api/v1/legal/break-glass         | 403 | 403 | 403 | 403 | 200 | 200 | 200 | 403 | 401
  POST   /api/v1/legal/requests/{requestId}/break-glass | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/legal/requests/{requestId}/review | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  GET    /api/v1/notifications             | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 401
  POST   /api/v1/notifications/read        | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 400 | 401
  GET    /api/v1/legal/cases               | 403 | 403 | 403 | 403 | 200 | 200 | 200 | 403 | 401
  POST   /api/v1/legal/cases               | 403 | 403 | 403 | 403 | 400 | 400 | 403 | 403 | 401
  GET    /api/v1/legal/cases/{caseId}      | 403 | 403 | 403 | 403 | 404 | 404 | 404 | 403 | 401
  POST   /api/v1/legal/cases/{caseId}/close | 403 | 403 | 403 | 403 | 404 | 404 | 403 | 403 | 401
  GET    /api/v1/evidence-exports          | 403 | 403 | 403 | 403 | 200 | 200 | 200 | 403 | 401
  GET    /api/v1/evidence-exports/{exportId}/package | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  GET    /api/v1/evidence-exports/{exportId}/readiness | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/evidence-exports/{exportId}/retry | 403 | 403 | 403 | 403 | 404 | 403 | 403 | 403 | 401
  GET    /api/v1/journal | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 401
  GET    /api/v1/journal/chain | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 401
  GET    /api/v1/journal/choices | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 401
  GET    /api/v1/journal/export.csv | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 401
  GET    /api/v1/accesses | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 401
  GET    /api/v1/accesses/export.csv | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 401
  GET    /api/v1/accesses/grants | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 401
  GET    /api/v1/accesses/grants/export.csv | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 401
  GET    /api/v1/accesses/unusual | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 401
  GET    /api/v1/accesses/unusual/export.csv | 403 | 403 | 403 | 403 | 403 | 403 | 200 | 403 | 401
  GET    /api/v1/legal/holds               | 403 | 403 | 403 | 403 | 200 | 200 | 200 | 200 | 401
  POST   /api/v1/legal/holds               | 403 | 403 | 403 | 403 | 400 | 400 | 403 | 403 | 401
  POST   /api/v1/legal/holds/preview       | 403 | 403 | 403 | 403 | 400 | 400 | 403 | 403 | 401
  GET    /api/v1/legal/holds/{holdId}      | 403 | 403 | 403 | 403 | 404 | 404 | 404 | 404 | 401
  POST   /api/v1/legal/holds/{holdId}/release | 403 | 403 | 403 | 403 | 400 | 400 | 403 | 403 | 401
  POST   /api/v1/legal/holds/{holdId}/release-decisions | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  GET    /api/v1/retention/schedule        | 403 | 403 | 403 | 403 | 200 | 200 | 200 | 200 | 401
  PUT    /api/v1/retention/schedule        | 403 | 403 | 403 | 403 | 403 | 400 | 403 | 400 | 401
  POST   /api/v1/retention/schedule/decisions | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/retention/schedule/simulation | 403 | 403 | 403 | 403 | 400 | 400 | 400 | 400 | 401
  POST   /api/v1/retention/clock/confirmation | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 409 | 401
  GET    /api/v1/retention/destructions    | 403 | 403 | 403 | 403 | 200 | 200 | 200 | 200 | 401
  GET    /api/v1/retention/certificates    | 403 | 403 | 403 | 403 | 200 | 200 | 200 | 200 | 401
  GET    /api/v1/retention/certificates/export.csv | 403 | 403 | 403 | 403 | 200 | 200 | 200 | 200 | 401
  GET    /api/v1/retention/certificates/{number} | 403 | 403 | 403 | 403 | 404 | 404 | 404 | 404 | 401
  GET    /api/v1/data-requests             | 403 | 403 | 403 | 403 | 200 | 200 | 200 | 403 | 401
  POST   /api/v1/data-requests             | 403 | 403 | 403 | 403 | 400 | 400 | 403 | 403 | 401
  GET    /api/v1/data-requests/{requestId} | 403 | 403 | 403 | 403 | 404 | 404 | 404 | 403 | 401
  POST   /api/v1/data-requests/{requestId}/proposals | 403 | 403 | 403 | 403 | 400 | 400 | 403 | 403 | 401
  POST   /api/v1/data-requests/{requestId}/decisions | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 403 | 401
  GET    /api/v1/checklists | 200 | 200 | 200 | 200 | 403 | 403 | 200 | 403 | 401
  POST   /api/v1/checklists | 403 | 403 | 403 | 400 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/checklists/import | 403 | 403 | 403 | 400 | 403 | 403 | 403 | 403 | 401
  GET    /api/v1/checklists/phrases | 200 | 200 | 200 | 200 | 403 | 403 | 200 | 403 | 401
  GET    /api/v1/checklists/{checklistId} | 200 | 200 | 200 | 200 | 403 | 403 | 200 | 403 | 401
  GET    /api/v1/checklists/{checklistId}/versions/{version} | 200 | 200 | 200 | 200 | 403 | 403 | 200 | 403 | 401
  GET    /api/v1/checklists/{checklistId}/yaml | 200 | 200 | 200 | 200 | 403 | 403 | 200 | 403 | 401
  POST   /api/v1/checklists/{checklistId}/bench | 400 | 400 | 400 | 400 | 403 | 403 | 400 | 403 | 401
  GET    /api/v1/checklists/{checklistId}/draft | 404 | 404 | 404 | 404 | 403 | 403 | 404 | 403 | 401
  PUT    /api/v1/checklists/{checklistId}/draft | 403 | 403 | 403 | 400 | 403 | 403 | 403 | 403 | 401
  DELETE /api/v1/checklists/{checklistId}/draft | 403 | 403 | 403 | 400 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/checklists/{checklistId}/draft/validate | 403 | 403 | 403 | 400 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/checklists/{checklistId}/draft/publish | 403 | 403 | 403 | 400 | 403 | 403 | 403 | 403 | 401
  POST   /api/v1/checklists/{checklistId}/retire | 403 | 403 | 403 | 400 | 403 | 403 | 403 | 403 | 401
  GET    /api/health/live                  | 200     | 200        | 200             | 200             | 200             | 200            | 200     | 200           | 200
  GET    /api/health/ready                 | 200     | 200        | 200             | 200             | 200             | 200            | 200     | 200           | 200
  GET    /metrics                          | 200     | 200        | 200             | 200             | 200             | 200            | 200     | 200           | 200
  GET    /api/openapi.json                 | 200     | 200        | 200             | 200             | 200             | 200            | 200     | 200           | 200
`;

/** Who hears which socket event about one's own and about another team's call; typed so that a new event has to be listed. */
const SOCKET_EVENTS: Record<keyof ServerToClientEvents, Record<Role, 'own' | 'none' | 'greeted'>> = {
  hello: eachRole('greeted'),
  delta: { ...eachRole('own'), administrator: 'none' },
};

function eachRole<T>(value: T): Record<Role, T> {
  return Object.fromEntries(roleSchema.options.map((role) => [role, value])) as Record<Role, T>;
}

/** Nobody's: what an account does with its own views or endpoints, their own tests tell. */
const NO_VIEW = '018f0000-0000-7000-8000-00000000000f';

/** Signing in costs more than all else that a cell does: only these have a session of their own. */
const ENDS_SESSIONS = /logout|account\/(sessions|password)|second-factor|\/auth\/login/;

interface Cell {
  route: string;
  who: string;
  place: 'own' | 'other';
  status: number;
}

function cellsOf(table: string): Cell[] {
  const [head, ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim())) as string[][];
  return rows.flatMap(([name, ...cells]) =>
    cells.flatMap((cell, column) => {
      const [own, other] = cell.split('/').map(Number);
      const [route, who] = [String(name).replace(/ +/, ' '), String(head?.[column + 1])];
      const mine: Cell = { route, who, place: 'own', status: Number(own) };
      return other === undefined ? [mine] : [mine, { route, who, place: 'other', status: other } satisfies Cell];
    }),
  );
}

interface Place extends BuiltCall {
  recordingId: string;
  /** Whose leg it is. */
  personId: string;
}

describe('the access matrix', () => {
  let api: TestApi;
  let organisation: Organisation;
  let own: Place;
  let other: Place;
  let foreignPlay: string;
  const accounts = new Map<string, TestAccount>();
  const cells = cellsOf(TABLE);

  beforeAll(async () => {
    api = await startTestApi();
    organisation = await buildOrganisation(api.source);
    const { teamA, teamB } = organisation;
    for (const role of roleSchema.options) {
      accounts.set(role, await buildAccount(api.source, organisation, { role, teamId: teamA }));
      await buildGrant(api.source, organisation, { role });
    }
    own = await buildPlace({ personId: account('agent').personId, teamId: teamA });
    other = await buildPlace({ personId: organisation.second, teamId: teamB });
    const stranger = await buildAccount(api.source, organisation, { role: 'supervisor', teamId: teamB });
    foreignPlay = await openPlay(other, await api.signIn(stranger.username));
  });
  afterAll(() => api.stop());

  async function buildPlace(leg: { personId: string; teamId: string }): Promise<Place> {
    const vault = api.app.get(VaultService);
    const call = await buildCall(api.source, leg, { stage: 'scored' });
    const { recordingId } = await buildRecording(api.source, vault, call);
    const transcriptId = await buildTranscript(api.source, vault, recordingId, [{ speaker: 'agent', text: 'Hello.' }]);
    await buildScorecard(api.source, call.legId, transcriptId);
    return { ...call, recordingId, personId: leg.personId };
  }

  const account = (who: string): TestAccount => {
    const found = accounts.get(who);
    if (!found) throw new Error(`${who} has no account`);
    return found;
  };

  const send = (method: string, path: string, cookie: string | null, body?: unknown) =>
    fetch(`${api.baseUrl}${path}`, {
      method,
      headers: {
        ...(cookie !== null && (cookie.startsWith('Bearer ') ? { authorization: cookie } : { cookie })),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(path.includes('/audio') && { range: 'bytes=0-99' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

  async function openPlay({ callId, recordingId }: Place, cookie: string): Promise<string> {
    const response = await send('POST', `/api/v1/calls/${callId}/plays`, cookie, { recordingId });
    return ((await response.json()) as { playId: string }).playId;
  }

  /** A play of one's own where the role may open one; else somebody's that exists. */
  const playFor = async ({ route, place, status }: Cell, cookie: string | null): Promise<string> => {
    const needed = /audio|playId/.test(route) && place === 'own' && status < 300;
    return needed && cookie !== null ? openPlay(own, cookie) : foreignPlay;
  };

  const WEBHOOK = { name: 'a receiver', url: 'https://1.1.1.1/hooks', events: ['call.known'] };

  const NAME = { zh: '东风', en: 'Eastwind' };

  const PERIOD = { from: '2020-01-01', to: '2100-01-01' };
  /** Rests on a card that is not there: nothing is published. */
  const REVIEW = { checklistId: 'small', basedOn: NO_VIEW, answers: [{ itemId: 'greeting.offer', outcome: 'met' }] };

  const GROUP = { reason: 'engine_missing' };

  const bodyOf = ({ route, who }: Cell, place: Place): unknown => {
    if (route.endsWith('/login'))
      return { username: who === 'nobody' ? who : account(who).username, password: PASSWORD };
    if (route === 'POST /api/v1/views') return { name: `view of ${who}`, filters: { stage: 'scored' } };
    if (route.startsWith('PATCH /api/v1/views')) return { name: 'other' };
    if (route.endsWith('/views/default')) return { viewId: null };
    if (route.endsWith('/language')) return { language: 'en' };
    if (route.endsWith('/plays')) return { recordingId: place.recordingId };
    if (route.endsWith('/heard')) return { intervals: [[0, 1000]] };
    if (/^(POST|PUT) .*\/webhooks(\/\{endpointId\})?$/.test(route)) return WEBHOOK;
    if (route.endsWith('{endpointId}/replay')) return { since: '2026-03-12T00:00:00Z' };
    if (route.endsWith('/requests/preview')) return { filters: {} };
    if (route.endsWith('/processing/retry')) return GROUP;
    if (route.endsWith('/processing/give-up')) return { group: GROUP, why: { reason: 'not_needed' } };
    if (route.endsWith('/give-up')) return { reason: 'not_needed' };
    if (route.endsWith('/corrections')) return { reason: 'It was wrong.', changes: { queueSeconds: Math.random() } };
    if (route.endsWith('/speakers')) return { recordingId: place.recordingId, roles: ['agent'] };
    if (/\/calls\/.*\/reviews/.test(route)) return { ...REVIEW, legId: place.legId };
    if (route === 'POST /api/v1/back-tests') return { ...PERIOD, checklistId: 'absent', version: 1 };
    if (route === 'POST /api/v1/rescores') return PERIOD;
    if (/POST .*\/clients|PUT .*\/clients/.test(route) && !route.endsWith('/close')) return { name: NAME };
    if (route.endsWith('{assignmentId}/release')) return { at: '2026-03-12T00:00:00Z' };
    if (route === 'POST /api/v1/people/{personId}/invitation') return {};
    return undefined;
  };

  const QUERIES: Record<string, (place: Place, playId: string) => string> = {
    '/peaks': ({ recordingId }) => `?recordingId=${recordingId}`,
    '/search/words': () => '?words=hello',
    '/audio': (_, playId) => `?play=${playId}`,
    '/yaml': () => '?version=1',
    '/sent-calls': ({ callId }) => `?ids=${callId}`,
  };

  const sessions = new Map<string, string>();

  /** A session of the account, the same for all its cells, or a new one where the route may end sessions. */
  const sessionOf = async ({ who, route }: Cell): Promise<string> => {
    const ending = ENDS_SESSIONS.test(route);
    if (ending) sessions.delete(who);
    const cookie = sessions.get(who) ?? (await api.signIn(account(who).username));
    if (!ending) sessions.set(who, cookie);
    return cookie;
  };

  const answerTo = async (cell: Cell, bearer?: string): Promise<Response> => {
    const place = cell.place === 'own' ? own : other;
    const cookie = cell.who === 'nobody' ? null : await sessionOf(cell);
    const playId = await playFor(cell, cookie);
    const [method, pattern] = cell.route.split(' ') as [string, string];
    const query = Object.entries(QUERIES).find(([end]) => pattern.endsWith(end))?.[1](place, playId) ?? '';
    const path =
      pattern
        .replace('{callId}', place.callId)
        .replace('{playId}', playId)
        .replace('{viewId}', NO_VIEW)
        .replace('{checklistId}', 'small')
        .replace('{version}', '1')
        .replace('{number}', 'DC-000000')
        .replace('{endpointId}', NO_VIEW)
        .replace('{deliveryId}', NO_VIEW)
        .replace('{personId}', method === 'GET' ? place.personId : NO_VIEW)
        .replace(
          /\{(holdId|clientId|teamId|assignmentId|proposalId|waitingId|runId|commitmentId|caseId|requestId|exportId)\}/,
          NO_VIEW,
        ) + query;
    return send(method, path, bearer ?? cookie, bodyOf(cell, place));
  };

  /** What the OpenAPI document says of each route; it is long, so it is read once. */
  const operations = () => (readOperations ??= read());
  let readOperations: Promise<Map<string, Record<string, unknown>>> | undefined;
  const read = async (): Promise<Map<string, Record<string, unknown>>> => {
    const document = (await (await fetch(`${api.baseUrl}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { 'x-access': Record<string, unknown> }>>;
    };
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation['x-access']] as const,
      ),
    );
    return new Map(routes);
  };

  it('lists every route of the OpenAPI document, and nothing else', async () => {
    expect([...new Set(cells.map(({ route }) => route))].sort()).toEqual([...(await operations()).keys()].sort());
  });

  it('says in the OpenAPI document who needs to be signed in', async () => {
    const signedOut = cells.filter(({ who, route }) => who === 'nobody' && !route.endsWith('/login'));
    for (const [route, access] of await operations()) {
      const open =
        signedOut.find((cell) => cell.route === route)?.status === 200 || /\/login$|\/open-account/.test(route);
      expect([route, 'public' in access]).toEqual([route, open]);
    }
  });

  it.each(cells.map((cell) => [cell.route, cell.who, cell.place, cell.status, cell] as const))(
    '%s as %s, %s: %i',
    async (_route, _who, _place, status, cell) => {
      const response = await answerTo(cell);
      const body = await response.text();
      expect([response.status, status < 400 ? '' : body.slice(0, 1)]).toEqual([status, status < 400 ? '' : '{']);
    },
  );

  describe('of a token with every scope', () => {
    let bearer: string;
    beforeAll(async () => {
      const cookie = await api.signIn(account('quality_manager').username);
      await send('POST', '/api/v1/auth/step-up', cookie, { password: PASSWORD });
      const body = { name: 'everything', scopes: [...TOKEN_SCOPES], days: 1 };
      const made = await send('POST', '/api/v1/account/tokens', cookie, body);
      bearer = `Bearer ${((await made.json()) as { token: string }).token}`;
    });

    /** As its account where a scope says so, and nothing else: what reads changes nothing, and nothing is played. */
    const expected = ({ route, status }: Cell, access: Record<string, unknown>): number => {
      if ('public' in access) return status;
      const scope = String(access['permission']);
      const reads = scope.endsWith('.read') && !route.startsWith('GET ');
      return (TOKEN_SCOPES as readonly string[]).includes(scope) && !reads ? status : 403;
    };

    it.each(
      cells.filter(({ who }) => who === 'quality_manager').map((cell) => [cell.route, cell.place, cell] as const),
    )('%s, %s', async (route, _, cell) => {
      const access = (await operations()).get(route) ?? {};
      const response = await answerTo(cell, bearer);
      await response.arrayBuffer();
      expect(response.status).toBe(expected(cell, access));
    });
  });

  it('answers for what may not be seen as for what does not exist', async () => {
    const cookie = await api.signIn(account('supervisor').username);
    const nowhere = '018f0000-0000-7000-8000-000000000000';
    for (const end of ['', '/journal', '/transcript', '/scorecards', `/peaks?recordingId=${other.recordingId}`]) {
      const [hidden, absent] = await Promise.all(
        [other.callId, nowhere].map(async (id) => (await send('GET', `/api/v1/calls/${id}${end}`, cookie)).json()),
      );
      expect({ ...(hidden as object), ref: '' }).toEqual({ ...(absent as object), ref: '' });
    }
  });

  it('lists one’s own calls only', async () => {
    for (const role of roleSchema.options.filter((role) => role !== 'administrator')) {
      const response = await send('GET', '/api/v1/calls', await api.signIn(account(role).username));
      const { items } = (await response.json()) as { items: { callId: string }[] };
      expect([role, items.map(({ callId }) => callId)]).toEqual([role, [own.callId]]);
    }
  });

  describe('of socket events', () => {
    const heard = async (role: Role): Promise<{ names: Set<string>; callIds: Set<string>; rooms: string[] }> => {
      const cookie = await api.signIn(account(role).username);
      const { socket, hello, names } = await connect(cookie);
      const callIds = new Set<string>();
      socket.on('delta', ({ callId }: CallDelta) => callIds.add(callId));
      await commit(other.callId);
      // One's own call is told after the other; the second time, surely not together with it.
      for (let i = 0; i < 2; i++) {
        const told = eventOf(socket, SOCKET_EVENTS.delta[role] === 'own' ? 'delta' : 'disconnect');
        await commit(own.callId);
        if (SOCKET_EVENTS.delta[role] === 'own') await told;
        else if (i === 1) {
          // Whoever is told nothing is signed out instead: what was told before would have come before the end.
          await send('POST', '/api/v1/auth/logout', cookie);
          await told;
        }
      }
      socket.disconnect();
      return { names, callIds, rooms: Object.keys(hello.rooms).filter((room) => !room.startsWith('told:')) };
    };

    const eventOf = (socket: Socket, name: string) => new Promise((resolve) => socket.once(name, resolve));

    const connect = (cookie: string) =>
      new Promise<{ socket: Socket; hello: Hello; names: Set<string> }>((resolve, reject) => {
        const socket = io(api.baseUrl, {
          path: SOCKET_PATH,
          transports: ['websocket'],
          extraHeaders: { cookie },
          reconnection: false,
        });
        const names = new Set<string>();
        socket.onAny((name: string) => names.add(name));
        socket.once('hello', (hello: Hello) => resolve({ socket, hello, names }));
        socket.once('connect_error', reject);
      });

    const commit = (callId: string) =>
      api.source.transaction((tx) =>
        api.app.get(JournalService).append(tx, 'call.known', { source: 'test', direction: 'inbound' }, { callId }),
      );

    it.each(roleSchema.options)('%s', async (role) => {
      const { names, callIds, rooms } = await heard(role);
      const listed = Object.entries(SOCKET_EVENTS)
        .filter(([, roles]) => roles[role] !== 'none')
        .map(([name]) => name);
      expect([...names].sort()).toEqual(listed.sort());
      expect([...callIds]).toEqual(SOCKET_EVENTS.delta[role] === 'own' ? [own.callId] : []);
      const { personId } = account('agent');
      const room =
        role === 'agent' ? [`person:${personId}`] : role === 'administrator' ? [] : [`team:${organisation.teamA}`];
      expect(rooms).toEqual(room);
    });

    it('nobody', async () => {
      await expect(connect('')).rejects.toThrow('not_signed_in');
    });
  });
});
