/** Reports: calls and results, counted, and what goes out of them. What the tables say: `index.ts`. */
export const ROLES = `
  route                             | proof | agent | supervisor | quality_analyst | quality_manager | legal_requester | legal_approver | auditor | administrator | signedOut
  GET /api/v1/reports/calls         |       | 200   | 200        | 200             | 200             | -               | -              | 200     | -             | out
  GET /api/v1/reports/items         |       | 200   | 200        | 200             | 200             | -               | -              | 200     | -             | out
  GET /api/v1/reports/service       |       | 200   | 200        | 200             | 200             | -               | -              | 200     | -             | out
  GET /api/v1/reports/report.csv    |       | -     | 200        | -               | 200             | -               | -              | 200     | -             | out
  GET /api/v1/reports/report.xlsx   |       | -     | 200        | -               | 200             | -               | -              | 200     | -             | out
  GET /api/v1/reports/report.pdf    |       | -     | 200        | -               | 200             | -               | -              | 200     | -             | out
  GET /api/v1/reports/subscriptions | | 200 | 200 | 200 | 200 | 200 | 200 | 200 | 200 | out
  POST /api/v1/reports/subscriptions | | 201 | 201 | 201 | 201 | - | - | 201 | - | out
  POST /api/v1/reports/subscriptions/for-others | | - | - | - | wide | - | - | - | wide | out
  GET /api/v1/reports/recipients | | - | - | - | wide | - | - | - | wide | out
  GET /api/v1/reports/subscriptions/{subscriptionId}/copies | | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | out
  POST /api/v1/reports/subscriptions/{subscriptionId}/copies/{copyId}/resending | | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | out
  POST /api/v1/reports/subscriptions/{subscriptionId}/pause | | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | out
  POST /api/v1/reports/subscriptions/{subscriptionId}/resumption | | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | out
  POST /api/v1/reports/subscriptions/{subscriptionId}/end | | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | out
  POST /api/v1/reports/subscriptions/{subscriptionId}/leave | | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | report_subscription_not_found | out
  GET /api/v1/reports/progress | | - | 200 | 200 | 200 | - | - | 200 | - | out
  GET /api/v1/reports/progress/calls | | - | 200 | 200 | 200 | - | - | 200 | - | out
`;

export const REACH = `
  route                             | who             | own client | other client | whole company
  GET /api/v1/reports/calls         | supervisor      | 200        | 200          | 200
  GET /api/v1/reports/items         | supervisor      | 200        | 200          | 200
  GET /api/v1/reports/service       | supervisor      | 200        | 200          | 200
  GET /api/v1/reports/report.csv    | supervisor      | 200        | 200          | 200
  GET /api/v1/reports/report.xlsx   | supervisor      | 200        | 200          | 200
  GET /api/v1/reports/report.pdf    | supervisor      | 200        | 200          | 200
  POST /api/v1/reports/subscriptions | supervisor | 201 | 201 | 201
  POST /api/v1/reports/subscriptions/for-others | quality_manager | wide | wide | report_recipient_unfit
  GET /api/v1/reports/recipients | quality_manager | wide | wide | 200
  GET /api/v1/reports/progress | supervisor | 200 | 200 | 200
  GET /api/v1/reports/progress/calls | supervisor | 200 | 200 | 200
`;
