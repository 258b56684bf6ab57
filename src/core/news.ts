/** A headline. Its text comes from the web and is to be treated as hostile. */
export interface NewsItem {
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  /** ISO 8601. */
  readonly publishedAt: string;
  readonly source: string;
}
