/** The parts of a report as links to them; null is one that it does not have. */
export function Contents({ parts }: { readonly parts: Readonly<Record<string, string | null>> }) {
  const there = Object.entries(parts).filter(([, title]) => title !== null);
  return (
    <nav class="contents" aria-label="Parts of the report">
      <ul>
        {there.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
