/** Processing, webhooks, health. What the tables say: `index.ts`. */
export const ROLES = `
  route                                                             | proof | agent             | supervisor                   | quality_analyst            | quality_manager              | legal_requester      | legal_approver       | auditor              | administrator       | signedOut
  GET /api/v1/processing                                            |       | -                 | -                            | -                          | wide                         | -                    | -                    | -                    | wide                | out
  POST /api/v1/processing/retry                                     |       | -                 | 200                          | -                          | 200                          | -                    | -                    | -                    | -                   | out
  POST /api/v1/processing/give-up                                   |       | -                 | 200                          | -                          | 200                          | -                    | -                    | -                    | -                   | out
  GET /api/v1/webhooks                                              |       | -                 | -                            | -                          | -                            | -                    | -                    | -                    | wide                | out
  POST /api/v1/webhooks                                             | proof | -                 | -                            | -                          | -                            | -                    | -                    | -                    | wide                | out
  PUT /api/v1/webhooks/{endpointId}                                 | proof | -                 | -                            | -                          | -                            | -                    | -                    | -                    | wide                | out
  DELETE /api/v1/webhooks/{endpointId}                              | proof | -                 | -                            | -                          | -                            | -                    | -                    | -                    | wide                | out
  POST /api/v1/webhooks/{endpointId}/pause                          |       | -                 | -                            | -                          | -                            | -                    | -                    | -                    | wide                | out
  POST /api/v1/webhooks/{endpointId}/resume                         |       | -                 | -                            | -                          | -                            | -                    | -                    | -                    | wide                | out
  POST /api/v1/webhooks/{endpointId}/secret                         | proof | -                 | -                            | -                          | -                            | -                    | -                    | -                    | wide                | out
  GET /api/v1/webhooks/{endpointId}/deliveries                      |       | -                 | -                            | -                          | -                            | -                    | -                    | -                    | wide                | out
  POST /api/v1/webhooks/{endpointId}/ping                           |       | -                 | -                            | -                          | -                            | -                    | -                    | -                    | wide                | out
  POST /api/v1/webhooks/{endpointId}/deliveries/{deliveryId}/replay |       | -                 | -                            | -                          | -                            | -                    | -                    | -                    | wide                | out
  POST /api/v1/webhooks/{endpointId}/replay                         |       | -                 | -                            | -                          | -                            | -                    | -                    | -                    | wide                | out
  GET /api/health/live                                              |       | 200               | 200                          | 200                        | 200                          | 200                  | 200                  | 200                  | 200                 | 200
  GET /api/health/ready                                             |       | 200               | 200                          | 200                        | 200                          | 200                  | 200                  | 200                  | 200                 | 200
  GET /metrics                                                      |       | 200               | 200                          | 200                        | 200                          | 200                  | 200                  | 200                  | 200                 | 200
  GET /api/openapi.json                                             |       | 200               | 200                          | 200                        | 200                          | 200                  | 200                  | 200                  | 200                 | 200
`;

export const REACH = `
  route                                                                         | who             | own client           | other client         | whole company
  GET /api/v1/processing                                                        | quality_manager | wide                 | wide                 | 200
  POST /api/v1/processing/retry                                                 | supervisor      | 200                  | 200                  | 200
  POST /api/v1/processing/give-up                                               | supervisor      | 200                  | 200                  | 200
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
`;
