/** Figures in a Spanish reason, as the console writes them: a comma, narrow spaces from five digits on. */
const NARROW = '\u202f';

/** `1234`, `12 345`. */
export function spanishFigure(n: number): string {
  const digits = String(n);
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, NARROW);
}

/** `1 caso`, `3 casos`. */
export function spanishCount(n: number, one: string, many: string): string {
  return `${spanishFigure(n)} ${n === 1 ? one : many}`;
}

/** A share in tenths of a percent, without the sign: `7,5`. */
export function spanishTenths(tenths: string): string {
  return tenths.replace('.', ',');
}

/** The sign of percent behind its space. */
export const PERCENT = `${NARROW}%`;
