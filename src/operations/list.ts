/** All that the desk can do, in the order in which it is told. */
import { accountOperation } from './account.ts';
import { accountsOperation } from './accounts.ts';
import {
  alertOperation,
  alertStepOperation,
  alertsOperation,
  indicatorsOperation,
  warnOperation,
} from './alerts.ts';
import { packOperation, rereadOperation, verifyOperation } from './archive.ts';
import { articleOperation } from './article.ts';
import { backupOperation, restoreOperation } from './backup.ts';
import { briefingOperation } from './briefing/briefing.ts';
import { cascadeListOperation } from './cascade-rows.ts';
import { cascadesOperation, showOperation } from './cascades.ts';
import { checksOperation } from './checks.ts';
import { claimOperation } from './claim.ts';
import { demoOperation } from './demo.ts';
import { doctorOperation } from './doctor.ts';
import { exportOperation } from './exports/export.ts';
import { fetchOperation } from './fetch.ts';
import { ingestOperation, traceOperation } from './ingest.ts';
import { importOperation } from './list-exchange.ts';
import { moveOperation } from './move.ts';
import { networkOperation } from './network.ts';
import { noticesOperation } from './notices.ts';
import { officesOperation } from './offices.ts';
import { originsOperation } from './origins.ts';
import { outletsOperation } from './outlets.ts';
import { presenceOperation } from './presence.ts';
import {
  presenceMapOperation,
  presencePairOperation,
  presencePairsOperation,
} from './presence-map.ts';
import { readOperation, saidOperation } from './read.ts';
import { receiptOperation } from './receipt.ts';
import { reportOperation } from './report.ts';
import { searchOperation } from './search.ts';
import { saveSettingsOperation, settingsOperation } from './settings.ts';
import { refusalsOperation, statusOperation } from './status.ts';

import { todayOperation } from './today.ts';
import { versionsOperation } from './versions.ts';
import { sourcesOperation, watchOperation } from './watch.ts';
import { jobsOperation, workOperation } from './work.ts';

export const OPERATIONS = [
  demoOperation,
  ingestOperation,
  cascadesOperation,
  cascadeListOperation,
  showOperation,
  articleOperation,
  searchOperation,
  reportOperation,
  briefingOperation,
  statusOperation,
  todayOperation,
  refusalsOperation,
  traceOperation,
  readOperation,
  saidOperation,
  watchOperation,
  sourcesOperation,
  versionsOperation,
  importOperation,
  exportOperation,
  settingsOperation,
  saveSettingsOperation,
  fetchOperation,
  verifyOperation,
  packOperation,
  rereadOperation,
  backupOperation,
  restoreOperation,
  moveOperation,
  workOperation,
  jobsOperation,
  outletsOperation,
  networkOperation,
  checksOperation,
  officesOperation,
  claimOperation,
  originsOperation,
  presenceOperation,
  presencePairsOperation,
  presencePairOperation,
  presenceMapOperation,
  warnOperation,
  alertsOperation,
  alertOperation,
  alertStepOperation,
  receiptOperation,
  indicatorsOperation,
  noticesOperation,
  accountsOperation,
  accountOperation,
  doctorOperation,
] as const;
