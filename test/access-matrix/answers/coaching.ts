/** Coaching. What the tables say: `index.ts`. */
export const ROLES = `
  route                                                                  | proof | agent      | supervisor              | quality_analyst | quality_manager         | legal_requester | legal_approver | auditor  | administrator | signedOut
  GET /api/v1/coaching                                                   |       | 200        | 200                     | -               | 200                     | -               | -              | -        | -             | out
  GET /api/v1/coaching/figures                                           |       | 200        | 200                     | -               | 200                     | -               | -              | -        | -             | out
  POST /api/v1/coaching                                                  |       | -          | 201/not_found           | -               | 201/not_found           | -               | -              | -        | -             | out
  GET /api/v1/coaching/{sessionId}                                       |       | not_found  | not_found               | -               | not_found               | -               | -              | -        | -             | out
  PUT /api/v1/coaching/{sessionId}                                       |       | -          | not_found               | -               | not_found               | -               | -              | -        | -             | out
  DELETE /api/v1/coaching/{sessionId}                                    |       | -          | not_found               | -               | not_found               | -               | -              | -        | -             | out
  POST /api/v1/coaching/{sessionId}/moments                              |       | -          | not_found               | -               | not_found               | -               | -              | -        | -             | out
  PUT /api/v1/coaching/{sessionId}/moments/{momentId}                    |       | -          | not_found               | -               | not_found               | -               | -              | -        | -             | out
  DELETE /api/v1/coaching/{sessionId}/moments/{momentId}                 |       | -          | not_found               | -               | not_found               | -               | -              | -        | -             | out
  GET /api/v1/coaching/{sessionId}/moments/{momentId}/words              |       | not_found  | not_found               | -               | not_found               | -               | -              | -        | -             | out
  POST /api/v1/coaching/{sessionId}/share                                |       | -          | not_found               | -               | not_found               | -               | -              | -        | -             | out
  POST /api/v1/coaching/{sessionId}/close                                |       | -          | not_found               | -               | not_found               | -               | -              | -        | -             | out
  POST /api/v1/coaching/{sessionId}/answers                              |       | not_found  | -                       | -               | -                       | -               | -              | -        | -             | out
  POST /api/v1/coaching/{sessionId}/acknowledgement                      |       | not_found  | -                       | -               | -                       | -               | -              | -        | -             | out
  POST /api/v1/coaching/{sessionId}/goals                                |       | -          | not_found               | -               | not_found               | -               | -              | -        | -             | out
  POST /api/v1/coaching/{sessionId}/goals/{goalId}/end                   |       | -          | not_found               | -               | not_found               | -               | -              | -        | -             | out
  POST /api/v1/coaching/{sessionId}/evaluations                          |       | -          | not_found               | -               | not_found               | -               | -              | -        | -             | out
  DELETE /api/v1/coaching/{sessionId}/evaluations/{evaluationId}         |       | -          | not_found               | -               | not_found               | -               | -              | -        | -             | out
  POST /api/v1/coaching/{sessionId}/evaluations/{evaluationId}/answers   |       | not_found  | -                       | -               | -                       | -               | -              | -        | -             | out
  GET /api/v1/best-calls                                                 |       | 200        | 200                     | 200             | 200                     | -               | -              | -        | -             | out
  POST /api/v1/best-calls                                                |       | -          | 201/moment_not_of_agent | -               | 201/moment_not_of_agent | -               | -              | -        | -             | out
  POST /api/v1/best-calls/{bestCallId}/agreement                         |       | not_found  | -                       | -               | -                       | -               | -              | -        | -             | out
  POST /api/v1/best-calls/{bestCallId}/refusal                           |       | not_found  | -                       | -               | -                       | -               | -              | -        | -             | out
  POST /api/v1/best-calls/{bestCallId}/publication                       |       | -          | not_found               | -               | not_found               | -               | -              | -        | -             | out
  POST /api/v1/best-calls/{bestCallId}/withdrawal                        |       | -          | not_found               | -               | not_found               | -               | -              | -        | -             | out
  GET /api/v1/best-calls/{bestCallId}/words                              |       | not_found  | not_found               | not_found       | not_found               | -               | -              | -        | -             | out
  POST /api/v1/best-calls/{bestCallId}/plays                             |       | not_found  | not_found               | not_found       | not_found               | -               | -              | -        | -             | out
`;

export const REACH = `
  route                                                                  | who             | own client   | other client        | whole company
  GET /api/v1/coaching                                                   | supervisor      | 200          | 200                 | 200
  GET /api/v1/coaching/figures                                           | supervisor      | 200          | 200                 | 200
  POST /api/v1/coaching                                                  | supervisor      | 201          | not_found           | 201
  GET /api/v1/best-calls                                                 | supervisor      | 200          | 200                 | 200
  POST /api/v1/best-calls                                                | supervisor      | 201          | moment_not_of_agent | 201
  POST /api/v1/best-calls/{bestCallId}/withdrawal                        | supervisor      | 200          | not_found           | 200
  GET /api/v1/coaching/{sessionId}                                       | supervisor      | 200          | not_found           | 200
  POST /api/v1/coaching/{sessionId}/close                                | supervisor      | 200          | not_found           | 200
  PUT /api/v1/coaching/{sessionId}                                       | supervisor      | not_found    | not_found           | not_found
  DELETE /api/v1/coaching/{sessionId}                                    | supervisor      | not_found    | not_found           | not_found
  POST /api/v1/coaching/{sessionId}/moments                              | supervisor      | not_found    | not_found           | not_found
  PUT /api/v1/coaching/{sessionId}/moments/{momentId}                    | supervisor      | not_found    | not_found           | not_found
  DELETE /api/v1/coaching/{sessionId}/moments/{momentId}                 | supervisor      | not_found    | not_found           | not_found
  GET /api/v1/coaching/{sessionId}/moments/{momentId}/words              | supervisor      | not_found    | not_found           | not_found
  POST /api/v1/coaching/{sessionId}/share                                | supervisor      | not_found    | not_found           | not_found
  POST /api/v1/coaching/{sessionId}/answers                              | agent           | not_found    | not_found           | not_found
  POST /api/v1/coaching/{sessionId}/acknowledgement                      | agent           | not_found    | not_found           | not_found
  POST /api/v1/coaching/{sessionId}/goals                                | supervisor      | not_found    | not_found           | not_found
  POST /api/v1/coaching/{sessionId}/goals/{goalId}/end                   | supervisor      | not_found    | not_found           | not_found
  POST /api/v1/coaching/{sessionId}/evaluations                          | supervisor      | not_found    | not_found           | not_found
  DELETE /api/v1/coaching/{sessionId}/evaluations/{evaluationId}         | supervisor      | not_found    | not_found           | not_found
  POST /api/v1/coaching/{sessionId}/evaluations/{evaluationId}/answers   | agent           | not_found    | not_found           | not_found
  POST /api/v1/best-calls/{bestCallId}/agreement                         | agent           | not_found    | not_found           | not_found
  POST /api/v1/best-calls/{bestCallId}/refusal                           | agent           | not_found    | not_found           | not_found
  POST /api/v1/best-calls/{bestCallId}/publication                       | supervisor      | not_found    | not_found           | not_found
  GET /api/v1/best-calls/{bestCallId}/words                              | supervisor      | not_found    | not_found           | not_found
  POST /api/v1/best-calls/{bestCallId}/plays                             | supervisor      | not_found    | not_found           | not_found
`;
