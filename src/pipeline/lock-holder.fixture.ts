/** A process that takes the lock of the desk in the folder it is given, says so, and keeps it. */
import { lockDesk } from './lock.ts';

await lockDesk({ folder: process.argv[2]! }, 'a long ingest');
process.stdout.write('held\n');
setInterval(() => {}, 1000);
