/**
 * How far every route that asks for a permission reaches. One and the same thing of client A (`parametersOf` in the test says which) is asked for
 * by somebody whose role is for client A, for another client, and for the whole company; `who` is the role. A thing in another client is there
 * for nobody else: a refusal that tells it apart from what does not exist is a finding. Lists answer everybody, and the test looks into them: no
 * answer to the other client may name client A's call, recording, agent or team. Brackets tell rows of one route apart. What is one's own
 * alone (views, drafts of requests, packages) answers all three alike.
 */
export const REACH = `
  route                                                                         | who             | own client           | other client         | whole company
  GET /api/v1/calls                                                             | supervisor      | 200                  | 200                  | 200
  POST /api/v1/calls                                                            | quality_manager | not_multipart        | not_multipart        | not_multipart
  GET /api/v1/calls/figures                                                     | supervisor      | 200                  | 200                  | 200
  GET /api/v1/calls/count                                                       | supervisor      | 200                  | 200                  | 200
  GET /api/v1/calls/filter-choices                                              | supervisor      | 200                  | 200                  | 200
  GET /api/v1/calls/export.csv                                                  | supervisor      | 200                  | 200                  | 200
  GET /api/v1/calls/{callId}/neighbours                                         | supervisor      | 200                  | not_found            | 200
  GET /api/v1/sent-calls                                                        | quality_manager | 200                  | 200                  | 200
  GET /api/v1/views                                                             | supervisor      | 200                  | 200                  | 200
  POST /api/v1/views                                                            | supervisor      | 201                  | 201                  | 201
  PUT /api/v1/views/default                                                     | supervisor      | 204                  | 204                  | 204
  PATCH /api/v1/views/{viewId}                                                  | supervisor      | not_found            | not_found            | not_found
  DELETE /api/v1/views/{viewId}                                                 | supervisor      | not_found            | not_found            | not_found
  POST /api/v1/views/{viewId}/restore                                           | supervisor      | not_found            | not_found            | not_found
  GET /api/v1/calls/{callId}                                                    | supervisor      | 200                  | not_found            | 200
  GET /api/v1/calls/{callId}/journal                                            | supervisor      | 200                  | not_found            | 200
  POST /api/v1/calls/{callId}/retry                                             | supervisor      | nothing_to_retry     | not_found            | nothing_to_retry
  POST /api/v1/calls/{callId}/give-up                                           | supervisor      | nothing_to_give_up   | not_found            | nothing_to_give_up
  POST /api/v1/calls/{callId}/corrections                                       | supervisor      | 200                  | not_found            | 200
  PUT /api/v1/calls/{callId}/speakers                                           | supervisor      | speakers_not_asked   | not_found            | speakers_not_asked
  GET /api/v1/card-codes                                                        | quality_manager | 200                  | 200                  | 200
  POST /api/v1/calls/{callId}/card-codes                                        | quality_manager | card_code_decided    | not_found            | card_code_decided
  GET /api/v1/processing                                                        | quality_manager | wide                 | wide                 | 200
  POST /api/v1/processing/retry                                                 | supervisor      | 200                  | 200                  | 200
  POST /api/v1/processing/give-up                                               | supervisor      | 200                  | 200                  | 200
  GET /api/v1/calls/{callId}/transcript                                         | supervisor      | 200                  | not_found            | 200
  GET /api/v1/calls/{callId}/words-versions                                     | supervisor      | 200                  | not_found            | 200
  GET /api/v1/calls/{callId}/words-versions/{transcriptId}                      | supervisor      | 200                  | not_found            | 200
  POST /api/v1/calls/{callId}/words-corrections                                 | supervisor      | no_words_corrected   | not_found            | no_words_corrected
  POST /api/v1/calls/{callId}/rehearings                                        | quality_manager | words_came_along     | not_found            | words_came_along
  POST /api/v1/calls/{callId}/readings                                          | legal_requester | not_found            | not_found            | not_found
  GET /api/v1/calls/{callId}/accesses                                           | supervisor      | 200                  | not_found            | 200
  GET /api/v1/calls/{callId}/scorecards                                         | supervisor      | 200                  | not_found            | 200
  GET /api/v1/calls/{callId}/measures                                           | supervisor      | 200                  | not_found            | 200
  GET /api/v1/calls/{callId}/peaks                                              | supervisor      | 200                  | not_found            | 200
  GET /api/v1/reviews/waiting                                                   | supervisor      | 200                  | 200                  | 200
  POST /api/v1/reviews/waiting/{waitingId}/claim                                | supervisor      | 200                  | not_found            | 200
  DELETE /api/v1/reviews/waiting/{waitingId}/claim                              | supervisor      | 204                  | not_found            | 204
  POST /api/v1/calls/{callId}/reviews/preview                                   | supervisor      | review_overtaken     | not_found            | review_overtaken
  POST /api/v1/calls/{callId}/reviews                                           | supervisor      | review_overtaken     | not_found            | review_overtaken
  POST /api/v1/calls/{callId}/rescore                                           | quality_manager | 204                  | not_found            | 204
  GET /api/v1/back-tests                                                        | quality_manager | 200                  | 200                  | 200
  POST /api/v1/back-tests                                                       | quality_manager | checklist_not_found  | checklist_not_found  | checklist_not_found
  GET /api/v1/back-tests/{runId}                                                | quality_manager | 200                  | not_found            | 200
  GET /api/v1/back-tests/{runId}/flips                                          | quality_manager | 200                  | not_found            | 200
  POST /api/v1/back-tests/{runId}/cancel                                        | quality_manager | 204                  | not_found            | 204
  GET /api/v1/rescores                                                          | quality_manager | 200                  | 200                  | 200
  POST /api/v1/rescores                                                         | quality_manager | 202                  | 202                  | 202
  GET /api/v1/rescores/{runId}                                                  | quality_manager | 200                  | not_found            | 200
  POST /api/v1/rescores/{runId}/cancel                                          | quality_manager | 204                  | not_found            | 204
  GET /api/v1/rehearings                                                        | quality_manager | 200                  | 200                  | 200
  POST /api/v1/rehearings                                                       | quality_manager | 202                  | 202                  | 202
  GET /api/v1/rehearings/{runId}                                                | quality_manager | 200                  | not_found            | 200
  POST /api/v1/rehearings/{runId}/cancel                                        | quality_manager | 204                  | not_found            | 204
  GET /api/v1/commitments                                                       | supervisor      | 200                  | 200                  | 200
  GET /api/v1/commitments/figures                                               | supervisor      | 200                  | 200                  | 200
  GET /api/v1/commitments/{commitmentId}/words                                  | supervisor      | 200                  | not_found            | 200
  GET /api/v1/commitments/{commitmentId}/history                                | supervisor      | 200                  | not_found            | 200
  POST /api/v1/commitments/{commitmentId}/answers                               | supervisor      | 204                  | not_found            | 204
  GET /api/v1/calls/{callId}/commitments                                        | supervisor      | 200                  | not_found            | 200
  POST /api/v1/calls/{callId}/plays                                             | supervisor      | 201                  | not_found            | 201
  GET /api/v1/calls/{callId}/audio                                              | supervisor      | 206                  | not_found            | 206
  POST /api/v1/plays/{playId}/heard                                             | supervisor      | 204                  | not_found            | 204
  DELETE /api/v1/plays/{playId}                                                 | supervisor      | 204                  | not_found            | 204
  GET /api/v1/search/words                                                      | supervisor      | 200                  | 200                  | 200
  GET /api/v1/webhooks                                                          | administrator   | wide                 | wide                 | 200
  POST /api/v1/webhooks                                                         | administrator   | wide                 | wide                 | 201
  PUT /api/v1/webhooks/{endpointId}                                             | administrator   | wide                 | wide                 | webhook_not_found
  DELETE /api/v1/webhooks/{endpointId}                                          | administrator   | wide                 | wide                 | webhook_not_found
  POST /api/v1/webhooks/{endpointId}/pause                                      | administrator   | wide                 | wide                 | webhook_not_found
  POST /api/v1/webhooks/{endpointId}/resume                                     | administrator   | wide                 | wide                 | webhook_not_found
  POST /api/v1/webhooks/{endpointId}/secret                                     | administrator   | wide                 | wide                 | webhook_not_found
  GET /api/v1/webhooks/{endpointId}/deliveries                                  | administrator   | wide                 | wide                 | webhook_not_found
  POST /api/v1/webhooks/{endpointId}/ping                                       | administrator   | wide                 | wide                 | webhook_not_found
  POST /api/v1/webhooks/{endpointId}/deliveries/{deliveryId}/replay             | administrator   | wide                 | wide                 | webhook_not_found
  POST /api/v1/webhooks/{endpointId}/replay                                     | administrator   | wide                 | wide                 | webhook_not_found
  GET /api/v1/tokens                                                            | administrator   | wide                 | wide                 | 200
  DELETE /api/v1/tokens/{tokenId}                                               | administrator   | wide                 | wide                 | not_found
  GET /api/v1/company/profile                                                   | administrator   | 200                  | 200                  | 200
  PUT /api/v1/company/profile                                                   | administrator   | wide                 | wide                 | bad_input
  GET /api/v1/company/redaction                                                 | legal_approver  | 200                  | 200                  | 200
  PUT /api/v1/company/redaction                                                 | legal_approver  | wide                 | wide                 | bad_input
  POST /api/v1/company/redaction/decisions                                      | legal_approver  | wide                 | wide                 | bad_input
  GET /api/v1/company/calendar                                                  | administrator   | 200                  | 200                  | 200
  POST /api/v1/company/calendar/import                                          | administrator   | wide                 | wide                 | not_multipart
  GET /api/v1/company/notice                                                    | administrator   | 200                  | 200                  | 200
  POST /api/v1/company/notice                                                   | administrator   | wide                 | wide                 | bad_input
  GET /api/v1/company/clients                                                   | administrator   | 200                  | 200                  | 200
  POST /api/v1/company/clients                                                  | administrator   | wide                 | wide                 | 201
  PUT /api/v1/company/clients/{clientId}                                        | administrator   | wide                 | wide                 | not_found
  POST /api/v1/company/clients/{clientId}/close                                 | administrator   | wide                 | wide                 | not_found
  POST /api/v1/company/clients/{clientId}/teams                                 | administrator   | wide                 | wide                 | not_found
  PUT /api/v1/company/teams/{teamId}                                            | administrator   | wide                 | wide                 | bad_input
  POST /api/v1/company/teams/{teamId}/close                                     | administrator   | wide                 | wide                 | not_found
  GET /api/v1/people                                                            | administrator   | 200                  | 200                  | 200
  POST /api/v1/people                                                           | administrator   | 201                  | not_found            | 201
  GET /api/v1/people/{personId}                                                 | administrator   | 200                  | not_found            | 200
  PUT /api/v1/people/{personId}                                                 | administrator   | 204                  | not_found            | 204
  POST /api/v1/people/{personId}/leave                                          | administrator   | 204                  | not_found            | 204
  POST /api/v1/people/{personId}/leave (who reaches the whole company)          | administrator   | role_beyond_reach    | not_found            | 204
  POST /api/v1/people/{personId}/return                                         | administrator   | 204                  | not_found            | 204
  POST /api/v1/people/{personId}/invitation                                     | administrator   | 201                  | not_found            | 201
  POST /api/v1/people/{personId}/invitation (who reaches the whole company)     | administrator   | role_beyond_reach    | not_found            | 201
  DELETE /api/v1/people/{personId}/invitation                                   | administrator   | 204                  | not_found            | 204
  DELETE /api/v1/people/{personId}/roles/{assignmentId}                         | administrator   | 204                  | not_found            | 204
  DELETE /api/v1/people/{personId}/roles/{assignmentId} (for the whole company) | administrator   | role_beyond_reach    | not_found            | 204
  DELETE /api/v1/accounts/{accountId}/second-factor                             | administrator   | 204                  | not_found            | 204
  GET /api/v1/suspensions                                                       | legal_approver  | 200                  | 200                  | 200
  POST /api/v1/people/{personId}/suspension/confirmation                        | legal_approver  | 204                  | not_found            | 204
  POST /api/v1/staff/import                                                     | administrator   | not_multipart        | not_multipart        | not_multipart
  GET /api/v1/staff/export                                                      | administrator   | 200                  | 200                  | 200
  GET /api/v1/role-proposals                                                    | legal_approver  | 200                  | 200                  | 200
  POST /api/v1/role-proposals                                                   | administrator   | 201                  | not_found            | 201
  POST /api/v1/role-proposals (for the whole company)                           | administrator   | role_beyond_reach    | not_found            | 201
  POST /api/v1/role-proposals/decisions                                         | legal_approver  | 204                  | not_found            | 204
  POST /api/v1/role-proposals/decisions (for the whole company)                 | legal_approver  | role_beyond_reach    | not_found            | 204
  POST /api/v1/role-proposals/{proposalId}/withdraw                             | administrator   | not_found            | not_found            | not_found
  GET /api/v1/extensions                                                        | administrator   | 200                  | 200                  | 200
  POST /api/v1/extensions                                                       | administrator   | wide                 | wide                 | bad_input
  POST /api/v1/extensions/{assignmentId}/release                                | administrator   | wide                 | wide                 | not_found
  POST /api/v1/extensions/import                                                | administrator   | wide                 | wide                 | not_multipart
  GET /api/v1/legal/requests                                                    | legal_approver  | 200                  | 200                  | 200
  POST /api/v1/legal/requests/preview                                           | legal_requester | 200                  | 200                  | 200
  POST /api/v1/legal/requests                                                   | legal_requester | bad_input            | bad_input            | bad_input
  GET /api/v1/legal/requests/{requestId}                                        | legal_approver  | 200                  | no_such_request      | 200
  GET /api/v1/legal/requests/{requestId}/recordings                             | legal_approver  | 200                  | no_such_request      | 200
  PUT /api/v1/legal/requests/{requestId}                                        | legal_requester | bad_input            | bad_input            | bad_input
  POST /api/v1/legal/requests/{requestId}/submit                                | legal_requester | no_such_request      | no_such_request      | no_such_request
  POST /api/v1/legal/requests/{requestId}/answer                                | legal_requester | no_such_request      | no_such_request      | no_such_request
  POST /api/v1/legal/requests/{requestId}/withdraw                              | legal_requester | no_such_request      | no_such_request      | no_such_request
  POST /api/v1/legal/requests/{requestId}/decisions                             | legal_approver  | 200                  | no_such_request      | 200
  POST /api/v1/legal/requests/{requestId}/revoke                                | legal_approver  | request_grant_over   | no_such_request      | request_grant_over
  GET /api/v1/legal/break-glass                                                 | legal_requester | 200                  | 200                  | 200
  POST /api/v1/legal/requests/{requestId}/break-glass                           | legal_requester | no_such_request      | no_such_request      | no_such_request
  POST /api/v1/legal/requests/{requestId}/review                                | legal_approver  | request_not_there    | no_such_request      | request_not_there
  GET /api/v1/legal/cases                                                       | legal_requester | 200                  | 200                  | 200
  POST /api/v1/legal/cases                                                      | legal_requester | bad_input            | bad_input            | bad_input
  GET /api/v1/legal/cases/{caseId}                                              | legal_requester | no_such_case         | no_such_case         | 200
  POST /api/v1/legal/cases/{caseId}/close                                       | legal_requester | no_such_case         | no_such_case         | 200
  GET /api/v1/evidence-exports                                                  | legal_requester | 200                  | 200                  | 200
  GET /api/v1/evidence-exports/{exportId}/package                               | legal_requester | not_found            | not_found            | not_found
  GET /api/v1/evidence-exports/{exportId}/readiness                             | legal_requester | not_found            | not_found            | not_found
  POST /api/v1/evidence-exports/{exportId}/retry                                | legal_requester | not_found            | not_found            | not_found
  GET /api/v1/journal                                                           | auditor         | 200                  | 200                  | 200
  GET /api/v1/journal/chain                                                     | auditor         | 200                  | 200                  | 200
  GET /api/v1/journal/choices                                                   | auditor         | 200                  | 200                  | 200
  GET /api/v1/journal/export.csv                                                | auditor         | 200                  | 200                  | 200
  GET /api/v1/accesses                                                          | auditor         | 200                  | 200                  | 200
  GET /api/v1/accesses/export.csv                                               | auditor         | 200                  | 200                  | 200
  GET /api/v1/accesses/grants                                                   | auditor         | 200                  | 200                  | 200
  GET /api/v1/accesses/grants/export.csv                                        | auditor         | 200                  | 200                  | 200
  GET /api/v1/accesses/unusual                                                  | auditor         | 200                  | 200                  | 200
  GET /api/v1/accesses/unusual/export.csv                                       | auditor         | 200                  | 200                  | 200
  GET /api/v1/legal/standing-grants                                             | legal_approver  | 200                  | 200                  | 200
  POST /api/v1/legal/standing-grants/proposals                                  | legal_approver  | 200                  | not_found            | 200
  POST /api/v1/legal/standing-grants/proposals (whole company)                  | legal_approver  | grant_beyond_reach   | grant_beyond_reach   | 200
  POST /api/v1/legal/standing-grants/proposals/{proposalId}/decisions           | legal_approver  | 200                  | not_found            | 200
  POST /api/v1/legal/standing-grants/proposals/{proposalId}/decisions (whole company)| legal_approver  | grant_beyond_reach   | grant_beyond_reach   | 200
  DELETE /api/v1/legal/standing-grants/proposals/{proposalId}                   | legal_approver  | not_found            | not_found            | not_found
  POST /api/v1/legal/standing-grants/{grantId}/revocation                       | legal_approver  | 200                  | not_found            | 200
  POST /api/v1/legal/standing-grants/{grantId}/revocation (whole company)       | legal_approver  | grant_beyond_reach   | grant_beyond_reach   | 200
  GET /api/v1/legal/holds                                                       | legal_approver  | 200                  | 200                  | 200
  POST /api/v1/legal/holds                                                      | legal_approver  | 201                  | hold_covers_nothing  | 201
  POST /api/v1/legal/holds/preview                                              | legal_approver  | 200                  | hold_covers_nothing  | 200
  GET /api/v1/legal/holds/{holdId}                                              | legal_approver  | 200                  | no_such_hold         | 200
  POST /api/v1/legal/holds/{holdId}/release                                     | legal_approver  | 200                  | no_such_hold         | 200
  POST /api/v1/legal/holds/{holdId}/release (over both clients)                 | legal_approver  | hold_beyond_reach    | hold_beyond_reach    | 200
  POST /api/v1/legal/holds/{holdId}/release-decisions                           | legal_approver  | 200                  | no_such_hold         | 200
  POST /api/v1/legal/holds/{holdId}/release-decisions (over both clients)       | legal_approver  | hold_beyond_reach    | hold_beyond_reach    | 200
  GET /api/v1/retention/schedule                                                | legal_approver  | 200                  | 200                  | 200
  PUT /api/v1/retention/schedule                                                | legal_approver  | wide                 | wide                 | bad_input
  POST /api/v1/retention/schedule/decisions                                     | legal_approver  | wide                 | wide                 | bad_input
  POST /api/v1/retention/schedule/simulation                                    | legal_approver  | bad_input            | bad_input            | bad_input
  POST /api/v1/retention/clock/confirmation                                     | administrator   | wide                 | wide                 | retention_not_stopped
  GET /api/v1/retention/destructions                                            | legal_approver  | 200                  | 200                  | 200
  GET /api/v1/retention/certificates                                            | legal_approver  | 200                  | 200                  | 200
  GET /api/v1/retention/certificates/export.csv                                 | legal_approver  | 200                  | 200                  | 200
  GET /api/v1/retention/certificates/{number}                                   | legal_approver  | 200                  | no_such_certificate  | 200
  GET /api/v1/data-requests                                                     | legal_approver  | 200                  | 200                  | 200
  POST /api/v1/data-requests                                                    | legal_approver  | wide                 | wide                 | bad_input
  GET /api/v1/data-requests/{requestId}                                         | legal_approver  | no_such_data_request | no_such_data_request | 200
  POST /api/v1/data-requests/{requestId}/proposals                              | legal_approver  | wide                 | wide                 | bad_input
  POST /api/v1/data-requests/{requestId}/decisions                              | legal_approver  | wide                 | wide                 | bad_input
  GET /api/v1/checklists                                                        | quality_manager | 200                  | 200                  | 200
  POST /api/v1/checklists                                                       | quality_manager | wide                 | wide                 | bad_input
  POST /api/v1/checklists/import                                                | quality_manager | wide                 | wide                 | bad_input
  GET /api/v1/checklists/phrases                                                | quality_manager | 200                  | 200                  | 200
  GET /api/v1/checklists/{checklistId}                                          | quality_manager | 200                  | 200                  | 200
  GET /api/v1/checklists/{checklistId}/versions/{version}                       | quality_manager | 200                  | 200                  | 200
  GET /api/v1/checklists/{checklistId}/yaml                                     | quality_manager | 200                  | 200                  | 200
  POST /api/v1/checklists/{checklistId}/bench                                   | quality_manager | bad_input            | bad_input            | bad_input
  GET /api/v1/checklists/{checklistId}/draft                                    | quality_manager | no_draft             | no_draft             | no_draft
  PUT /api/v1/checklists/{checklistId}/draft                                    | quality_manager | wide                 | wide                 | bad_input
  DELETE /api/v1/checklists/{checklistId}/draft                                 | quality_manager | wide                 | wide                 | bad_input
  POST /api/v1/checklists/{checklistId}/draft/validate                          | quality_manager | wide                 | wide                 | bad_input
  POST /api/v1/checklists/{checklistId}/draft/publish                           | quality_manager | wide                 | wide                 | bad_input
  POST /api/v1/checklists/{checklistId}/retire                                  | quality_manager | wide                 | wide                 | bad_input
`;
