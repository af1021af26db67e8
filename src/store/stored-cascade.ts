/**
 * Cascades as they are stored: JSON, which leaves out what is undefined. A cascade stays as an earlier
 * version made it until its cluster changes or all is traced anew; before pages' own statements
 * counted, a credit was a span of the text.
 */
import type { Span } from '../domain/span.ts';
import type { Cascade, CreditPlace, Echo, Wire, WireCredit } from '../domain/trace.ts';

interface Stored extends Omit<Cascade, 'wires' | 'echoes'> {
  readonly echoes: readonly (Echo & { readonly creditSpan?: Span })[];
  readonly wires?: readonly (Omit<Wire, 'credits'> & {
    readonly credits: readonly (WireCredit & { readonly span?: Span })[];
  })[];
}

/** The cascade in a stored body, of this version or an earlier one. */
export function storedCascade(body: string): Cascade {
  const { echoes, wires, ...cascade } = JSON.parse(body) as Stored;
  return {
    ...cascade,
    echoes: echoes.map(({ creditSpan, ...echo }) =>
      creditSpan === undefined ? echo : { ...echo, creditPlace: inText(creditSpan) },
    ),
    ...(wires !== undefined && {
      wires: wires.map((wire) => ({
        ...wire,
        credits: wire.credits.map(({ span, ...credit }) =>
          span === undefined ? credit : { ...credit, place: inText(span) },
        ),
      })),
    }),
  };
}

const inText = (span: Span): CreditPlace => ({ kind: 'text', span });
