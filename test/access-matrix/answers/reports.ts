/** Reports: calls and results, counted, and what goes out of them. What the tables say: `index.ts`. */
export const ROLES = `
  route                             | proof | agent | supervisor | quality_analyst | quality_manager | legal_requester | legal_approver | auditor | administrator | signedOut
  GET /api/v1/reports/calls         |       | 200   | 200        | 200             | 200             | -               | -              | 200     | -             | out
  GET /api/v1/reports/items         |       | 200   | 200        | 200             | 200             | -               | -              | 200     | -             | out
  GET /api/v1/reports/report.csv    |       | -     | 200        | -               | 200             | -               | -              | 200     | -             | out
  GET /api/v1/reports/report.xlsx   |       | -     | 200        | -               | 200             | -               | -              | 200     | -             | out
  GET /api/v1/reports/report.pdf    |       | -     | 200        | -               | 200             | -               | -              | 200     | -             | out
`;

export const REACH = `
  route                             | who             | own client | other client | whole company
  GET /api/v1/reports/calls         | supervisor      | 200        | 200          | 200
  GET /api/v1/reports/items         | supervisor      | 200        | 200          | 200
  GET /api/v1/reports/report.csv    | supervisor      | 200        | 200          | 200
  GET /api/v1/reports/report.xlsx   | supervisor      | 200        | 200          | 200
  GET /api/v1/reports/report.pdf    | supervisor      | 200        | 200          | 200
`;
