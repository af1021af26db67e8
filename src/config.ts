/** The environment, read once and nowhere else. */
import { z } from 'zod';

const schema = z.object({
  /** Folder of the desk where no --desk is given. */
  ATALAYA_DESK: z.string().min(1).default('atalaya-desk'),
  /** Any value: no colours. See no-color.org. */
  NO_COLOR: z.string().optional(),
});

export interface Config {
  readonly desk: string;
  readonly color: boolean;
}

/** Reads the settings from an environment; a setting that is set to nothing counts as not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const { ATALAYA_DESK, NO_COLOR } = schema.parse(set);
  return { desk: ATALAYA_DESK, color: NO_COLOR === undefined };
}
