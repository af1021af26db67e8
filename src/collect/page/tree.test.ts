import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePage } from './parse.ts';
import { following, followingOutside, PageNode, TEXT } from './tree.ts';

const body = (html: string): PageNode => parsePage(html).body;

/** The tree as a string: `<div>a<p>b</p></div>`. */
function written(node: PageNode): string {
  if (node.nodeType === TEXT) return node.nodeValue ?? '';
  return `<${node.localName}>${node.childNodes.map(written).join('')}</${node.localName}>`;
}

/** Links between neighbours that do not agree; empty in a sound tree. */
function brokenLinks(root: PageNode): string[] {
  const broken: string[] = [];
  for (let node: PageNode | null = root; node !== null; node = following(node, root)) {
    const children = node.childNodes;
    if (node.lastChild !== (children.at(-1) ?? null)) broken.push('lastChild');
    children.forEach((child, i) => {
      if (child.parentNode !== node) broken.push('parentNode');
      if (child.previousSibling !== (children[i - 1] ?? null)) broken.push('previousSibling');
    });
  }
  return broken;
}

describe('PageNode', () => {
  it('knows its neighbours', () => {
    const div = body('<div>a<p>b</p>c<i>d</i></div>').firstChild!;
    expect(div.children.map(({ tagName }) => tagName)).toEqual(['P', 'I']);
    expect(div.firstElementChild?.nextElementSibling?.localName).toBe('i');
    expect(div.children[1]?.previousElementSibling?.localName).toBe('p');
    expect(div.textContent).toBe('abcd');
    expect(div.nodeName).toBe('DIV');
    expect(div.firstChild?.nodeName).toBe('#text');
  });

  it('finds elements by tag in document order', () => {
    const root = body('<div><p>1</p><b><p>2</p></b></div><p>3</p>');
    expect(root.getElementsByTagName('p').map(({ textContent }) => textContent)).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(root.querySelectorAll('p, b').map(({ localName }) => localName)).toEqual([
      'p',
      'b',
      'p',
      'p',
    ]);
    expect(root.getElementsByTagName('*')).toHaveLength(5);
    expect(root.firstChild?.getElementsByTagName('p')).toHaveLength(2);
  });

  it('replaces a child by a node from elsewhere', () => {
    const root = body('<p>1</p><p>2</p><p>3</p>');
    const [first, , third] = root.children;
    root.replaceChild(third!, first!);
    expect(written(root)).toBe('<body><p>3</p><p>2</p></body>');
    expect(brokenLinks(root)).toEqual([]);
    expect(first?.parentNode).toBeNull();
    root.replaceChild(third!, third!);
    expect(written(root)).toBe('<body><p>3</p><p>2</p></body>');
  });

  it('gives its attributes and takes new ones', () => {
    const node = body('<p class="a" id="b" style="color:red; display : none">x</p>').firstChild!;
    expect([node.className, node.id, node.src, node.style.display]).toEqual(['a', 'b', '', 'none']);
    expect(node.attributes.map(({ name }) => name)).toEqual(['class', 'id', 'style']);
    node.removeAttribute('class');
    node.setAttribute('title', 't');
    node.setAttributeNode({ name: 'lang', value: 'es', cloneNode: () => expect.fail() });
    expect([
      node.getAttribute('class'),
      node.getAttribute('title'),
      node.hasAttribute('lang'),
    ]).toEqual([null, 't', true]);
    expect(body('<p style="visibility:hidden">').firstChild?.style.visibility).toBe('hidden');
  });

  it('is put back by its innerHTML, as often as asked', () => {
    const root = body('<div>a<p class="x">b<i>c</i></p></div>d');
    const before = written(root);
    const kept = root.innerHTML;
    for (let i = 0; i < 2; i++) {
      root.firstChild?.remove();
      root.appendChild(new PageNode('hr', {}, null));
      expect(written(root)).not.toBe(before);
      root.innerHTML = kept;
      expect(written(root)).toBe(before);
      expect(brokenLinks(root)).toEqual([]);
    }
    expect(root.getElementsByTagName('p')[0]?.className).toBe('x');
  });

  it('stays sound whatever is moved', () => {
    const moves = fc.array(
      fc.tuple(fc.nat(30), fc.nat(30), fc.constantFrom('append', 'remove', 'replace')),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(moves, (steps) => {
        const root = body(
          '<div><p>1<b>2</b></p><ul><li>3</li><li>4</li></ul></div><section>5<i>6</i></section>',
        );
        for (const [a, b, kind] of steps) {
          const all = root.getElementsByTagName('*');
          const [x, y] = [all[a % all.length], all[b % all.length]];
          if (x === undefined || y === undefined || isWithin(y, x)) continue;
          if (kind === 'append') y.appendChild(x);
          else if (kind === 'remove') x.remove();
          else if (y.parentNode !== null && !isWithin(y.parentNode, x))
            y.parentNode.replaceChild(x, y);
          expect(brokenLinks(root)).toEqual([]);
        }
      }),
    );
  });
});

function isWithin(node: PageNode, root: PageNode): boolean {
  for (let at: PageNode | null = node; at !== null; at = at.parentNode)
    if (at === root) return true;
  return false;
}

describe('followingOutside', () => {
  it('skips what is inside, and ends at the root', () => {
    const root = body('<div><p>1</p><p>2</p></div><i>3</i>');
    const div = root.firstChild!;
    expect(followingOutside(div, root)?.localName).toBe('i');
    expect(followingOutside(div.firstChild!, div)?.textContent).toBe('2');
    expect(followingOutside(div.lastChild!, div)).toBeNull();
  });
});
