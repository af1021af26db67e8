/**
 * Posts as plain sentences: what a platform wraps around the words goes, and what it glues together
 * comes apart. Addresses, also those without a scheme and those glued to a word, are dropped; so is
 * the signature that an embedded post ends with, but for the author's name; hashtags and handles
 * become words where capitals, digits or underscores show their joints (the rest keep
 * their mark, and `known-words.ts`, which knows the vocabulary, takes them apart). Linear.
 */

/** Also when glued to the word before: `#Iranpic.twitter.com/x`. No `\S` before it: linear. */
const ADDRESSES = /https?:\/\/\S*|(?:pic\.twitter\.com|t\.co|bit\.ly|youtu\.be|www\.)\S*/giu;
/** `— Name (@handle) January 6, 2020` at the very end. */
const SIGNATURE = /[—–-] ([^()\n]{0,80})\(@\w{1,20}\)[^()\n]{0,40}$/u;
const HANDLE = /[@＠]([\p{L}\p{N}_]{2,40})/gu;
const HASHTAG = /[#＃]([\p{L}\p{N}_]{2,100})/gu;
const REPOST = /^\s*RT(?=\s+[@＠])/u;
/** Where a capital begins a word, and where a run of capitals or digits ends. */
const JOINTS =
  /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{Lu})/gu;

/** A post without addresses and marks of the platform; any other text is only rid of addresses. */
export function plainPost(text: string): string {
  return unsigned(text)
    .replace(ADDRESSES, ' ')
    .replace(REPOST, ' ')
    .replace(HANDLE, (_, name: string) => ` ${parted('@', name)} `)
    .replace(HASHTAG, (_, name: string) => ` ${parted('#', name)} `);
}

/** The signature is looked for in the last characters only: no long search in long texts. */
function unsigned(text: string): string {
  const tail = Math.max(0, text.length - 160);
  return text.slice(0, tail) + text.slice(tail).replace(SIGNATURE, ' $1');
}

function parted(mark: string, name: string): string {
  const words = name.replaceAll('_', ' ').replace(JOINTS, ' ').trim();
  return words.includes(' ') ? words : mark + words;
}
