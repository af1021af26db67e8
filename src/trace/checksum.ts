/**
 * A checksum over 32-bit words, but for the word `own` in which it stands. Every step is one to one,
 * so a change of any one word changes the sum for certain, a torn file but for one in 2^32.
 */
export function checksum(words: Uint32Array, own: number): number {
  let sum = 1;
  for (let i = 0; i < words.length; i++) {
    if (i === own) continue;
    sum = Math.imul(sum ^ words[i]!, 0x9e3779b1);
    sum ^= sum >>> 15;
  }
  return sum >>> 0;
}
