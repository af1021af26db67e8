/** A desk with everything that the program's settings give it; of what few desks have, only what this one has is loaded. */
import type { WebOptions } from './collect/web/web.ts';
import type { Config } from './config.ts';
import type { FetchSettings } from './domain/watch.ts';
import { browserIn } from './pipeline/briefing/print.ts';
import { type Desk, openDesk } from './pipeline/desk.ts';
import { lazyLanguageDetector } from './text/language.ts';

export interface Configured {
  readonly folder: string;
  /** A PostgreSQL in the place of the folder's own database. */
  readonly database: string | undefined;
  readonly config: Config;
  readonly version: string;
}

/** Opens the desk, creating it if need be. */
export async function openConfigured(wanted: Configured): Promise<Desk> {
  const { folder, database, config, version } = wanted;
  return openDesk({
    folder,
    database,
    archiveFileBytes: config.archiveFileBytes,
    now: Date.now,
    detectLanguage: lazyLanguageDetector(),
    openWeb: async (settings) => {
      const { openWeb } = await import('./collect/web/web.ts');
      return openWeb({ ...settingsOf(settings), version });
    },
    factCheckKey: config.factCheckKey,
    findBrowser: () => config.chromium ?? browserIn(config.path),
    ...(await modelsOf(config)),
  });
}

type Models = Pick<Parameters<typeof openDesk>[0], 'openEncoder' | 'openBriefer' | 'openReader'>;

async function modelsOf({ encoder, reader }: Config): Promise<Models> {
  const openEncoder =
    encoder && (async () => (await import('./models/encoder-choice.ts')).openEncoder(encoder));
  if (reader === undefined) return { openEncoder };
  const { openBriefer } = await import('./models/briefing-endpoint.ts');
  const { openReadingEndpoint } = await import('./models/reading-endpoint.ts');
  const { shippedFindings } = await import('./pipeline/built-in-findings.ts');
  return {
    openEncoder,
    openBriefer: () => openBriefer(reader),
    openReader: () => openReadingEndpoint({ ...reader, find: shippedFindings() }),
  };
}

/** The settings of a watch list as the web takes them; what is not set is the web's own choice. */
function settingsOf(settings: FetchSettings): Omit<WebOptions, 'version'> {
  const { contact, paceMs, connectTimeoutMs, timeoutMs, maxBytes, connections } = settings;
  return {
    contact,
    paceMs,
    inFlight: connections,
    timeOuts: {
      ...(connectTimeoutMs !== undefined && { connectMs: connectTimeoutMs }),
      ...(timeoutMs !== undefined && { wholeMs: timeoutMs }),
    },
    ...(maxBytes !== undefined && { limits: { bytes: maxBytes } }),
  };
}
