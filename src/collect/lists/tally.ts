/** What has become of a list so far: which addresses are given, which are repeats, what is counted. */
import { canonicalUrl } from '../address.ts';
import { KnownAddresses } from './known-addresses.ts';
import {
  type Found,
  fault,
  type ListCounts,
  type ListedAddress,
  type ListFault,
  type ListFormat,
  notAnAddress,
  type Passed,
} from './listed.ts';

/** Faults given one by one; of a file that is no list at all, the rest are counted. */
const MAX_FAULTS = 1000;

export class ListTally {
  format: ListFormat | undefined;
  /** The last line of which something was found. */
  line = 1;
  readonly #known = new KnownAddresses();
  readonly #passed: Record<Passed, number> = {
    repeated: 0,
    'off-web': 0,
    section: 0,
    elsewhere: 0,
  };
  #addresses = 0;
  #faults = 0;

  /** What is to be given of it, if anything. */
  take(found: Found): ListedAddress | ListFault | undefined {
    if (typeof found === 'string') {
      this.#passed[found]++;
      return undefined;
    }
    this.line = found.line;
    if ('fault' in found) {
      const shown = this.#faults < MAX_FAULTS;
      const given = this.fault(found);
      return shown ? given : undefined;
    }
    const canonical = canonicalUrl(found.url);
    if (canonical === undefined) return this.take(notAnAddress(found.line, found.url));
    if (this.#known.has(canonical)) {
      this.#passed.repeated++;
      return undefined;
    }
    this.#addresses++;
    return found;
  }

  /** Counts a fault and gives it back. */
  fault(found: ListFault): ListFault {
    this.#faults++;
    return found;
  }

  /** What is said at the end of the list as a whole. */
  *closing(): Generator<ListFault> {
    if (this.#faults > MAX_FAULTS) {
      const detail = `${this.#faults - MAX_FAULTS} more records could not be read and are not shown one by one; check that the right file was given.`;
      yield fault('broken-line', this.line, '', detail);
    }
    if (this.#addresses > 0 || this.#faults > 0) return;
    yield this.fault(fault('no-address', 1, '', this.#emptyBecause()));
  }

  counts(): ListCounts {
    const counts = {
      addresses: this.#addresses,
      passed: { ...this.#passed },
      faults: this.#faults,
      unremembered: this.#known.unremembered,
    };
    return this.format === undefined ? counts : { format: this.format, ...counts };
  }

  #emptyBecause(): string {
    const { section, elsewhere } = this.#passed;
    const offWeb = this.#passed['off-web'];
    if (offWeb > 0) return `none of its ${offWeb} records is a page of the web.`;
    if (section + elsewhere > 0) {
      return `none of its ${section + elsewhere} links looks like an article of the same site (${section} lead to sections or files, ${elsewhere} to other sites); give the address of a section page or of the site's feed.`;
    }
    return 'it names no address at all; check that the right file was given.';
  }
}
