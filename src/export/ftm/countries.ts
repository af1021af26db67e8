/** FollowTheMoney's countries (model 3.8.4), as far as they are two letters: a closed list. */
import type { StateCode } from '../../domain/reading.ts';

const KNOWN = new Set(
  (
    'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs ' +
    'bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cp cq cr cu cv cw cx cy cz dd de dg dj dk dm do dz ' +
    'ec ee eg eh er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk ' +
    'hm hn hr ht hu ic id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc ' +
    'li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne ' +
    'nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd ' +
    'se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz ta tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ' +
    'ua ug um un us uy uz va vc ve vg vi vn vu wf ws xk ye yt za zm zr zw zz'
  ).split(' '),
);
/** The model has the Soviet Union under a code of its own. */
const FORMER = new Map([['su', 'suhh']]);

/** The model's codes of these states, each once; NATO, totals over several states and unknown ones fall out. */
export function countriesOf(states: readonly (StateCode | undefined)[]): string[] {
  const codes = states.flatMap((state) => {
    const code = state?.toLowerCase() ?? '';
    const known = KNOWN.has(code) ? code : FORMER.get(code);
    return known === undefined ? [] : [known];
  });
  return [...new Set(codes)];
}
