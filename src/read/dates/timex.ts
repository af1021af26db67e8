/** What an expression of time is worth, as TIMEX3 (TimeML) writes it. */
import type { DateMention } from '../../domain/reading.ts';

export type Valued = Pick<DateMention, 'type' | 'value' | 'basis'>;
