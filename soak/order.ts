/** What a process of the soak is told to do. */
export interface Order {
  readonly role: 'ingest' | 'work';
  readonly folder: string;
  readonly database: string;
  readonly files: readonly string[];
  /** What its clock says, in milliseconds since the epoch. */
  readonly now: number;
  /** Row of the article that kills who reads it. */
  readonly poison?: number;
  /** Milliseconds after which a silent worker is given up. */
  readonly silence: number;
  /** Articles of one job of reading. */
  readonly rowsEach: number;
}
