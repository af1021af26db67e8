/** All that the desk can do, in the order in which it is told. */
import { cascadesOperation, showOperation } from './cascades.ts';
import { demoOperation } from './demo.ts';
import { ingestOperation, traceOperation } from './ingest.ts';
import { readOperation, saidOperation } from './read.ts';
import { reportOperation } from './report.ts';
import { refusalsOperation, statusOperation } from './status.ts';

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
] as const;
