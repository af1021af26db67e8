/** Words of the editor of the watch list and of the page of indicators. */
import type { ConsoleLanguage } from '../page.ts';

interface SettingsWords {
  readonly title: string;
  readonly watch: string;
  readonly lead: string;
  readonly file: string;
  readonly missing: string;
  readonly editor: string;
  readonly check: string;
  readonly save: string;
  readonly discard: string;
  readonly draft: string;
  readonly outdated: string;
  readonly sound: string;
  readonly saved: string;
  readonly problems: (n: string) => string;
  readonly problem: readonly [one: string, many: string];
  readonly line: string;
  readonly column: string;
  readonly restart: string;
  readonly indicators: string;
  readonly indicatorsLead: string;
  readonly indicatorsFile: string;
  readonly other: string;
  readonly otherLead: string;
  readonly notEditor: string;
  readonly people: string;
  readonly severity: string;
  readonly threshold: string;
  readonly lookBack: string;
  readonly window: string;
  readonly baseline: string;
  readonly days: readonly [one: string, many: string];
  readonly now: string;
  readonly off: string;
  readonly rivals: string;
  readonly clears: string;
  readonly notMeasured: string;
}

export const WORDS: Record<ConsoleLanguage, SettingsWords> = {
  en: {
    title: 'Settings',
    watch: 'Watch list',
    lead: 'What this desk watches, as text. It is checked before it is saved; the former text stays beside it as .bak.',
    file: 'File',
    missing: 'There is no such file yet; a first save makes it.',
    editor: 'Text of the watch list',
    check: 'Check',
    save: 'Save',
    discard: 'Discard my changes',
    draft: 'These changes of yours are not saved.',
    outdated:
      'The file was changed since you began. Saving now puts your text in its place; the other one stays as .bak.',
    sound: 'Nothing is wrong with this text.',
    saved: 'This is the text as it is saved.',
    problems: (n) => `${n} to mend before it can be saved`,
    problem: ['problem', 'problems'],
    line: 'Line',
    column: 'column',
    restart: 'A running watch takes the new list when it is started again.',
    indicators: 'Indicators',
    indicatorsLead:
      'What raises an alert: what is measured, from which value on, and what would clear it.',
    indicatorsFile:
      'They are changed in indicators.yaml in the folder of the desk; docs/indicators.md says how.',
    other: 'More settings',
    otherLead: 'thresholds, and how far each is from firing',
    notEditor: 'Your account may not change the watch list.',
    people: 'People and their roles',
    severity: 'Severity',
    threshold: 'Fires from',
    lookBack: 'Looks back',
    window: 'Window',
    baseline: 'Baseline',
    days: ['day', 'days'],
    now: 'Now',
    off: 'switched off',
    rivals: 'What else would look the same',
    clears: 'What would clear it',
    notMeasured: 'not measured yet',
  },
  es: {
    title: 'Ajustes',
    watch: 'Lista de vigilancia',
    lead: 'Qué vigila esta mesa, como texto. Se revisa antes de guardar; el texto anterior queda al lado como .bak.',
    file: 'Archivo',
    missing: 'Ese archivo aún no existe; se crea al guardar por primera vez.',
    editor: 'Texto de la lista de vigilancia',
    check: 'Revisar',
    save: 'Guardar',
    discard: 'Descartar mis cambios',
    draft: 'Estos cambios tuyos no están guardados.',
    outdated:
      'El archivo cambió desde que empezaste. Si guardas ahora, tu texto ocupa su lugar; el otro queda como .bak.',
    sound: 'Este texto no tiene errores.',
    saved: 'Este es el texto tal como está guardado.',
    problems: (n) => `${n} por corregir antes de guardar`,
    problem: ['error', 'errores'],
    line: 'Línea',
    column: 'columna',
    restart: 'Una vigilancia en marcha toma la lista nueva al reiniciarse.',
    indicators: 'Indicadores',
    indicatorsLead:
      'Qué hace surgir una alerta: qué se mide, a partir de qué valor y qué la descartaría.',
    indicatorsFile:
      'Se cambian en indicators.yaml, en la carpeta de la mesa; docs/indicators.md explica cómo.',
    other: 'Más ajustes',
    otherLead: 'umbrales, y cuánto le falta a cada uno para dispararse',
    notEditor: 'Tu cuenta no puede cambiar la lista de vigilancia.',
    people: 'Personas y sus permisos',
    severity: 'Gravedad',
    threshold: 'Se dispara desde',
    lookBack: 'Mira hacia atrás',
    window: 'Ventana',
    baseline: 'Línea de base',
    days: ['día', 'días'],
    now: 'Ahora',
    off: 'desactivado',
    rivals: 'Qué otra cosa se vería igual',
    clears: 'Qué la descartaría',
    notMeasured: 'aún sin medir',
  },
};
