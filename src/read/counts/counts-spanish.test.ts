/** Counts in Spanish: sentences of our own with all that they count, and some that count nothing. */
import { describe, expect, it } from 'vitest';
import { countsIn, lineOf } from './counting.fixture.ts';

const SENTENCES: readonly (readonly [text: string, ...counts: string[]])[] = [
  [
    'Bulgaria expulsará a 70 empleados de la embajada rusa, anunció el martes el primer ministro.',
    'expulsion 70 staff embassy RU>BG planned',
  ],
  [
    'Doce diplomáticos rusos fueron expulsados de Praga en abril.',
    'expulsion 12 diplomats country RU>CZ happened',
  ],
  [
    'En la embajada rusa en Ciudad de México trabajan 72 diplomáticos, frente a 46 de Estados Unidos.',
    'level 72 diplomats embassy RU>MX happened',
    'level 46 diplomats embassy US>MX happened',
  ],
  [
    'Rusia cuenta con 85 funcionarios acreditados en México.',
    'level 85 accredited country RU>MX happened',
  ],
  [
    'El número de diplomáticos rusos en Hungría pasó de 46 a 59 en un año.',
    'level 46 diplomats country RU>HU happened',
    'level 59 diplomats country RU>HU happened',
  ],
  [
    'La embajada de Irán en La Paz emplea a más de 30 personas.',
    'level 31.. staff embassy IR>BO happened',
  ],
  [
    'Dinamarca exigió a Moscú reducir su embajada en Copenhague a cinco diplomáticos y 20 empleados administrativos y técnicos.',
    'cap 5 diplomats embassy RU>DK happened',
    'cap 20 administrative-technical embassy RU>DK happened',
  ],
  [
    'Países Bajos ordenó la salida de 17 oficiales de inteligencia rusos.',
    'expulsion 17 intelligence-officers country RU>NL happened',
  ],
  [
    'La expulsión de tres diplomáticos chinos de Ottawa irritó a Pekín.',
    'expulsion 3 diplomats country CN>CA happened',
  ],
  [
    'Argentina declaró persona non grata a dos agregados de la embajada de Venezuela.',
    'expulsion 2 diplomats embassy VE>AR happened',
  ],
  [
    'Cuba retiró a ocho diplomáticos de su embajada en Lima.',
    'recall 8 diplomats embassy CU>PE happened',
  ],
  [
    'El personal de la embajada china en Honduras se ha triplicado desde el año pasado.',
    'rise - staff embassy CN>HN happened',
  ],
  [
    'Nicaragua ha ampliado su personal diplomático en Caracas.',
    'rise - staff country NI>VE happened',
  ],
  [
    'Guatemala no expulsó a los cuatro funcionarios de la embajada nicaragüense, aclaró la cancillería.',
    'expulsion 4 staff embassy NI>GT negated',
  ],
  [
    'Chile amenazó con expulsar a cinco diplomáticos venezolanos.',
    'expulsion 5 diplomats country VE>CL hypothetical',
  ],
  [
    'Ecuador estudia expulsar hasta diez diplomáticos mexicanos.',
    'expulsion 0..10 diplomats country MX>EC hypothetical',
  ],
  [
    'La embajada de Turquía en Bogotá no podrá tener más de 15 empleados.',
    'cap 15 staff embassy TR>CO happened',
  ],
  [
    'Panamá limitó a doce el número de diplomáticos venezolanos.',
    'cap 12 diplomats country VE>PA happened',
  ],
  [
    'Rusia mantiene dos consulados en España, en Barcelona y en Madrid.',
    'level 2 posts country RU>ES happened',
  ],
  [
    'Marruecos abrió tres consulados en Francia y cerró uno en Italia.',
    'rise 3 posts country MA>FR happened',
  ],
  [
    'Unos 200 instructores militares rusos están desplegados en Níger.',
    'level 200 military country RU>NE happened',
  ],
  ['Al menos 300 soldados rusos murieron cerca de Avdíivka.'],
  ['El hospital amplió su personal de 40 a 60 enfermeros gracias a la embajada de Japón.'],
  ['La policía de Lima interrogó a tres empleados de la embajada china por una pelea.'],
  [
    'Llegaron a Managua diez nuevos funcionarios de la embajada rusa.',
    'arrival 10 staff embassy RU>NI happened',
  ],
  [
    'Serbia tiene acreditados a 68 diplomáticos rusos, 14 más que antes de la invasión.',
    'level 68 diplomats country RU>RS happened',
  ],
  [
    'Ahora la embajada cuenta con 20 empleados, la mitad que antes, informó la cancillería de Paraguay sobre la misión taiwanesa.',
  ],
  [
    'Moscú expulsó a 20 diplomáticos checos en respuesta a la expulsión de 18 rusos.',
    'expulsion 20 diplomats country CZ>RU happened',
    'expulsion 18 diplomats country RU>CZ happened',
  ],
  [
    'La plantilla de la embajada de Estados Unidos en Moscú se redujo a la mitad.',
    'fall - staff embassy US>RU happened',
  ],
  [
    'Antes de la disputa, la embajada argelina en Rabat tenía 22 diplomáticos; hoy quedan tres.',
    'level 22 diplomats embassy DZ>MA happened',
    'level 3 diplomats embassy DZ>MA happened',
  ],
  [
    'China aumentó en doce el número de sus diplomáticos en Lima.',
    'rise 12 diplomats country CN>PE happened',
  ],
  [
    'Croacia dio una semana a 18 diplomáticos rusos para abandonar el país.',
    'expulsion 18 diplomats country RU>HR happened',
  ],
  [
    'Montenegro ha expulsado a seis diplomáticos rusos desde 2022.',
    'expulsion 6 diplomats country RU>ME happened',
  ],
  ['Kuwait dijo que expulsaría a dos enviados libaneses.'],
  [
    'La misión sudanesa en Nairobi se redujo a cinco personas tras el golpe.',
    'level 5 staff mission SD>KE happened',
  ],
  [
    'Una decena de diplomáticos chinos ha salido de las Islas Marshall.',
    'fall 10 diplomats country CN>MH happened',
  ],
  ['El club fichó a dos jugadores y la embajada de Ghana los felicitó.'],
  ['El número de visados del consulado ruso se ha duplicado.'],
  [
    'España podría duplicar su personal diplomático en Manila.',
    'rise - staff country ES>PH hypothetical',
  ],
  [
    'Irak pidió a Jordania retirar a once de sus diplomáticos.',
    'recall 11 diplomats country JO>IQ hypothetical',
  ],
  [
    'Bélgica ha expulsado a decenas de diplomáticos rusos.',
    'expulsion 20.. diplomats country RU>BE happened',
  ],
  [
    'Irlanda ordenó a cuatro funcionarios rusos abandonar Dublín.',
    'expulsion 4 staff country RU>IE happened',
  ],
  [
    'Egipto evacuó a 30 empleados de su embajada en Jartum.',
    'recall 30 staff embassy EG>SD happened',
  ],
  ['Rusia tiene 17 agregados militares en África.', 'level 17 diplomats country RU>? happened'],
  [
    'El crecimiento del personal ruso en la embajada de La Habana preocupa a Washington.',
    'rise - staff embassy RU>CU happened',
  ],
  [
    'Polonia impuso un tope de 30 diplomáticos a Bielorrusia.',
    'cap 30 diplomats country BY>PL happened',
  ],
  [
    'Según la cancillería, Irán tiene en Caracas 25 diplomáticos y 60 empleados.',
    'level 25 diplomats country IR>VE happened',
    'level 60 staff country IR>VE happened',
  ],
  [
    'Tres de los cinco diplomáticos cubanos fueron expulsados de Tegucigalpa.',
    'expulsion 3 diplomats country CU>HN happened',
  ],
  [
    'La lista diplomática de Letonia registra a 34 personas acreditadas en la embajada bielorrusa; hace un año eran 51.',
    'level 34 accredited embassy BY>LV happened',
    'level 51 accredited embassy BY>LV happened',
  ],
  [
    'Tailandia sacó a nueve de sus 21 empleados de la embajada en Naipyidó.',
    'recall 9 staff embassy TH>MM happened',
  ],
  [
    'El crecimiento de la embajada de Irán en Caracas inquieta a Washington.',
    'rise - unstated embassy IR>VE happened',
  ],
  [
    'El número de diplomáticos norcoreanos en Mongolia cayó a seis.',
    'level 6 diplomats country KP>MN happened',
  ],
  [
    'Lituania mantiene el límite de 20 empleados para la embajada china.',
    'cap 20 staff embassy CN>LT happened',
  ],
  [
    'Azerbaiyán prevé retirar a 14 empleados de su embajada en Teherán.',
    'recall 14 staff embassy AZ>IR planned',
  ],
  [
    'Cincuenta y tres personas están acreditadas en la embajada saudí en Beirut.',
    'level 53 accredited embassy SA>LB happened',
  ],
  [
    'El Senado paraguayo pidió expulsar a cuatro diplomáticos venezolanos.',
    'expulsion 4 diplomats country VE>PY hypothetical',
  ],
  [
    'Alemania redujo a la mitad la plantilla de su embajada en Minsk.',
    'fall - staff embassy DE>BY happened',
  ],
  [
    'Más de cien diplomáticos rusos han sido expulsados de los países bálticos desde 2022.',
    'expulsion 101.. diplomats country RU>? happened',
  ],
  [
    'Fuentes oficiales cifran entre 40 y 60 los militares rusos destinados en Bisáu.',
    'level 40..60 military country RU>GW happened',
  ],
  [
    'Honduras echó a dos funcionarios de la embajada de Nicaragua.',
    'expulsion 2 staff embassy NI>HN happened',
  ],
  ['Ningún diplomático fue expulsado de Riga, insistió el portavoz letón.'],
  ['El consulado mexicano en Laredo atiende a 40 personas por día.'],
];

describe('counts of presence in Spanish', () => {
  it.each(SENTENCES)('%s', (text, ...counts) => {
    expect(countsIn('es', text).map(lineOf)).toEqual(counts);
  });
});
