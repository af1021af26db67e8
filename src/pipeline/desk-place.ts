/** Where a desk is. Apart from what opens it, since a command asks before it loads any of that. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A desk's folder and, where it has one, the address of its PostgreSQL: there the locks are the server's. */
export interface DeskPlace {
  readonly folder: string;
  readonly database?: string | undefined;
}

/** The folder's own database, where there is no other. */
export const databaseFile = (folder: string): string => join(folder, 'desk.sqlite');

/** Whether there is a desk in the folder. */
export const hasDesk = (folder: string): boolean => existsSync(databaseFile(folder));
