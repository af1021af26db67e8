/** All that the desk can do, in the order in which it is told. */
import { packOperation, rereadOperation, verifyOperation } from './archive.ts';
import { cascadesOperation, showOperation } from './cascades.ts';
import { checksOperation } from './checks.ts';
import { claimOperation } from './claim.ts';
import { demoOperation } from './demo.ts';
import { doctorOperation } from './doctor.ts';
import { fetchOperation } from './fetch.ts';
import { ingestOperation, traceOperation } from './ingest.ts';
import { exportOperation, importOperation } from './list-exchange.ts';
import { officesOperation } from './offices.ts';
import { originsOperation } from './origins.ts';
import { outletsOperation } from './outlets.ts';
import { presenceOperation } from './presence.ts';
import { readOperation, saidOperation } from './read.ts';
import { reportOperation } from './report.ts';
import { refusalsOperation, statusOperation } from './status.ts';

import { versionsOperation } from './versions.ts';
import { sourcesOperation, watchOperation } from './watch.ts';

export const OPERATIONS = [
  demoOperation,
  ingestOperation,
  cascadesOperation,
  showOperation,
  reportOperation,
  statusOperation,
  refusalsOperation,
  traceOperation,
  readOperation,
  saidOperation,
  watchOperation,
  sourcesOperation,
  versionsOperation,
  importOperation,
  exportOperation,
  fetchOperation,
  verifyOperation,
  packOperation,
  rereadOperation,
  outletsOperation,
  checksOperation,
  officesOperation,
  claimOperation,
  originsOperation,
  presenceOperation,
  doctorOperation,
] as const;
