/** GraphML (graphdrawing.org, 1.0): networks for yEd, igraph, NetworkX, Cytoscape and others. */
import type { Exporter } from '../../domain/exports.ts';
import type { Network, NetworkAttribute, NetworkPart, NetworkValues } from './network.ts';
import { xmlText } from './xml.ts';

const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns';

/** Writes one network; ids of nodes and edges are name tokens, as the schema asks. */
export function graphml(network: Network): Exporter {
  const nodes = keysOf('n', network.nodes);
  const edges = keysOf('e', network.edges);
  return async function* (records) {
    yield `${beginning(network)}\n`;
    for await (const part of network.parts(records)) {
      if (part.kind !== 'head') yield `${elementOf(part, part.kind === 'node' ? nodes : edges)}\n`;
    }
    yield '</graph>\n</graphml>\n';
  };
}

function beginning({ doc, nodes, edges }: Network): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<graphml xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} ${NAMESPACE}/1.0/graphml.xsd">`,
    `<desc>${xmlText(doc)}</desc>`,
    '<key id="label" for="node" attr.name="label" attr.type="string"/>',
    '<key id="weight" for="edge" attr.name="weight" attr.type="double"/>',
    ...nodes.map((attribute, place) => keyElement(attribute, 'node', `n${place}`)),
    ...edges.map((attribute, place) => keyElement(attribute, 'edge', `e${place}`)),
    '<graph id="network" edgedefault="directed">',
  ].join('\n');
}

function keysOf(letter: string, attributes: readonly NetworkAttribute[]): readonly string[] {
  return attributes.map((_, place) => `${letter}${place}`);
}

function keyElement({ name, type, doc }: NetworkAttribute, of: string, id: string): string {
  return `<key id="${id}" for="${of}" attr.name="${name}" attr.type="${type}"><desc>${xmlText(doc)}</desc></key>`;
}

function elementOf(part: Exclude<NetworkPart, { kind: 'head' }>, keys: readonly string[]): string {
  const data = dataOf(part.values, keys);
  if (part.kind === 'node') {
    return `<node id="${part.id}"><data key="label">${xmlText(part.label)}</data>${data}</node>`;
  }
  return `<edge id="${part.id}" source="${part.source}" target="${part.target}"><data key="weight">${part.weight}</data>${data}</edge>`;
}

function dataOf(values: NetworkValues, keys: readonly string[]): string {
  return values
    .map((value, place) =>
      value === undefined || (typeof value === 'number' && !Number.isFinite(value))
        ? ''
        : `<data key="${keys[place]}">${xmlText(String(value))}</data>`,
    )
    .join('');
}
