/**
 * Words of confidence in a sentence. Those of the scale (`estimates.ts`) must be the grade of a judgement that
 * the sentence rests on; all others must stand in the words of a count or a record.
 */
import type { BriefingLanguage } from '../../domain/briefing.ts';
import { ESTIMATES, type Estimate } from '../../domain/judgement.ts';
import { phrasesIn } from './language-table.ts';
import { wordsPattern } from './word-patterns.ts';

/** Words that grade without the scale. */
const LOOSE: Readonly<Record<BriefingLanguage, readonly string[]>> = {
  en: [
    'probably',
    'certainly',
    'certain',
    'surely',
    'undoubtedly',
    'doubtless',
    'definitely',
    'clearly',
    'obviously',
    'evidently',
    'no doubt',
    'beyond doubt',
    'high confidence',
    'moderate confidence',
    'low confidence',
  ],
  es: [
    'probablemente',
    'ciertamente',
    'seguramente',
    'es seguro que',
    'seguro que',
    'con seguridad',
    'indudablemente',
    'sin duda',
    'sin lugar a dudas',
    'claramente',
    'evidentemente',
    'obviamente',
    'alta confianza',
    'confianza alta',
    'confianza moderada',
    'baja confianza',
    'confianza baja',
  ],
};

const PATTERNS: Readonly<Record<BriefingLanguage, RegExp>> = {
  en: patternIn('en'),
  es: patternIn('es'),
};

function patternIn(language: BriefingLanguage): RegExp {
  const scale = phrasesIn(language).terms.estimate;
  return wordsPattern([...ESTIMATES.map((word) => scale[word]), ...LOOSE[language]]);
}

interface ConfidenceWord {
  readonly words: string;
  /** Absent: not a word of the scale. */
  readonly estimate: Estimate | undefined;
}

/** All of them in reading order. `text` holds no quotations. */
export function confidenceIn(text: string, language: BriefingLanguage): readonly ConfidenceWord[] {
  const scale = phrasesIn(language).terms.estimate;
  return [...text.matchAll(PATTERNS[language])].map(([words]) => ({
    words,
    estimate: ESTIMATES.find((word) => scale[word] === words.toLowerCase()),
  }));
}
