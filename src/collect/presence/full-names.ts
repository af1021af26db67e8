/**
 * States by their full names: "Federal Republic of Germany", "KOREA (REPUBLIC OF)", "Reino de España".
 * Words of form are taken from the front one after the other until a name is left. O(length).
 */
import type { StateCode } from '../../domain/reading.ts';
import { stateNamed } from './state-codes.ts';

/** Longer texts name no state. UTF-16 units. */
const MOST_LENGTH = 120;
const FORMAL =
  /^(?:the|republic of|kingdom of|state of|commonwealth of|principality of|grand duchy of|sultanate of|federal|federative|federation of|democratic|socialist|people['’]?s|islamic|arab|hashemite|bolivarian|plurinational|oriental|united|independent|union of|co-?operative|la|el|los|las|rep[uú]blica|reino|estado|principado|gran ducado|federal|federativa|democr[aá]tica|popular|isl[aá]mica|bolivariana|plurinacional|oriental|de|del|of|республик[аи]|королевств[оа]) /iu;

/** The state that `text` names and nothing else, with its name as written: "GERMANY (Federal Republic of)", "Korea, Republic of". */
export function stateInFull(
  text: string,
): { readonly state: StateCode; readonly name: string } | undefined {
  if (text.length > MOST_LENGTH) return undefined;
  const turned = /^([^,(]+)(?:, | \()([^,()]+)\)?$/u.exec(text.trim());
  const ways = [text, ...(turned === null ? [] : [`${turned[2]} ${turned[1]}`, turned[1]!])];
  for (const way of [...ways, ...text.split(/ [-–—/|] /)]) {
    let name = way.trim();
    for (let cut = 0; cut < 8; cut++) {
      const state = stateNamed(name);
      if (state !== undefined) return { state, name: way === ways[1] ? turned![1]! : name };
      const shorter = name.replace(FORMAL, '');
      if (shorter === name) break;
      name = shorter;
    }
  }
  return undefined;
}
