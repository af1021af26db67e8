/** Prints every regular expression of the program as JSON; a process of its own, since it changes `RegExp`. */
import { resolve } from 'node:path';
import { madeBy, writtenIn } from './regexes/expressions.ts';

const root = resolve(import.meta.dirname, '..');
const { literals, makers } = writtenIn(root);
const all = JSON.stringify([...literals, ...(await madeBy(root, makers))]);
// What the modules opened when they were loaded would keep the process alive.
process.stdout.write(all, () => process.exit(0));
