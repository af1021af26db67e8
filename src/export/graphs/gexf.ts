/** GEXF 1.3 (gexf.net): networks for Gephi. */
import type { Exporter } from '../../domain/exports.ts';
import { isoOf } from '../moments.ts';
import type { Network, NetworkAttribute, NetworkPart, NetworkValues } from './network.ts';
import { xmlText } from './xml.ts';

/** Writes one network; the day it is of is the head's, so that the same records give the same bytes. */
export function gexf(network: Network): Exporter {
  return async function* (records) {
    let inside: 'head' | 'node' | 'edge' = 'head';
    for await (const part of network.parts(records)) {
      if (part.kind === 'head') yield beginning(network, part);
      else {
        if (part.kind === 'edge' && inside !== 'edge') yield '</nodes>\n<edges>\n';
        inside = part.kind;
        yield `${elementOf(part)}\n`;
      }
    }
    yield inside === 'edge' ? '</edges>\n' : '</nodes>\n<edges>\n</edges>\n';
    yield '</graph>\n</gexf>\n';
  };
}

function beginning(network: Network, { at, version }: NetworkPart & { kind: 'head' }): string {
  const day = isoOf(at)?.slice(0, 10);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    `<meta${day === undefined ? '' : ` lastmodifieddate="${day}"`}>`,
    `<creator>Atalaya ${xmlText(version)}</creator>`,
    `<description>${xmlText(network.doc)}</description>`,
    '</meta>',
    '<graph defaultedgetype="directed" mode="static">',
    ...attributesOf('node', network.nodes),
    ...attributesOf('edge', network.edges),
    '<nodes>\n',
  ].join('\n');
}

function attributesOf(of: 'node' | 'edge', attributes: readonly NetworkAttribute[]): string[] {
  const each = attributes.map(
    ({ name, type }, place) => `<attribute id="${place}" title="${name}" type="${type}"/>`,
  );
  return [`<attributes class="${of}">`, ...each, '</attributes>'];
}

function elementOf(part: Exclude<NetworkPart, { kind: 'head' }>): string {
  const values = valuesOf(part.values);
  if (part.kind === 'node') {
    return `<node id="${part.id}" label="${xmlText(part.label)}">${values}</node>`;
  }
  return `<edge id="${part.id}" source="${part.source}" target="${part.target}" weight="${part.weight}">${values}</edge>`;
}

function valuesOf(values: NetworkValues): string {
  const each = values.map((value, place) =>
    value === undefined || (typeof value === 'number' && !Number.isFinite(value))
      ? ''
      : `<attvalue for="${place}" value="${xmlText(String(value))}"/>`,
  );
  return `<attvalues>${each.join('')}</attvalues>`;
}
