/** Calibrations of reviewers, and how far items are trusted. What the tables say: `index.ts`. */
export const ROLES = `
  route                                                   | proof | agent           | supervisor      | quality_analyst | quality_manager | legal_requester | legal_approver  | auditor         | administrator   | signedOut
  GET /api/v1/calibrations                                |       | -               | 200             | 200             | 200             | -               | -               | -               | -               | out
  GET /api/v1/calibrations/agreement                      |       | -               | 200             | 200             | 200             | -               | -               | -               | -               | out
  POST /api/v1/calibrations                               |       | -               | -               | -               | calibration_reviewer_unfit | -               | -               | -               | -               | out
  GET /api/v1/calibrations/{calibrationId}                |       | -               | not_found       | not_found       | not_found       | -               | -               | -               | -               | out
  PUT /api/v1/calibrations/{calibrationId}/answers        |       | -               | not_found       | not_found       | not_found       | -               | -               | -               | -               | out
  POST /api/v1/calibrations/{calibrationId}/close         |       | -               | -               | -               | not_found       | -               | -               | -               | -               | out
  POST /api/v1/calibrations/{calibrationId}/decisions     |       | -               | -               | -               | not_found       | -               | -               | -               | -               | out
  GET /api/v1/calls/{callId}/calibration-choices          |       | -/-             | -/-             | -/-             | 200/not_found   | -/-             | -/-             | -/-             | -/-             | out
  GET /api/v1/quality/trust                               |       | 200             | 200             | 200             | 200             | -               | -               | 200             | -               | out
  GET /api/v1/quality/trust/calls                         |       | -               | -               | -               | 200             | -               | -               | -               | -               | out
`;

export const REACH = `
  route                                                                         | who             | own client           | other client         | whole company
  GET /api/v1/calibrations                                | supervisor         | 200                | 200                | 200
  GET /api/v1/calibrations/agreement                      | supervisor         | 200                | 200                | 200
  POST /api/v1/calibrations                               | quality_manager    | calibration_reviewer_unfit | not_found          | calibration_reviewer_unfit
  GET /api/v1/calibrations/{calibrationId}                | quality_manager    | 200                | not_found          | 200
  PUT /api/v1/calibrations/{calibrationId}/answers        | supervisor         | 200                | not_found          | 200
  POST /api/v1/calibrations/{calibrationId}/close         | quality_manager    | 200                | not_found          | 200
  POST /api/v1/calibrations/{calibrationId}/decisions     | quality_manager    | 201                | not_found          | 201
  GET /api/v1/calls/{callId}/calibration-choices          | quality_manager    | 200                | not_found          | 200
  GET /api/v1/quality/trust                               | quality_manager    | 200                | 200                | 200
  GET /api/v1/quality/trust/calls                         | quality_manager    | 200                | 200                | 200
`;
